"""Leaving a pilot, which takes nothing away of what was done."""

from domain.facts.pilot_people import PilotMemberLeft
from domain.kernel.errors import Missing
from domain.pilot import Pilot
from tests.support.examples import CLOSED, JOINED, LEFT, PROPOSED, RUI
from tests.support.stories.scenario import given


def test_a_member_leaves() -> None:
    given(Pilot, PROPOSED, JOINED).when(LEFT).then_kept()


def test_a_member_can_leave_a_closed_pilot() -> None:
    given(Pilot, PROPOSED, JOINED, CLOSED).when(LEFT).then_kept()


def test_only_a_member_can_leave() -> None:
    given(Pilot, PROPOSED, JOINED).when(PilotMemberLeft(person=RUI)).then_refused(
        Missing, "not a member of “Common garden”", field="person"
    )


def test_nobody_leaves_twice() -> None:
    given(Pilot, PROPOSED, JOINED, LEFT).when(LEFT).then_refused(
        Missing, "not a member of “Common garden”", field="person"
    )
