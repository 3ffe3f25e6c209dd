"""Inviting people to take part."""

from msgspec.structs import replace

from domain.invitation import Invitation
from domain.kernel.access import Asker
from pilots.commands.invitation import OpenInvitation
from tests.support.examples.talks import INVITED
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


def test_people_of_an_audience_are_invited() -> None:
    given(Invitation).when(INVITED).then_kept()


def test_everybody_can_be_meant(platform: Platform, mere: Asker, pilot: str) -> None:
    opened = ask(platform, mere, OpenInvitation(pilot=pilot, text=INVITED.text))

    invited = replace(INVITED, pilot=pilot, audience=None)
    assert kept(platform, opened) == [(invited, (pilot,))]
