"""Adopting a medium, which only ever helps a capability that was chosen before."""

import pytest

from domain.kernel.access import Asker
from domain.kernel.errors import GateClosed, WrongStage
from domain.pilot import Pilot
from pilots.commands.parsing import read_command
from pilots.commands.pilot_media import AdoptMedium, ChooseCapability
from tests.support.examples import ADOPTED, CHOSEN, CLOSED, PILOT, PROPOSED
from tests.support.examples.pilots import CHARTER_STAYS
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


def test_a_medium_is_adopted_for_a_capability() -> None:
    given(Pilot, PROPOSED, CHOSEN).when(ADOPTED).then_kept()


def test_the_capability_comes_first(platform: Platform, mere: Asker, pilot: str) -> None:
    wish = AdoptMedium(pilot=pilot, medium="wiki", capability="lend", helps_because="Seen.")

    with pytest.raises(GateClosed, match="Choose the capability first, then the medium") as held:
        ask(platform, mere, wish)

    assert (held.value.field, held.value.command) == ("override", "choose-capability")
    assert held.value.given == {"pilot": pilot, "capability": "lend"}


def test_one_medium_is_not_adopted_twice_for_the_same() -> None:
    given(Pilot, PROPOSED, CHOSEN, ADOPTED).when(ADOPTED).then_refused(
        WrongStage, "“notice board” is already used for “lend”", field="medium"
    )


def test_a_closed_pilot_adopts_nothing() -> None:
    given(Pilot, PROPOSED, CHOSEN, CLOSED).when(ADOPTED).then_refused(WrongStage, CHARTER_STAYS)


def test_everything_said_about_the_medium_is_kept(
    platform: Platform, mere: Asker, pilot: str
) -> None:
    ask(platform, mere, ChooseCapability(pilot=pilot, capability="lend", why="We must."))
    wish = AdoptMedium(
        pilot=pilot,
        medium=ADOPTED.medium,
        capability=ADOPTED.capability,
        helps_because=ADOPTED.helps_because,
        speed="slow",
        place="in-person",
    )

    made = ask(platform, mere, wish)

    assert kept(platform, made) == [(ADOPTED, (pilot,))]


def test_it_can_be_asked_for_on_a_form() -> None:
    raw = {"pilot": PILOT, "medium": "board", "capability": "lend", "helps_because": "Seen."}

    assert read_command(AdoptMedium, raw) == AdoptMedium(
        pilot=PILOT, medium="board", capability="lend", helps_because="Seen."
    )
