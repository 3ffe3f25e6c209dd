"""Leaving a pilot, which takes nothing away of what was done."""

from domain.errors import Missing
from domain.pilot import Pilot
from tests.examples import ANA, CLOSED, JOINED, LEFT, PROPOSED, RUI
from tests.scenario import given


def test_a_member_leaves() -> None:
    given(Pilot, PROPOSED, JOINED).when(lambda pilot: pilot.leave(person=ANA)).then(LEFT)


def test_a_member_can_leave_a_closed_pilot() -> None:
    given(Pilot, PROPOSED, JOINED, CLOSED).when(lambda pilot: pilot.leave(person=ANA)).then(LEFT)


def test_only_a_member_can_leave() -> None:
    given(Pilot, PROPOSED, JOINED).when(lambda pilot: pilot.leave(person=RUI)).then_refused(
        Missing, "not a member of “Common garden”"
    )


def test_nobody_leaves_twice() -> None:
    given(Pilot, PROPOSED, JOINED, LEFT).when(lambda pilot: pilot.leave(person=ANA)).then_refused(
        Missing, "not a member of “Common garden”"
    )
