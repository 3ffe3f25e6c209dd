"""The five steps, the six playbooks, and the badges that say what kind of pilot it is."""

from datetime import date
from typing import Any, get_args

import pytest

from domain.kernel.fields import GoalType
from domain.rules.path import path
from domain.rules.playbooks import PLAYBOOKS, playbook_for
from pilots.commands.evidence import GatherEvidence
from pilots.commands.experiment import PlanExperiment, StartExperiment
from pilots.commands.invitation import OpenInvitation, TakeUpInvitation
from pilots.commands.pilot import StartPilot
from pilots.commands.pilot_course import ExtendPilot
from pilots.commands.pilot_purpose import ListAudience, StatePurpose, StateWhyCare
from tests.support.stories.media_steps import adopt
from tests.support.stories.story import Story

RULE = "S002-five-step-path"
CREWS: dict[str, Any] = {
    "audience": "crews",
    "interest": "Sleep",
    "why_they_care": "They are tired.",
}


def walked(story: Story) -> list[bool]:
    """Return for each of the five steps whether it is walked."""
    with story.known() as known:
        return [stride.is_done for stride in path(known)]


def listen(story: Story, times: int) -> None:
    """Log that somebody listened."""
    for _ in range(times):
        story.log(mode="listen")


@pytest.mark.row("S002-five-step-path")
def test_s002_five_step_path(story: Story) -> None:
    story.start()
    assert walked(story) == [False] * 5
    story.do(StateWhyCare(pilot=story.pilot, text="We are those crews."))
    story.do(ListAudience(pilot=story.pilot, **CREWS))
    listen(story, 4)
    assert walked(story) == [True, True, False, False, False]
    listen(story, 1)
    story.thank(story.log("Mere", mode="give", to=story.who("Rua").person), "Rua")
    invitation = story.new(OpenInvitation(pilot=story.pilot, text="Come and see."))
    assert walked(story) == [True, True, True, True, False]
    story.do(TakeUpInvitation(invitation=invitation), "Rua")
    assert walked(story) == [True] * 5
    assert story.hints(RULE) == []
    assert "Lead by inviting" in story.page("/charter")


@pytest.mark.row("S002-five-step-path")
def test_s002_five_step_path__skips_listening(story: Story) -> None:
    story.start()
    story.do(StateWhyCare(pilot=story.pilot, text="We are those crews."))
    story.do(ListAudience(pilot=story.pilot, **CREWS))
    listen(story, 3)
    assert story.hints(RULE) == []
    story.thank(story.log("Mere", mode="give", to=story.who("Rua").person), "Rua")
    (hint,) = story.hints(RULE)
    assert "“Listen” comes before it: 2 to go." in str(hint.says)
    assert hint.next.fields == {"mode": "listen"}
    listen(story, 2)
    assert story.hints(RULE) == []


@pytest.mark.row("S000-tactic-not-strategy")
def test_s000_tactic_not_strategy(story: Story) -> None:
    pilot = story.propose()
    assert "no strategy" not in story.badges()  # it does nothing yet
    adopt(story, override="We want to try it.")
    assert "no strategy" in story.badges()
    page = story.page("/charter")
    assert page.index("Aim</dt>") < page.index("Channels</dt>")  # purpose before tactics
    purpose: dict[str, Any] = {
        "change_or_protect": "Sleep",
        "for_whom": "crews",
        "whose_belief": "Mere",
    }
    story.do(StatePurpose(pilot=pilot, **purpose))
    assert "no strategy" not in story.badges()


@pytest.mark.row("S004-campaign")
def test_s004_campaign(story: Story) -> None:
    story.start()  # with a fixed end
    trial = story.new(PlanExperiment(pilot=story.pilot, title="A poster"))
    assert "campaign" not in story.badges()  # nothing has begun
    story.do(StartExperiment(experiment=trial))
    assert "campaign" in story.badges()
    assert '<span class="tag" title="It has a fixed end and one experiment' in story.page()
    story.do(PlanExperiment(pilot=story.pilot, title="A second one"))
    assert "campaign" not in story.badges()


@pytest.mark.row("S004-campaign")
def test_s004_campaign__without_an_end_is_none(story: Story) -> None:
    pilot = story.propose()
    story.charter()
    story.do(StartPilot(pilot=pilot))
    trial = story.new(PlanExperiment(pilot=pilot, title="A poster"))
    story.do(StartExperiment(experiment=trial))
    assert "campaign" not in story.badges()
    story.do(ExtendPilot(pilot=pilot, new_end=date(2026, 9, 1), reason="So."))
    assert "campaign" in story.badges()


@pytest.mark.row("S004-two-kinds")
def test_s004_two_kinds__found_out_first(story: Story) -> None:
    story.start()
    story.do(GatherEvidence(pilot=story.pilot, kind="interview", text="They sleep badly."))
    adopt(story)
    assert "evidence-led" in story.badges()
    assert "straight to tactics" not in story.badges()


@pytest.mark.row("S004-two-kinds")
def test_s004_two_kinds__acted_first(story: Story) -> None:
    story.start()
    adopt(story)
    story.do(GatherEvidence(pilot=story.pilot, kind="interview", text="They sleep badly."))
    assert "straight to tactics" in story.badges()
    assert "evidence-led" not in story.badges()


@pytest.mark.row("S001-six-goals")
def test_s001_six_goals() -> None:
    six = [each for each in get_args(GoalType) if each != "other"]
    assert sorted(PLAYBOOKS) == sorted(six)
    assert len(six) == 6
    books = [PLAYBOOKS[each] for each in six]
    for part in ("title", "modes", "measures", "beware"):
        assert len({getattr(book, part) for book in books}) == 6, part
    assert playbook_for("other") is None


@pytest.mark.parametrize("goal_type", sorted(PLAYBOOKS))
@pytest.mark.row("S001-six-goals")
def test_s001_six_goals__its_playbook_shows(story: Story, goal_type: str) -> None:
    story.propose(goal_type=goal_type)
    page = story.page("/charter")
    assert PLAYBOOKS[goal_type].beware in page
    assert sum(book.beware in page for book in PLAYBOOKS.values()) == 1


def test_what_was_found_in_the_same_minute_came_first(story: Story) -> None:
    story.start()
    now = story.clock()
    story.do(GatherEvidence(pilot=story.pilot, text="Seen.", occurred_at=now))
    trial = story.new(PlanExperiment(pilot=story.pilot, title="Two"))
    story.do(StartExperiment(experiment=trial, occurred_at=now))

    assert {"evidence-led", "straight to tactics"} & set(story.badges()) == {"evidence-led"}
