"""What was erased is gone from the tables too: from states that are over, and from every log."""

from pathlib import Path

import pytest
from sqlalchemy import Table, select

from domain.facts.lesson import LessonChanges
from domain.facts.participation import ParticipationChanges
from domain.kernel.access import Asker
from pilots.commands.erasure import ErasePerson, EraseProse
from pilots.commands.lesson import CorrectLesson, LearnLesson, RevalidateLesson
from pilots.commands.participation import CorrectParticipation, LogParticipation
from pilots.commands.people import ChangeProfile
from projections.engine.catch_up import catch_up
from projections.engine.schema import VIEWS
from projections.models.lessons import LESSONS
from projections.registry import PROJECTIONS
from tests.support.stories.builders import ask, person
from tests.support.stories.telling import dump, fresh, rows
from web.bootstrap import Platform

pytestmark = pytest.mark.both_engines

WORD = "Ngaio"


def holding(platform: Platform) -> list[str]:
    """Return the tables that hold the word in any row, now or in the past."""
    platform.views.keep_up()

    def holds(table: Table) -> bool:
        with platform.views.engine.connect() as db:
            return any(WORD in str(tuple(row)) for row in db.execute(select(table)))

    return [table.name for table in VIEWS.sorted_tables if holds(table)]


def test_a_person_is_gone_with_every_name_they_had(platform: Platform, mere: Asker) -> None:
    whom = person(platform, f"{WORD} Tane").person
    ask(platform, mere, ChangeProfile(person=whom, name="Kiri", profile=f"Once {WORD}"))
    ask(platform, mere, ChangeProfile(person=whom, name="Kiri Tane"))
    assert "people" in holding(platform)

    ask(platform, mere, ErasePerson(person=whom))

    assert holding(platform) == []
    assert platform.differences(lambda _: None) == []


@pytest.mark.parametrize("told_before", [True, False])
def test_a_text_is_gone_with_what_was_carried_on_from_it(
    platform: Platform, mere: Asker, pilot: str, *, told_before: bool
) -> None:
    kept = ask(platform, mere, LogParticipation(pilot=pilot, text=f"Met {WORD}.", learned=WORD))
    entry, lesson = kept.stream("entry"), kept.stream("lesson")
    longer = ParticipationChanges(minutes=20)
    ask(platform, mere, CorrectParticipation(entry=entry, changes=longer, reason="It was."))
    surer = LessonChanges(confidence=80)
    ask(platform, mere, CorrectLesson(lesson=lesson, changes=surer, reason="It is."))
    assert not told_before or "entries" in holding(platform)

    for stream in (entry, lesson):
        ask(platform, mere, EraseProse(stream=stream, version=1, reason="Should not be there."))

    assert holding(platform) == []
    assert platform.differences(lambda _: None) == []


def test_all_a_person_wrote_is_gone_and_still_counts(
    platform: Platform, mere: Asker, pilot: str
) -> None:
    rua = person(platform, "Rua")
    ask(platform, rua, LogParticipation(pilot=pilot, text=f"Met {WORD}.", guests=(WORD,)))
    before = platform.pilots.head()

    ask(platform, mere, ErasePerson(person=rua.person, texts=True))

    assert holding(platform) == []
    assert platform.differences(lambda _: None) == []
    assert platform.rebuild(lambda _: None) > before
    assert holding(platform) == []


def test_the_file_holds_it_no_more(platform: Platform, mere: Asker, pilot: str) -> None:
    kept = ask(platform, mere, LogParticipation(pilot=pilot, text=f"Met {WORD}."))
    platform.views.keep_up()
    entry = kept.stream("entry")
    ask(platform, mere, EraseProse(stream=entry, version=1, reason="Should not be there."))
    platform.views.keep_up()
    platform.close()

    files = [file for file in Path(platform.folder).iterdir() if file.is_file()]
    assert [file.name for file in files if WORD.encode() in file.read_bytes()] == []


def test_what_was_erased_in_one_batch_goes_on_in_the_next(
    platform: Platform, mere: Asker, pilot: str, tmp_path: Path
) -> None:
    lesson = ask(platform, mere, LearnLesson(pilot=pilot, text="Ngaio said so.")).stream("lesson")
    ask(platform, mere, EraseProse(stream=lesson, version=1, reason="Out."))
    ask(platform, mere, RevalidateLesson(lesson=lesson, confidence=90))
    whole, by_one = fresh(tmp_path, "whole"), fresh(tmp_path, "by-one")
    catch_up(whole, platform.source, PROJECTIONS)
    for position in range(platform.pilots.head() + 1):
        catch_up(by_one, platform.source, PROJECTIONS, up_to=position)

    assert dump(by_one) == dump(whole)
    assert [row["pilot"] for row in rows(by_one, LESSONS)] == [pilot]
