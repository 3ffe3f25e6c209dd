"""What differs between two cuts is the same by moment and by place, on both engines."""

from datetime import date

import pytest

from domain.kernel.access import Asker
from domain.kernel.moments import stamp
from pilots.commands.experiment import PlanExperiment, StartExperiment
from pilots.commands.lesson import ContradictLesson, LearnLesson
from pilots.commands.participation import LogParticipation
from pilots.commands.pilot import StartPilot
from pilots.commands.pilot_people import JoinPilot, LeavePilot
from projections.diff.field_diff import Difference
from projections.diff.gone_quiet import gone_quiet
from projections.diff.pilot_diff import differing
from projections.engine.as_of import NOW, Cut
from tests.support.machines.clock import Clock
from tests.support.stories.builders import ask, person
from web.bootstrap import Platform

pytestmark = pytest.mark.both_engines


def cuts(platform: Platform) -> list[Cut]:
    """Return how far one sees at this moment, said in both ways."""
    return [Cut(moment=stamp(platform.pilots.clock())), Cut(position=platform.pilots.head())]


def found(platform: Platform, pilot: str, start: Cut, end: Cut = NOW) -> list[Difference]:
    with platform.views.reading() as db:
        return list(differing(db, pilot, start, end).differences)


def test_it_is_the_same_whichever_way_the_two_cuts_are_said(
    platform: Platform, mere: Asker, pilot: str, clock: Clock
) -> None:
    lesson = ask(platform, mere, LearnLesson(pilot=pilot, text="Ask first.")).stream("lesson")
    rua = person(platform, "Rua").person
    ask(platform, mere, JoinPilot(pilot=pilot, person=rua, role="team"))
    clock.pass_days(1)
    starts = cuts(platform)
    clock.pass_days(1)
    ask(platform, mere, StartPilot(pilot=pilot, ends_on=date(2026, 9, 1)))
    ask(platform, mere, ContradictLesson(lesson=lesson, pilot=pilot))
    ask(platform, mere, LeavePilot(pilot=pilot, person=rua))
    clock.pass_days(1)
    ends = [*cuts(platform), NOW]
    told = [found(platform, pilot, start, end) for start in starts for end in ends]

    assert all(each == told[0] for each in told)
    assert [(each.kind, each.sign) for each in told[0]] == [
        ("lesson", "contradicted"),
        ("pilot", "changed"),
        ("member", "changed"),
    ]
    assert told[0][1].parts == (("stage", "proposed", "running"), ("ends_on", None, "2026-09-01"))
    assert told[0][2].is_gone
    assert found(platform, pilot, ends[0]) == found(platform, pilot, ends[1]) == []


def test_at_most_so_many_facts_are_looked_at_and_all_are_counted(
    platform: Platform, mere: Asker, pilot: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = Cut(position=platform.pilots.head())
    for number in range(7):
        ask(platform, mere, LearnLesson(pilot=pilot, text=f"Lesson {number}"))
    monkeypatch.setattr("projections.diff.pilot_diff.FACTS_LOOKED_AT", 5)

    with platform.views.reading() as db:
        told = differing(db, pilot, start, NOW)

    assert (told.facts, told.looked_at) == (7, 5)
    assert told.first == (start.position or 0) + 1
    assert {each.titles for each in told.differences} == {(f"Lesson {n}",) for n in range(2, 7)}


@pytest.mark.parametrize("way", [0, 1])
def test_what_has_not_moved_is_told_and_what_moved_is_not(
    platform: Platform, mere: Asker, pilot: str, clock: Clock, way: int
) -> None:
    still, moved = (
        ask(platform, mere, PlanExperiment(pilot=pilot, title=title)).stream("experiment")
        for title in ("Stands", "Moves")
    )
    for each in (still, moved):
        ask(platform, mere, StartExperiment(experiment=each))
    rua, hana = (person(platform, name) for name in ("Rua", "Hana"))
    for who in (rua, hana):
        ask(platform, mere, LogParticipation(pilot=pilot, person=who.person, text="Was here."))
    asked = LogParticipation(pilot=pilot, mode="ask", text="Who reads it?")
    ask(platform, mere, asked)
    clock.pass_days(1)
    start = cuts(platform)[way]
    clock.pass_days(1)
    ask(
        platform,
        mere,
        LogParticipation(pilot=pilot, person=hana.person, with_=(mere.person,), experiment=moved),
    )

    with platform.views.reading() as db:
        told = gone_quiet(db, pilot, start, NOW)

    assert [(each.kind, each.title or each.key) for each in told.quiet] == [
        ("experiment", "Stands"),
        ("question", "Who reads it?"),
        ("person", rua.person),
    ]
    assert told.people.count == 1
