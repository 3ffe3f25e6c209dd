"""Starting a pilot, which one question stands before."""

import pytest

from domain.facts.pilot import PilotStarted
from domain.kernel.access import Asker
from domain.kernel.errors import GateClosed, Unknown, WrongStage
from domain.kernel.fields import Money
from domain.pilot import Pilot
from pilots.commands.pilot import ProposePilot, StartPilot
from tests.support.examples import CLOSED, OVERRIDDEN, PROPOSED, STARTED, STATED
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


def test_a_pilot_that_knows_what_for_can_start() -> None:
    given(Pilot, PROPOSED, STATED).when(STARTED).then_kept()


def test_a_running_pilot_does_not_start_again() -> None:
    given(Pilot, PROPOSED, STATED, STARTED).when(STARTED).then_refused(
        WrongStage, "“Common garden” is running"
    )


def test_a_closed_pilot_does_not_start_again() -> None:
    given(Pilot, PROPOSED, STATED, CLOSED).when(STARTED).then_refused(
        WrongStage, "“Common garden” is closed"
    )


def test_the_whole_stake_is_kept(platform: Platform, mere: Asker, pilot: str) -> None:
    stake = Money(amount="250.50", currency="NZD")

    made = ask(platform, mere, StartPilot(pilot=pilot, stake_hours=40, stake_money=stake))

    started = PilotStarted(stake_hours=40, stake_money=stake)
    assert kept(platform, made) == [(started, (pilot,))]


def test_a_reason_is_kept_only_where_the_gate_is_shut(
    platform: Platform, mere: Asker, pilot: str
) -> None:
    bare = ask(platform, mere, ProposePilot(title="Common garden")).stream("pilot")
    wishes = [StartPilot(pilot=each, override=OVERRIDDEN.reason) for each in (bare, pilot)]

    held, free = (kept(platform, ask(platform, mere, wish)) for wish in wishes)

    assert held == [(OVERRIDDEN, (bare,)), (PilotStarted(), (bare,))]
    assert free == [(PilotStarted(), (pilot,))]


def test_a_pilot_held_back_leaves_no_trace(platform: Platform, mere: Asker) -> None:
    pilot = ask(platform, mere, ProposePilot(title="Common garden")).stream("pilot")
    before = platform.pilots.head()

    with pytest.raises(GateClosed, match="Answer it, or give a reason to start without") as held:
        ask(platform, mere, StartPilot(pilot=pilot))

    assert held.value.field == "override"
    assert platform.pilots.head() == before


def test_an_unknown_pilot_is_refused_and_nothing_is_stored(platform: Platform, mere: Asker) -> None:
    before = platform.pilots.head()

    with pytest.raises(Unknown, match="There is no pilot pilot-gone here"):
        ask(platform, mere, StartPilot(pilot="pilot-gone"))

    assert platform.pilots.head() == before
