"""Blind verdicts sent again, or by both sides at the same moment: they count exactly once."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from domain.decision import Decision
from domain.facts.decision import DecisionVerdictsGiven
from domain.kernel.access import Asker
from domain.kernel.fields import Verdict
from pilots.commands.decision import GiveVerdict
from pilots.commands.pilot_people import NameSponsor
from pilots.request import CommandRequest, Receipt
from pilots.store.verdicts import waiting_verdicts
from pilots.unit_of_work import UnitOfWork
from tests.support.stories.builders import ask, person
from tests.support.stories.scenario import kept
from web.bootstrap import Platform

pytestmark = pytest.mark.both_engines

GIVEN = "decision.verdicts-given.v1"


@pytest.fixture
def sponsor(platform: Platform, mere: Asker, pilot: str) -> Asker:
    """A member who stands behind the pilot, which Mere owns."""
    rui = person(platform, "Rui")
    ask(platform, mere, NameSponsor(pilot=pilot, person=rui.person))
    return rui


def given_so_far(platform: Platform) -> int:
    facts = platform.pilots.facts_after(0, 10_000)
    return sum(event.fact.stored_as == GIVEN for event in facts)


def test_a_verdict_sent_again_is_answered_again_and_waits_no_second_time(
    platform: Platform, mere: Asker, sponsor: Asker, pilot: str
) -> None:
    asking = CommandRequest(asker=sponsor, command_id="once")
    wish = GiveVerdict(pilot=pilot, side="sponsor", verdict="scale")
    first = platform.pilots.carry_out(asking, wish)
    ask(platform, mere, GiveVerdict(pilot=pilot, side="team", verdict="stop"))

    assert platform.pilots.carry_out(asking, wish) == first
    assert waiting_verdicts(platform.history, pilot) == {}


def test_both_sides_at_the_same_moment_lead_to_one_fact(
    platform: Platform, mere: Asker, sponsor: Asker, pilot: str
) -> None:
    wishes = [
        (mere, GiveVerdict(pilot=pilot, side="team", verdict="pivot")),
        (sponsor, GiveVerdict(pilot=pilot, side="sponsor", verdict="scale")),
    ]

    def speak(which: int) -> Receipt:
        ready.wait()
        return ask(platform, *wishes[which])

    for number in range(1, 31):
        ready = Barrier(2)
        with ThreadPoolExecutor(2) as pool:
            receipts = list(pool.map(speak, range(2)))

        assert sorted(len(receipt.facts) for receipt in receipts) == [0, 1]
        assert given_so_far(platform) == number
        assert waiting_verdicts(platform.history, pilot) == {}


@pytest.mark.parametrize(
    ("changed", "sponsors"), [("stop", "stop"), (None, "scale")], ids=["changed", "left"]
)
def test_a_mind_changed_while_the_other_side_speaks_counts(
    platform: Platform,
    mere: Asker,
    sponsor: Asker,
    pilot: str,
    changed: Verdict | None,
    sponsors: Verdict,
) -> None:
    """The sponsor says something else after the team has read that the sponsor has spoken."""
    ask(platform, sponsor, GiveVerdict(pilot=pilot, side="sponsor", verdict="scale"))
    faster = [GiveVerdict(pilot=pilot, side="sponsor", verdict=changed)] if changed else []

    class Late(GiveVerdict, of=Decision, records=DecisionVerdictsGiven):
        def carry_out(self, work: UnitOfWork) -> None:
            super().carry_out(work)
            if faster:
                ask(platform, sponsor, faster.pop())

    second = ask(platform, mere, Late(pilot=pilot, side="team", verdict="pivot"))

    both = DecisionVerdictsGiven(sponsor=sponsors, team="pivot")
    assert kept(platform, second) == [(both, (pilot,))]
    assert given_so_far(platform) == 1
    assert waiting_verdicts(platform.history, pilot) == {}


def test_whoever_speaks_first_and_is_overtaken_brings_both_in(
    platform: Platform, mere: Asker, sponsor: Asker, pilot: str
) -> None:
    faster = [GiveVerdict(pilot=pilot, side="sponsor", verdict="scale")]

    class Late(GiveVerdict, of=Decision, records=DecisionVerdictsGiven):
        def carry_out(self, work: UnitOfWork) -> None:
            super().carry_out(work)
            if faster:
                ask(platform, sponsor, faster.pop())

    late = ask(platform, mere, Late(pilot=pilot, side="team", verdict="pivot"))

    both = DecisionVerdictsGiven(sponsor="scale", team="pivot")
    assert kept(platform, late) == [(both, (pilot,))]
