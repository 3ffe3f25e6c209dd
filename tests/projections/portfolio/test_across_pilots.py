"""The questions across pilots answer alike on both engines, now, as known and as shown."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Connection

from domain.kernel.access import Asker
from domain.kernel.moments import stamp
from pilots.commands.experiment import PlanExperiment
from pilots.commands.lesson import ConfirmLesson, LearnLesson
from pilots.commands.participation import LogParticipation
from pilots.commands.pilot import ProposePilot
from pilots.commands.value import ExpectValue
from projections.engine.as_of import Cut
from projections.learning.time_to_first_lesson import time_to_first_lesson
from projections.learning.transfer_totals import transfer_totals
from projections.portfolio.activity import (
    Totals,
    activity_of,
    history_span,
    pilots_as_begun,
    totals,
)
from projections.portfolio.network import network_of
from projections.value.outcome_gaps import outcome_gaps
from projections.value.totals import value_totals
from tests.support.figures import values
from tests.support.machines.clock import Clock
from tests.support.stories.builders import ask, chartered
from web.bootstrap import Platform

pytestmark = pytest.mark.both_engines

Question = Callable[[Connection, Cut], Any]
ANSWERS: dict[str, tuple[Question, Any, Any]] = {
    "totals": (lambda db, cut: _values(totals(db, cut)), (2, 2, 1), (1, 1, 0)),
    "ties": (lambda db, cut: [tie.times for tie in network_of(db, cut).ties], [2], [1]),
    "days": (
        lambda db, cut: [sum(w.logged.values()) for w in activity_of(db, cut, _order(db)).values()],
        [2, 0],
        [1],
    ),
    "learned": (
        lambda db, cut: [
            sum(w.learned.values()) for w in activity_of(db, cut, _order(db)).values()
        ],
        [1, 0],
        [0],
    ),
    "travelled": (lambda db, cut: transfer_totals(db, cut).travelled.value, 1, 0),
    "sums": (lambda db, cut: len(value_totals(db, cut).rows), 0, 0),
    "gaps": (lambda db, cut: outcome_gaps(db, cut).unplaced.expected, 1, 0),
}


def _values(found: Totals) -> tuple[float | None, ...]:
    return values(found.pilots, found.entries, found.lessons)


def _order(db: Connection) -> list[str]:
    return pilots_as_begun(db)


@pytest.fixture
def cuts(platform: Platform, clock: Clock, mere: Asker, pilot: str) -> list[tuple[Cut, int]]:
    """Cuts through two pilots, and which of the two answers each must get."""
    log = LogParticipation(pilot=pilot, guests=("Rua",))
    rua = ask(platform, mere, log).stream("person")
    then = Cut(position=platform.pilots.head()), Cut(moment=stamp(clock()))
    clock.pass_days(1)
    ask(platform, mere, LogParticipation(pilot=pilot, with_=(rua,)))
    other = ask(platform, mere, ProposePilot(title="Other", accomplishment="-")).stream("pilot")
    chartered(platform, mere, other)
    trial = ask(platform, mere, PlanExperiment(pilot=pilot, title="One")).stream("experiment")
    wish = LearnLesson(pilot=pilot, text="Ask first.", experiment=trial)
    lesson = ask(platform, mere, wish).stream("lesson")
    ask(platform, mere, ConfirmLesson(lesson=lesson, pilot=other))
    ask(platform, mere, ExpectValue(pilot=pilot, statement="Less."))
    now = Cut(position=platform.pilots.head()), Cut(moment=stamp(clock())), Cut()
    return [*((cut, 0) for cut in now), *((cut, 1) for cut in then)]


@pytest.mark.parametrize("name", ANSWERS)
def test_a_question_answers_for_every_cut(
    platform: Platform, cuts: list[tuple[Cut, int]], name: str
) -> None:
    question, *expected = ANSWERS[name]
    with platform.views.reading() as db:
        for cut, which in cuts:
            assert question(db, cut) == expected[which], cut


def test_loops_and_the_frame_are_told(platform: Platform, cuts: Any, clock: Clock) -> None:
    with platform.views.reading() as db:
        closed = [time_to_first_lesson(db, cut, clock()).closed.count for cut, _ in cuts]
        frame = history_span(db)
    assert closed == [1, 1, 1, 0, 0]
    assert frame
    assert (frame.first[:10], frame.last[:10]) == ("2026-03-02", "2026-03-03")
