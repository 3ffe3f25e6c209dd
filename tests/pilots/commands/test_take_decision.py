"""Deciding how a pilot goes on, on the basis of what was seen."""

import pytest
from msgspec.structs import asdict, replace

from domain.decision import Decision
from domain.facts.pilot import PilotClosed, PilotPaused
from domain.kernel.access import Asker
from domain.kernel.aggregate import Fact
from domain.kernel.errors import Invalid, WrongStage
from domain.kernel.fields import Seen, Verdict
from pilots.commands.decision import GiveVerdict, TakeDecision
from pilots.commands.pilot import StartPilot
from pilots.commands.pilot_people import NameSponsor
from tests.support.examples.talks import DECIDED, VERDICTS
from tests.support.stories.builders import ask, open_gates
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform

EFFECT = "Less noise."


def test_it_is_decided_how_a_pilot_goes_on() -> None:
    given(Decision).when(DECIDED).then_kept()


def test_verdicts_come_before() -> None:
    given(Decision, VERDICTS).when(DECIDED).then_kept()


def test_it_is_decided_once() -> None:
    given(Decision, DECIDED).when(DECIDED).then_refused(
        WrongStage, "This was decided. Revisit it, or take another decision"
    )


def test_everything_it_rests_on_is_kept(
    platform: Platform, mere: Asker, pilot: str, lesson: str, evidence: str, conclusion: str
) -> None:
    taken = replace(
        DECIDED,
        pilot=pilot,
        lessons=(lesson,),
        evidence=(evidence,),
        conclusion=conclusion,
        seen=Seen(position=platform.pilots.head(), root=""),
    )
    said = {name: value for name, value in asdict(taken).items() if name != "seen"}

    assert kept(platform, ask(platform, mere, TakeDecision(**said))) == [(taken, (pilot,))]


@pytest.mark.parametrize(
    ("verdict", "follows"),
    [("stop", PilotClosed(reason=EFFECT)), ("pause", PilotPaused(reason=EFFECT))],
)
def test_to_stop_or_pause_changes_the_pilot_too(
    platform: Platform, mere: Asker, pilot: str, verdict: Verdict, follows: Fact
) -> None:
    open_gates(platform, mere, pilot)
    ask(platform, mere, StartPilot(pilot=pilot))
    wish = TakeDecision(pilot=pilot, verdict=verdict, expected_effect=EFFECT)

    changed = kept(platform, ask(platform, mere, wish))

    assert len(changed) == 2
    assert (follows, (pilot,)) in changed


def test_what_follows_comes_after_the_decision(platform: Platform, mere: Asker, pilot: str) -> None:
    open_gates(platform, mere, pilot)
    wish = TakeDecision(pilot=pilot, verdict="stop", expected_effect=EFFECT)

    taken = ask(platform, mere, wish)

    assert [fact.name for fact in taken.facts] == ["decision.taken.v1", "pilot.closed.v1"]


def test_what_the_pilot_cannot_do_is_not_decided(
    platform: Platform, mere: Asker, pilot: str
) -> None:
    wish = TakeDecision(pilot=pilot, verdict="pause", expected_effect=EFFECT)
    before = platform.pilots.head()

    with pytest.raises(WrongStage, match="is proposed, so it cannot be paused"):
        ask(platform, mere, wish)

    assert platform.pilots.head() == before


@pytest.fixture
def judged(platform: Platform, mere: Asker, rui: Asker, pilot: str) -> str:
    open_gates(platform, mere, pilot)
    ask(platform, mere, NameSponsor(pilot=pilot, person=rui.person))
    ask(platform, mere, GiveVerdict(pilot=pilot, side="team", verdict="scale"))
    wish = GiveVerdict(pilot=pilot, side="sponsor", verdict="scale")
    return ask(platform, rui, wish).stream("decision")


def test_it_is_taken_on_the_verdicts_that_were_given(
    platform: Platform, mere: Asker, pilot: str, judged: str
) -> None:
    wish = TakeDecision(pilot=pilot, decision=judged, verdict="scale", expected_effect=EFFECT)

    taken = ask(platform, mere, wish)

    assert [(fact.stream, fact.version) for fact in taken.facts] == [(judged, 2)]


def test_verdicts_on_another_pilot_are_refused(
    platform: Platform, mere: Asker, elsewhere: str, judged: str
) -> None:
    open_gates(platform, mere, elsewhere)
    wish = TakeDecision(pilot=elsewhere, decision=judged, verdict="scale", expected_effect=EFFECT)
    before = platform.pilots.head()

    with pytest.raises(Invalid, match="This decision is another pilot's") as wrong:
        ask(platform, mere, wish)

    assert wrong.value.field == "decision"
    assert platform.pilots.head() == before
