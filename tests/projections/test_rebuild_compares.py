"""Comparing: each row that differs from a rebuild is told, and nothing is changed by asking."""

import re
from typing import Any

import pytest
from sqlalchemy import delete, insert, update

from domain.kernel.access import Asker
from pilots.commands.participation import LogParticipation
from pilots.commands.pilot import StartPilot
from pilots.commands.pilot_course import ClosePilot
from projections.models.entries import ENTRIES, PARTICIPATION
from projections.models.people import PEOPLE
from projections.models.timeline_facts import TIMELINE
from tests.support.stories.builders import ask
from tests.support.stories.telling import dump
from web.bootstrap import Platform

pytestmark = pytest.mark.both_engines


def test_comparing_sound_tables_finds_nothing_and_changes_nothing(kept: Platform) -> None:
    before, files = dump(kept.views.engine), _files(kept)
    assert kept.differences(lambda _: None) == []
    assert dump(kept.views.engine) == before
    assert _files(kept) == files


def test_tables_that_were_told_step_by_step_equal_a_rebuild(
    platform: Platform, mere: Asker, pilot: str
) -> None:
    for wish in (StartPilot(pilot=pilot), ClosePilot(pilot=pilot, reason="Done.", override="So.")):
        platform.views.keep_up()
        ask(platform, mere, wish)
    platform.views.keep_up()
    assert platform.differences(lambda _: None) == []


def test_comparing_does_not_need_tables_that_are_up_to_date(
    kept: Platform, mere: Asker, pilot: str
) -> None:
    ask(kept, mere, LogParticipation(pilot=pilot))
    assert kept.views.behind() == 1
    assert kept.differences(lambda _: None) == []
    assert kept.views.behind() == 1


DAMAGE: dict[str, tuple[Any, str]] = {
    "a row removed": (
        delete(TIMELINE).where(TIMELINE.c.position == 5),
        "timeline: the row .* is missing",
    ),
    "a row changed": (
        update(ENTRIES).where(ENTRIES.c.status == "voided").values(status="logged"),
        "entries: the row .* differs",
    ),
    "a row added": (
        insert(PEOPLE).inline().values(person="person-zz", name="Z", position=1, known_from="2026"),
        "people: the row .*person-zz.* is too much",
    ),
    "a sum changed": (
        update(PARTICIPATION.now).values(amount=PARTICIPATION.now.c.amount + 1),
        "participation_now_sums: the row .* differs",
    ),
}


@pytest.mark.parametrize(("harm", "sentence"), DAMAGE.values(), ids=DAMAGE.keys())
def test_damage_is_seen_row_by_row_and_mended_by_a_rebuild(
    kept: Platform, harm: Any, sentence: str
) -> None:
    sound = dump(kept.views.engine)
    with kept.views.engine.execution_options(writing=True).begin() as db:
        harmed = abs(db.execute(harm).rowcount)  # -1 where a driver does not count inserts
    found = kept.differences(lambda _: None)
    assert len(found) == harmed > 0
    assert all(re.match(sentence, told) for told in found), found
    kept.rebuild(lambda _: None)
    assert kept.differences(lambda _: None) == []
    assert dump(kept.views.engine) == sound


def _files(platform: Platform) -> set[str]:
    return {file.name for file in platform.folder.iterdir()}
