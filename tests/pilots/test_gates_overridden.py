"""A reason opens a gate for one step, and closing a pilot early is stopping it."""

from datetime import timedelta

import pytest

from domain.kernel.errors import GateClosed
from pilots.commands.experiment import EndExperiment, PlanExperiment, StartExperiment
from pilots.commands.pilot import OverrideGate, ProposePilot, StartPilot
from pilots.commands.pilot_course import ClosePilot
from pilots.commands.value import DiscoverValue
from tests.support.stories.story import ANSWER, Story


def test_a_reason_given_before_opens_the_next_step_and_no_more(story: Story) -> None:
    story.start()
    rule = "S003-participation-first"
    story.do(OverrideGate(pilot=story.pilot, rule=rule, reason="We know."))
    assert "We know. <span" in " ".join(story.page("/charter").split())
    story.do(DiscoverValue(pilot=story.pilot, statement="Sleep."))
    with pytest.raises(GateClosed, match="Take part first"):
        story.do(DiscoverValue(pilot=story.pilot, statement="More sleep."))


def test_a_reason_given_with_a_step_is_for_that_step(story: Story) -> None:
    pilot = story.new(ProposePilot(title="Nights", accomplishment=ANSWER))
    story.do(StartPilot(pilot=pilot))
    plan = PlanExperiment(pilot=pilot, title="One", override="Tonight.")
    trials = [story.new(plan), story.new(plan)]
    for trial in trials:
        story.do(StartExperiment(experiment=trial))
    told = {"result": "refuted", "summary": "No."}
    story.do(EndExperiment(experiment=trials[0], override="We saw it.", **told))  # type: ignore[arg-type]  # of the words a result has
    with pytest.raises(GateClosed, match="it can only end inconclusive"):
        story.do(EndExperiment(experiment=trials[1], **told))  # type: ignore[arg-type]  # as above


@pytest.mark.parametrize("reason", ["", "  "])
@pytest.mark.row("S003-persist-before-verdict")
def test_s003_persist_before_verdict__closing_early_is_stopping(story: Story, reason: str) -> None:
    story.start()
    story.days(1)
    with pytest.raises(GateClosed, match="It is early to stop"):
        story.do(ClosePilot(pilot=story.pilot, reason="No.", override=reason))


@pytest.mark.row("S003-persist-before-verdict")
def test_s003_persist_before_verdict__its_last_day_ends_a_pilot(story: Story) -> None:
    pilot = story.propose()
    story.charter()
    last = story.clock().date() + timedelta(days=3)
    story.do(StartPilot(pilot=pilot, ends_on=last))
    story.days(3)
    closed = story.do(ClosePilot(pilot=pilot, reason="It was planned so."))
    assert [fact.name for fact in closed.facts] == ["pilot.closed.v1"]


def test_what_was_only_proposed_can_be_put_away(story: Story) -> None:
    closed = story.do(ClosePilot(pilot=story.propose(), reason="We will not."))
    assert [fact.name for fact in closed.facts] == ["pilot.closed.v1"]
