"""Blind verdicts: nobody reads one before both are in, and both come in exactly once."""

import pytest

from domain.facts.decision import DecisionVerdictsGiven
from domain.kernel.access import Asker
from domain.kernel.errors import NotAllowed
from domain.kernel.fields import Verdict
from pilots.commands.decision import GiveVerdict, Side
from pilots.commands.pilot import ProposePilot
from pilots.commands.pilot_people import JoinPilot, LeavePilot, NameSponsor
from pilots.request import Receipt
from pilots.store.reader import Extent, lines_of, rows_of
from pilots.store.verdicts import waiting_verdicts
from tests.support.stories.builders import ask, person
from tests.support.stories.scenario import kept
from web.bootstrap import Platform

pytestmark = pytest.mark.both_engines


@pytest.fixture
def sponsor(platform: Platform, mere: Asker, pilot: str) -> Asker:
    """A member who stands behind the pilot."""
    rui = person(platform, "Rui")
    ask(platform, mere, NameSponsor(pilot=pilot, person=rui.person))
    return rui


@pytest.fixture
def team(platform: Platform, mere: Asker, pilot: str) -> Asker:
    """A member who works in the pilot."""
    tui = person(platform, "Tui")
    ask(platform, mere, JoinPilot(pilot=pilot, person=tui.person, role="team"))
    return tui


def give(platform: Platform, who: Asker, pilot: str, side: Side, verdict: Verdict) -> Receipt:
    return ask(platform, who, GiveVerdict(pilot=pilot, side=side, verdict=verdict))


def test_the_first_verdict_is_nowhere_in_the_history(
    platform: Platform, sponsor: Asker, pilot: str
) -> None:
    before = platform.pilots.head()

    first = give(platform, sponsor, pilot, "sponsor", "pivot")

    assert first.facts == ()
    assert platform.pilots.head() == before
    leaving = b"".join(lines_of(rows_of(platform.history, Extent())))
    assert leaving
    assert b"pivot" not in leaving
    assert b"verdict" not in leaving


@pytest.mark.parametrize("sponsor_first", [True, False])
def test_the_second_verdict_brings_both_in(
    platform: Platform, sponsor: Asker, team: Asker, pilot: str, *, sponsor_first: bool
) -> None:
    if sponsor_first:
        give(platform, sponsor, pilot, "sponsor", "scale")
        second = give(platform, team, pilot, "team", "stop")
    else:
        give(platform, team, pilot, "team", "stop")
        second = give(platform, sponsor, pilot, "sponsor", "scale")

    assert kept(platform, second) == [
        (DecisionVerdictsGiven(sponsor="scale", team="stop"), (pilot,))
    ]
    assert waiting_verdicts(platform.history, pilot) == {}


def test_one_can_change_ones_mind_while_the_other_side_is_silent(
    platform: Platform, sponsor: Asker, team: Asker, pilot: str
) -> None:
    for verdict in ("scale", "pause", "stop"):
        assert give(platform, sponsor, pilot, "sponsor", verdict).facts == ()

    second = give(platform, team, pilot, "team", "scale")

    assert kept(platform, second) == [
        (DecisionVerdictsGiven(sponsor="stop", team="scale"), (pilot,))
    ]


def test_one_person_does_not_speak_for_both(platform: Platform, mere: Asker, pilot: str) -> None:
    give(platform, mere, pilot, "sponsor", "scale")
    before = platform.pilots.head()

    with pytest.raises(NotAllowed, match="You spoke for the other side"):
        give(platform, mere, pilot, "team", "scale")

    assert platform.pilots.head() == before
    assert set(waiting_verdicts(platform.history, pilot)) == {"sponsor"}


def test_each_side_speaks_for_itself(
    platform: Platform, sponsor: Asker, team: Asker, pilot: str
) -> None:
    stranger = person(platform, "Ira")
    ask(platform, stranger, JoinPilot(pilot=pilot, person=sponsor.person, role="team"))
    wrong: list[tuple[Asker, Side]] = [
        (sponsor, "team"),
        (team, "sponsor"),
        (stranger, "team"),
        (stranger, "sponsor"),
    ]

    for who, side in wrong:
        with pytest.raises(NotAllowed, match=f"Only the {side} of “Shared minutes”, or a manager"):
            give(platform, who, pilot, side, "stop")

    assert waiting_verdicts(platform.history, pilot) == {}


def test_a_member_who_joined_as_sponsor_speaks_as_one_until_they_leave(
    platform: Platform, mere: Asker, pilot: str
) -> None:
    ira = person(platform, "Ira")
    ask(platform, mere, JoinPilot(pilot=pilot, person=ira.person, role="sponsor"))
    give(platform, ira, pilot, "sponsor", "scale")

    ask(platform, mere, LeavePilot(pilot=pilot, person=ira.person))

    with pytest.raises(NotAllowed, match="Only the sponsor"):
        give(platform, ira, pilot, "sponsor", "stop")


def test_verdicts_on_two_pilots_do_not_meet(
    platform: Platform, mere: Asker, sponsor: Asker, pilot: str
) -> None:
    other = ask(platform, mere, ProposePilot(title="Other")).stream("pilot")
    give(platform, sponsor, pilot, "sponsor", "scale")

    assert give(platform, mere, other, "team", "stop").facts == ()


def test_the_next_round_begins_blind_again(
    platform: Platform, sponsor: Asker, team: Asker, pilot: str
) -> None:
    give(platform, sponsor, pilot, "sponsor", "scale")
    give(platform, team, pilot, "team", "stop")

    assert give(platform, team, pilot, "team", "pivot").facts == ()
    again = give(platform, sponsor, pilot, "sponsor", "pause")

    assert kept(platform, again) == [
        (DecisionVerdictsGiven(sponsor="pause", team="pivot"), (pilot,))
    ]
