"""Closing an invitation, once."""

import pytest

from domain.invitation import Invitation
from domain.kernel.access import Asker
from domain.kernel.aggregate import Fact
from domain.kernel.errors import WrongStage
from pilots.commands.invitation import CloseInvitation
from tests.support.examples.talks import INVITED, TAKEN_UP, UNINVITED
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


@pytest.mark.parametrize("past", [(), (TAKEN_UP,)])
def test_an_invitation_no_longer_stands(past: tuple[Fact, ...]) -> None:
    given(Invitation, INVITED, *past).when(UNINVITED).then_kept()


def test_it_is_closed_once() -> None:
    given(Invitation, INVITED, UNINVITED).when(UNINVITED).then_refused(
        WrongStage, "This invitation was closed. Open another one"
    )


def test_that_it_was_closed_is_kept(
    platform: Platform, mere: Asker, pilot: str, invitation: str
) -> None:
    closed = ask(platform, mere, CloseInvitation(invitation=invitation))

    assert kept(platform, closed) == [(UNINVITED, (pilot,))]
