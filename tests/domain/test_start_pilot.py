"""Starting a pilot, which one question stands before."""

import pytest

from domain.access import Asker
from domain.errors import GateClosed, Unknown, WrongStage
from domain.facts.pilot import PilotStarted
from domain.fields import Money
from domain.pilot import Pilot
from pilots.commands.pilot import ProposePilot, StartPilot
from tests.conftest import ask
from tests.examples import CLOSED, OVERRIDDEN, PROPOSED, STARTED, STATED
from tests.scenario import given
from web.bootstrap import Platform


def test_a_pilot_that_knows_what_for_can_start() -> None:
    given(Pilot, PROPOSED, STATED).when(lambda pilot: pilot.start(stake_hours=40)).then(STARTED)


def test_a_pilot_that_does_not_know_is_held_back() -> None:
    given(Pilot, PROPOSED).when(lambda pilot: pilot.start()).then_refused(
        GateClosed, "Answer it, or give a reason to start without"
    )


def test_a_reason_passes_the_gate_and_is_remembered() -> None:
    given(Pilot, PROPOSED).when(
        lambda pilot: pilot.start(stake_hours=40, override=OVERRIDDEN.reason)
    ).then(OVERRIDDEN, STARTED)


def test_an_open_gate_is_not_said_to_be_overridden() -> None:
    given(Pilot, PROPOSED, STATED).when(
        lambda pilot: pilot.start(stake_hours=40, override=OVERRIDDEN.reason)
    ).then(STARTED)


def test_a_running_pilot_does_not_start_again() -> None:
    given(Pilot, PROPOSED, STATED, STARTED).when(lambda pilot: pilot.start()).then_refused(
        WrongStage, "“Common garden” is already running"
    )


def test_a_closed_pilot_does_not_start_again() -> None:
    given(Pilot, PROPOSED, STATED, CLOSED).when(lambda pilot: pilot.start()).then_refused(
        WrongStage, "“Common garden” is already closed"
    )


def test_the_whole_stake_is_kept(platform: Platform, mere: Asker, pilot: str) -> None:
    stake = Money(amount="250.50", currency="NZD")

    kept = ask(platform, mere, StartPilot(pilot=pilot, stake_hours=40, stake_money=stake))

    (started,) = platform.pilots.facts_after(kept.position - 1, 1)
    assert started.fact == PilotStarted(stake_hours=40, stake_money=stake)


def test_a_pilot_held_back_leaves_no_trace(platform: Platform, mere: Asker) -> None:
    pilot = ask(platform, mere, ProposePilot(title="Common garden")).stream("pilot")
    before = platform.pilots.head()

    with pytest.raises(GateClosed) as held:
        ask(platform, mere, StartPilot(pilot=pilot))

    assert held.value.field == "override"
    assert platform.pilots.head() == before


def test_an_unknown_pilot_is_refused_and_nothing_is_stored(platform: Platform, mere: Asker) -> None:
    before = platform.pilots.head()

    with pytest.raises(Unknown, match="There is no pilot pilot-gone here"):
        ask(platform, mere, StartPilot(pilot="pilot-gone"))

    assert platform.pilots.head() == before
