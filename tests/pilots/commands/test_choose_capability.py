"""Choosing what people should become able to do."""

from domain.kernel.errors import WrongStage
from domain.pilot import Pilot
from pilots.commands.parsing import read_command
from pilots.commands.pilot_media import ChooseCapability
from tests.support.examples import CHOSEN, CLOSED, PILOT, PROPOSED
from tests.support.examples.pilots import CHARTER_STAYS
from tests.support.stories.scenario import given


def test_a_capability_is_chosen_for_a_reason() -> None:
    given(Pilot, PROPOSED).when(CHOSEN).then_kept()


def test_one_capability_is_not_chosen_twice() -> None:
    given(Pilot, PROPOSED, CHOSEN).when(CHOSEN).then_refused(
        WrongStage, "“Common garden” already builds the capability “lend”", field="capability"
    )


def test_a_closed_pilot_chooses_nothing() -> None:
    given(Pilot, PROPOSED, CLOSED).when(CHOSEN).then_refused(WrongStage, CHARTER_STAYS)


def test_it_can_be_asked_for_on_a_form() -> None:
    raw = {"pilot": PILOT, "capability": "lend", "why": "We must."}

    assert read_command(ChooseCapability, raw) == ChooseCapability(
        pilot=PILOT, capability="lend", why="We must."
    )
