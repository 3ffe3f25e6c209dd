"""A review suggests a verdict that it can account for, and none that the method would refuse."""

from itertools import pairwise

import pytest

from domain.kernel.fields import Verdict
from domain.kernel.messages import say
from domain.metrics.value import DISCOVERED
from domain.readiness import AREAS
from domain.review import suggestion
from domain.review.standing import PilotState, Standing
from domain.review.suggestion import MILDEST_FIRST, REASONS, suggestion_for
from domain.review.verdict_signals import Speaks
from domain.rules.learning_loops import LearningLoop
from domain.rules.rule import Next, Precondition
from pilots.commands.conclusion import (
    PoolThought,
    ProposeConclusion,
    ReachConclusion,
    SupportConclusion,
)
from pilots.commands.lesson import LearnLesson
from pilots.commands.readiness import AssessReadiness, WaiveReadiness
from tests.support.machines.clock import MONDAY
from tests.support.stories.reviewed_story import decide, line
from tests.support.stories.story import Story


def test_nobody_is_told_to_stop_early_nor_to_scale_before_a_shut_gate(story: Story) -> None:
    story.start()
    story.log()
    told = line(story).suggestion
    assert told
    assert told.verdict == "persevere"
    assert "early to stop" in str(told.reasons[0])
    assert len(told.reasons) <= REASONS


def test_nobody_is_told_to_stop_what_its_owner_never_took_part_in(story: Story) -> None:
    story.start()
    story.days(400)  # past its end, and it taught nothing
    told = line(story).suggestion
    assert told
    assert told.verdict == "persevere"


def test_what_taught_nothing_and_is_past_its_end_is_to_stop(story: Story) -> None:
    story.start()
    for _ in range(3):
        story.log()
        story.days(10)
    story.days(400)
    told = line(story).suggestion
    assert told
    assert told.verdict == "stop"
    assert str(told.reasons[0]) == "Its last day is over and no value was discovered."


def test_a_hamster_wheel_speaks_for_another_course(story: Story) -> None:
    story.start()
    story.do(LearnLesson(pilot=story.pilot, text="Ask first.", loop="tool"))
    for _ in range(4):
        story.days(7)
        for _ in range(5):
            story.log("Mere", "Ana")
    story.days(1)
    found = line(story)
    assert found.has_wheel
    assert found.suggestion
    assert found.suggestion.verdict == "pivot"


def test_a_pilot_that_went_quiet_is_to_pause(story: Story) -> None:
    story.start()
    story.do(LearnLesson(pilot=story.pilot, text="Ask first."))
    for _ in range(3):
        story.log("Mere", "Ana")
        story.days(8)
    story.days(20)
    told = line(story, days=20).suggestion
    assert told
    assert told.verdict == "pause"


def test_scaling_is_suggested_once_no_gate_before_it_is_shut(story: Story) -> None:
    pilot = story.start()
    for area in AREAS:
        story.do(AssessReadiness(pilot=pilot, area=area, level=1, gap="Nobody decides."))
        story.do(WaiveReadiness(pilot=pilot, area=area, reason="Small enough."))
    for _ in range(3):
        story.log()
        story.days(8)
    assert line(story).suggestion
    assert line(story).suggestion.verdict != "scale"  # type: ignore[union-attr]  # there is one
    pool = story.new(PoolThought(pilot=pilot, text="We go on."))
    story.do(ProposeConclusion(conclusion=pool, text="We go on."))
    for name in ("Mere", "Ana", "Tom"):
        story.do(SupportConclusion(conclusion=pool), name)
    story.do(ReachConclusion(conclusion=pool))
    told = line(story).suggestion
    assert told
    assert told.verdict == "scale"
    assert str(told.reasons[0]) == "No gate before scaling is shut."


@pytest.mark.parametrize("stage", ["proposed", "closed"])
def test_no_verdict_is_suggested_before_the_start_or_after_the_end(
    story: Story, stage: str
) -> None:
    if stage == "proposed":
        story.propose()
    else:
        story.start()
        decide(story, verdict="stop", override="It is a test.")
    assert line(story).stage == stage
    assert line(story).suggestion is None


class Turned(Standing):
    """A pilot with two closed turns and a value, before whose scaling a gate is shut."""

    @property
    def turns(self) -> list[LearningLoop]:
        """Return two turns that are closed."""
        return [LearningLoop(f"experiment-{n}", "Ask first", (), MONDAY) for n in (1, 2)]

    def shut_before(self, verdict: str) -> list[Precondition]:
        """Return the one gate that is shut."""
        shut = Precondition(
            "S004-readiness", say("Not ready."), Next("assess-readiness", say("Say how"))
        )
        return [shut] if verdict == "scale" else []


def test_a_shut_gate_keeps_scaling_from_being_suggested_whatever_speaks_for_it(
    story: Story,
) -> None:
    story.start()
    story.do(LearnLesson(pilot=story.pilot, text="Ask first."))
    story.days(60)
    with story.known() as known:
        state = PilotState(discovered=DISCOVERED.counts(1))
        told = suggestion_for(Turned(known, story.clock(), {}, state))
    assert told
    assert told.verdict == "persevere"


@pytest.mark.parametrize(("milder", "other"), list(pairwise(MILDEST_FIRST)))
def test_of_equals_the_milder_is_suggested(
    milder: Verdict, other: Verdict, monkeypatch: pytest.MonkeyPatch
) -> None:
    speaks = [Speaks(each, say("So."), 5, lambda _: say("So.")) for each in (other, milder)]
    monkeypatch.setattr(suggestion, "SPEAKS", speaks)
    monkeypatch.setattr(suggestion, "early", lambda _: None)

    class Open(Standing):
        is_under_way = True

        def shut_before(self, _: str) -> list[Precondition]:
            """Return that no gate is shut."""
            return []

    suggested = suggestion_for(Open(*[None] * 5))  # type: ignore[arg-type]  # nobody looks at it
    assert suggested
    assert suggested.verdict == milder


def test_verdicts_are_told_from_the_mildest_on() -> None:
    assert MILDEST_FIRST == ("persevere", "pivot", "pause", "scale", "stop")
