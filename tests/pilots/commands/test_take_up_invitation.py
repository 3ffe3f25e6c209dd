"""Taking an invitation up, once each."""

from domain.facts.invitation import InvitationTakenUp
from domain.invitation import Invitation
from domain.kernel.access import Asker
from domain.kernel.errors import WrongStage
from pilots.commands.invitation import TakeUpInvitation
from tests.support.examples import TUI
from tests.support.examples.talks import INVITED, TAKEN_UP, UNINVITED
from tests.support.stories.builders import ask, person
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


def test_a_person_takes_it_up() -> None:
    given(Invitation, INVITED).when(TAKEN_UP).then_kept()


def test_others_take_it_up_too() -> None:
    given(Invitation, INVITED, TAKEN_UP).when(InvitationTakenUp(person=TUI)).then_kept()


def test_nobody_takes_it_up_twice() -> None:
    given(Invitation, INVITED, TAKEN_UP).when(TAKEN_UP).then_refused(
        WrongStage, "This person has already taken the invitation up", field="person"
    )


def test_what_was_closed_is_not_taken_up() -> None:
    given(Invitation, INVITED, UNINVITED).when(TAKEN_UP).then_refused(
        WrongStage, "This invitation was closed. Open another one"
    )


def test_it_is_oneself_unless_somebody_is_named(
    platform: Platform, rui: Asker, pilot: str, invitation: str
) -> None:
    tui = person(platform, "Tui").person

    own = ask(platform, rui, TakeUpInvitation(invitation=invitation))
    others = ask(platform, rui, TakeUpInvitation(invitation=invitation, person=tui))

    assert kept(platform, own) == [(InvitationTakenUp(person=rui.person), (pilot,))]
    assert kept(platform, others) == [(InvitationTakenUp(person=tui), (pilot,))]
