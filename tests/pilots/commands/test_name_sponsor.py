"""Saying who stands behind a pilot."""

from domain.facts.pilot_people import PilotSponsorNamed
from domain.kernel.access import Asker
from domain.kernel.errors import WrongStage
from domain.pilot import Pilot
from pilots.commands.pilot_people import NameSponsor
from tests.support.examples import PROPOSED, RUI
from tests.support.examples.pilots import SPONSOR
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


def test_somebody_stands_behind_the_pilot() -> None:
    given(Pilot, PROPOSED).when(SPONSOR).then_kept()


def test_somebody_else_can_stand_behind_it_later() -> None:
    later = PilotSponsorNamed(person=RUI)

    given(Pilot, PROPOSED, SPONSOR).when(later).then_kept()


def test_the_sponsor_it_has_is_no_new_one() -> None:
    given(Pilot, PROPOSED, SPONSOR).when(SPONSOR).then_refused(
        WrongStage, "that is how “Common garden” stands already", field="person"
    )


def test_the_sponsor_is_kept(platform: Platform, mere: Asker, rui: Asker, pilot: str) -> None:
    named = ask(platform, mere, NameSponsor(pilot=pilot, person=rui.person))

    assert kept(platform, named) == [(PilotSponsorNamed(person=rui.person), (pilot,))]
    assert platform.pilots.rebuilt(Pilot, pilot).sponsor == rui.person
