"""Passing a gate without what it asks for, for a reason that is kept."""

import pytest

from domain.facts.pilot import PilotStarted
from domain.kernel.access import Asker
from domain.kernel.errors import GateClosed
from domain.pilot import Pilot
from pilots.commands.pilot import OverrideGate, ProposePilot, StartPilot
from tests.support.examples import CLOSED, OVERRIDDEN, PROPOSED
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


def test_a_gate_is_passed_for_a_reason() -> None:
    given(Pilot, PROPOSED).when(OVERRIDDEN).then_kept()


def test_passing_another_gate_does_not_open_this_one(platform: Platform, mere: Asker) -> None:
    pilot = ask(platform, mere, ProposePilot(title="Common garden")).stream("pilot")
    ask(platform, mere, OverrideGate(pilot=pilot, rule="S004-readiness", reason="We are many."))

    with pytest.raises(GateClosed, match="What do you want to accomplish") as held:
        ask(platform, mere, StartPilot(pilot=pilot))

    assert held.value.field == "override"


def test_what_a_closed_pilot_still_does_can_be_held_back_and_passed() -> None:
    given(Pilot, PROPOSED, CLOSED).when(OVERRIDDEN).then_kept()


def test_whoever_passed_the_gate_can_start_later(platform: Platform, mere: Asker) -> None:
    pilot = ask(platform, mere, ProposePilot(title="Common garden")).stream("pilot")
    wish = OverrideGate(pilot=pilot, rule=OVERRIDDEN.rule, reason=OVERRIDDEN.reason)

    passed = kept(platform, ask(platform, mere, wish))
    started = kept(platform, ask(platform, mere, StartPilot(pilot=pilot)))

    assert passed == [(OVERRIDDEN, (pilot,))]
    assert started == [(PilotStarted(), (pilot,))]
