"""A turn is counted alike in whatever order its streams are told, and after a rebuild."""

from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from domain.facts.experiment import ExperimentEnded, ExperimentPlanned, ExperimentStarted
from domain.facts.lesson import LessonLearned, LessonReused, LessonVoided
from domain.facts.participation import ParticipationLogged
from domain.facts.pilot import PilotProposed, PilotStarted
from domain.kernel.aggregate import Event, Fact
from domain.rules.learning_loops import LearningLoop, learning_loops
from projections.engine.as_of import NOW
from projections.pilot.known_pilot import known_pilot
from tests.support.machines.clock import MONDAY
from tests.support.machines.pace import searched
from tests.support.stories.telling import PILOT, fresh, happened, tell

TRIAL, NEXT = "experiment-one", "experiment-two"
Stream = tuple[str, list[tuple[int, Fact]]]  # each fact with the hour in which it happened


def entry(person: str, to: str) -> ParticipationLogged:
    """Return an entry of somebody to somebody, under the experiment."""
    return ParticipationLogged(
        pilot=PILOT, person=person, to=to, mode="ask", direction="to-peer", experiment=TRIAL
    )


def lesson(loop: str) -> LessonLearned:
    """Return a lesson of one loop."""
    return LessonLearned(pilot=PILOT, experiment=TRIAL, loop=loop, text="It helps.")  # type: ignore[arg-type]  # one of two words


def planned(title: str) -> ExperimentPlanned:
    """Return that an experiment was planned."""
    return ExperimentPlanned(pilot=PILOT, title=title)


PROPOSED = PilotProposed(programme="programme-x", title="T", owner="person-a")
ENDED = ExperimentEnded(result="supported", summary="Yes.")
STREAMS: list[Stream] = [
    (PILOT, [(0, PROPOSED), (1, PilotStarted())]),
    (TRIAL, [(2, planned("One")), (3, ExperimentStarted()), (9, ENDED)]),
    ("entry-a", [(4, entry("person-a", "person-b"))]),
    ("entry-b", [(5, entry("person-b", "entry-a"))]),
    ("lesson-a", [(6, lesson("collaboration")), (12, LessonReused(experiment=NEXT))]),
    ("lesson-b", [(7, lesson("tool"))]),
    ("lesson-c", [(8, lesson("tool")), (10, LessonVoided(reason="No."))]),
    (NEXT, [(11, planned("Two"))]),
]  # fmt: skip  # a table to look at
CLOSED = MONDAY + timedelta(hours=12)  # when it was said that the next builds on a lesson


def told(order: list[int], leave_out: str = "") -> list[Event]:
    """Return the facts of all streams, woven together in an order; within one they keep theirs."""
    left = {stream: list(facts) for stream, facts in STREAMS if stream != leave_out}
    events: list[Event] = []
    for pick in order:
        names = [name for name, facts in left.items() if facts]
        if names:
            name = names[pick % len(names)]
            hour, fact = left[name].pop(0)
            at = MONDAY + timedelta(hours=hour)
            events.append(_at(happened(name, fact, len(events) + 1), at))
    return events


def counted(events: list[Event]) -> list[LearningLoop]:
    """Return the turns that are counted after these facts."""
    with TemporaryDirectory() as folder:
        engine = fresh(Path(folder))
        tell(engine, events)
        with engine.connect() as db:
            known = known_pilot(db, NOW, PILOT)
            assert known is not None
            return learning_loops(known)


ORDERS = st.lists(st.integers(0, 7), min_size=60, max_size=60)


@searched(25)
@given(ORDERS)
@pytest.mark.row("S003-confluence-loop")
def test_s003_confluence_loop__in_any_order(order: list[int]) -> None:
    (turn,) = counted(told(order))
    assert (turn.missing, turn.closed_at) == ((), CLOSED)


@searched(10)
@given(ORDERS, st.sampled_from(["entry-a", "entry-b", "lesson-a", "lesson-b", NEXT]))
@pytest.mark.row("S003-confluence-loop")
def test_s003_confluence_loop__never_without_one(order: list[int], lacking: str) -> None:
    (turn,) = counted(told(order, lacking))
    assert turn.closed_at is None


def _at(event: Event, moment: datetime) -> Event:
    return structs.replace(event, occurred_at=moment)
