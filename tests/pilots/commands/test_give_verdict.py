"""Giving a verdict blindly: the rest of it stands in tests/pilots/store/test_verdicts."""

from domain.decision import Decision
from domain.kernel.access import Asker
from domain.kernel.errors import WrongStage
from pilots.commands.decision import GiveVerdict
from pilots.commands.pilot_people import ChangeOwner, NameSponsor
from tests.support.examples.talks import DECIDED, VERDICTS
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


def test_both_verdicts_enter_together() -> None:
    given(Decision).when(VERDICTS).then_kept()


def test_what_was_decided_is_not_judged_again() -> None:
    given(Decision, DECIDED).when(VERDICTS).then_refused(
        WrongStage, "This was decided. Revisit it, or take another decision"
    )


def test_sponsor_and_team_are_kept_with_their_verdicts(
    platform: Platform, mere: Asker, rui: Asker, pilot: str
) -> None:
    ask(platform, mere, NameSponsor(pilot=pilot, person=rui.person))
    ask(platform, mere, GiveVerdict(pilot=pilot, side="team", verdict="persevere"))

    given_both = ask(platform, rui, GiveVerdict(pilot=pilot, side="sponsor", verdict="scale"))

    assert kept(platform, given_both) == [(VERDICTS, (pilot,))]


def test_an_owner_who_never_joined_speaks_for_the_team(
    platform: Platform, mere: Asker, rui: Asker, pilot: str
) -> None:
    ask(platform, mere, ChangeOwner(pilot=pilot, owner=rui.person))
    ask(platform, mere, GiveVerdict(pilot=pilot, side="sponsor", verdict="scale"))

    given_both = ask(platform, rui, GiveVerdict(pilot=pilot, side="team", verdict="persevere"))

    assert kept(platform, given_both) == [(VERDICTS, (pilot,))]
