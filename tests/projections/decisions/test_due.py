"""What is due, and what decisions can rest on, on both engines."""

from datetime import date

import pytest

from domain.kernel.access import Asker
from pilots.commands.decision import RevisitDecision, TakeDecision
from pilots.commands.evidence import GatherEvidence
from pilots.commands.lesson import ContradictLesson, LearnLesson
from pilots.commands.pilot_people import JoinPilot, NameSponsor
from projections.decisions.due import to_revisit
from projections.decisions.reasons import reasons_named, reasons_of
from projections.engine.as_of import NOW, Cut
from tests.support.stories.builders import ask, person
from web.bootstrap import Platform

pytestmark = pytest.mark.both_engines


def test_what_is_due_is_told_to_those_it_concerns_until_they_looked(
    platform: Platform, mere: Asker, pilot: str
) -> None:
    rua, hana = (person(platform, name) for name in ("Rua", "Hana"))
    ask(platform, mere, NameSponsor(pilot=pilot, person=rua.person))
    taken = TakeDecision(
        pilot=pilot, verdict="pivot", expected_effect="Less.", revisit_on=date(2026, 4, 1)
    )
    decision = ask(platform, mere, taken).stream("decision")

    def due(until: str = "", who: str = "") -> list[str]:
        with platform.views.reading() as db:
            return [each.decision for each in to_revisit(db, NOW, until=until, person=who)]

    assert due() == due("2026-04-01") == due("2026-04-01", rua.person) == [decision]
    assert due("2026-03-31") == due("2026-04-01", hana.person) == []
    ask(platform, mere, JoinPilot(pilot=pilot, person=hana.person, role="participant"))
    assert due("2026-04-01", hana.person) == [decision]
    ask(platform, mere, RevisitDecision(decision=decision, held=True))
    assert due() == []


def test_reasons_stand_as_they_stood(platform: Platform, mere: Asker, pilot: str) -> None:
    finding = ask(platform, mere, GatherEvidence(pilot=pilot, text="Seen.")).stream("evidence")
    lesson = ask(
        platform, mere, LearnLesson(pilot=pilot, text="It helps.", because=(finding,))
    ).stream("lesson")
    felt = ask(platform, mere, LearnLesson(pilot=pilot, text="Perhaps.")).stream("lesson")
    cut = Cut(position=platform.pilots.head())
    ask(platform, mere, ContradictLesson(lesson=lesson, pilot=pilot))

    with platform.views.reading() as db:
        then = reasons_of(db, cut, pilot)
        now = reasons_named(db, NOW, (felt, lesson, "lesson-nobody"))

    assert {each.thing for each in then[:2]} == {finding, lesson}
    assert then[2].thing == felt
    assert [each.rests for each in then] == [True, True, False]
    assert not any(each.doubted for each in then)
    assert list(now) == [felt, lesson]
    assert now[lesson].doubted == 1
