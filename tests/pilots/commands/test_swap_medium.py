"""Letting one medium take the place of another, while the pilot goes on."""

from msgspec.structs import replace

from domain.kernel.access import Asker
from domain.kernel.errors import Missing, WrongStage
from domain.pilot import Pilot
from pilots.commands.parsing import read_command
from pilots.commands.pilot_media import AdoptMedium, ChooseCapability, SwapMedium
from tests.support.examples import ADOPTED, CHOSEN, CLOSED, PROPOSED
from tests.support.examples.pilots import CHARTER_STAYS, SWAPPED
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


def test_one_medium_takes_the_place_of_another() -> None:
    given(Pilot, PROPOSED, CHOSEN, ADOPTED).when(SWAPPED).then_kept()


def test_a_medium_that_is_not_used_cannot_be_swapped() -> None:
    given(Pilot, PROPOSED, CHOSEN).when(SWAPPED).then_refused(
        Missing,
        "“Common garden” does not use “notice board”. Choose a medium it has adopted",
        field="from",
    )


def test_what_was_swapped_is_used_no_more() -> None:
    given(Pilot, PROPOSED, CHOSEN, ADOPTED, SWAPPED).when(SWAPPED).then_refused(
        Missing, "does not use “notice board”", field="from"
    )


def test_what_took_its_place_is_used_for_the_same() -> None:
    given(Pilot, PROPOSED, CHOSEN, ADOPTED, SWAPPED).when(
        replace(ADOPTED, medium=SWAPPED.to)
    ).then_refused(WrongStage, "“phone list” is already used for “lend”", field="medium")


def test_a_medium_does_not_take_its_own_place() -> None:
    given(Pilot, PROPOSED, CHOSEN, ADOPTED).when(replace(SWAPPED, to="notice board")).then_refused(
        WrongStage, "Name the medium that takes its place", field="to"
    )


def test_a_closed_pilot_swaps_nothing() -> None:
    given(Pilot, PROPOSED, CHOSEN, ADOPTED, CLOSED).when(SWAPPED).then_refused(
        WrongStage, CHARTER_STAYS
    )


def test_both_media_are_kept_as_a_form_says_them(
    platform: Platform, mere: Asker, pilot: str
) -> None:
    ask(platform, mere, ChooseCapability(pilot=pilot, capability="lend", why="We must."))
    medium, seen = ADOPTED.medium, ADOPTED.helps_because
    wish = AdoptMedium(pilot=pilot, medium=medium, capability="lend", helps_because=seen)
    ask(platform, mere, wish)
    said = {"pilot": pilot, "from": medium, "to": SWAPPED.to, "reason": SWAPPED.reason}

    swapped = ask(platform, mere, read_command(SwapMedium, said))

    assert kept(platform, swapped) == [(SWAPPED, (pilot,))]


def test_the_others_of_the_capability_stay() -> None:
    wiki = replace(ADOPTED, medium="wiki")
    given(Pilot, PROPOSED, CHOSEN, ADOPTED, wiki, SWAPPED).when(wiki).then_refused(
        WrongStage, "“wiki” is already used", field="medium"
    )
