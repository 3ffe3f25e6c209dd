"""The two loops: what closes a turn, and what is said where one of them stands still."""

import pytest

from domain.rules.learning_loops import NEXT_EXPERIMENT, learning_loops
from pilots.commands.experiment import (
    AmendHypothesis,
    EndExperiment,
    PlanExperiment,
    StartExperiment,
)
from pilots.commands.lesson import LearnLesson, ReuseLesson
from pilots.commands.pilot import ProposePilot, StartPilot
from tests.support.stories.story import Story

INGREDIENTS = ("people", "end", "collaboration", "tool", "onward")


def turn(story: Story, *ingredients: str) -> None:
    """Tell a whole turn, or one that lacks something."""
    story.start()
    plan = PlanExperiment(pilot=story.pilot, title="Two writers", capability="a", medium="wiki")
    trial = story.new(plan)
    story.do(StartExperiment(experiment=trial))
    rua = story.who("Rua")
    first = story.log("Mere", to=rua.person, mode="ask", experiment=trial)
    if "people" in ingredients:
        story.log("Rua", to=first, mode="answer", experiment=trial)
    learned = ""
    for loop in ("collaboration", "tool"):
        if loop in ingredients:
            told = LearnLesson(pilot=story.pilot, experiment=trial, loop=loop, text="It helps.")
            learned = story.new(told)
    if "end" in ingredients:
        story.do(EndExperiment(experiment=trial, result="supported", summary="Yes."))
    story.days(1)
    if "onward" in ingredients:
        because = (learned,) if learned else ()
        story.do(PlanExperiment(pilot=story.pilot, title="Three", informed_by=because))


def closed(story: Story) -> list[bool]:
    """Return for each turn whether it is closed."""
    with story.known() as known:
        return [not each.missing for each in learning_loops(known)]


@pytest.mark.row("S003-confluence-loop")
def test_s003_confluence_loop(story: Story) -> None:
    turn(story, *INGREDIENTS)
    assert closed(story) == [True]
    story.platform.rebuild(lambda _: None)
    assert closed(story) == [True]
    assert "Learning loop" in story.views("learning")


@pytest.mark.parametrize("lacking", INGREDIENTS)
@pytest.mark.row("S003-confluence-loop")
def test_s003_confluence_loop__lacks_one(story: Story, lacking: str) -> None:
    turn(story, *(each for each in INGREDIENTS if each != lacking))
    assert closed(story) == [False]


@pytest.mark.row("S003-catch22-collab")
def test_s003_catch22_collab(story: Story) -> None:
    pilot = story.new(ProposePilot(title="A guess", accomplishment="Crews hand over in one call."))
    receipt = story.do(StartPilot(pilot=pilot))  # no value, no proof, no measure
    assert [fact.name for fact in receipt.facts] == ["pilot.started.v1"]


@pytest.mark.row("S003-catch22-of-catch22s")
def test_s003_catch22_of_catch22s(story: Story) -> None:
    rule = "S003-catch22-of-catch22s"
    story.start()
    trial = story.new(PlanExperiment(pilot=story.pilot, title="Two", capability="co-write"))
    (hint,) = story.hints(rule)
    assert hint.next.command == "amend-hypothesis"
    assert hint.next.fields == {"experiment": trial, "field": "medium"}
    story.do(AmendHypothesis(experiment=trial, field="medium", new="wiki", reason="Found one."))
    assert story.hints(rule) == []


@pytest.mark.row("S003-simultaneous")
def test_s003_simultaneous(story: Story) -> None:
    story.start()
    for _ in range(3):
        assert story.hints("S003-simultaneous") == []
        story.do(LearnLesson(pilot=story.pilot, loop="tool", text="It is slow."))
    (hint,) = story.hints("S003-simultaneous")
    assert "none about collaborating" in str(hint.says)
    assert hint.next.fields == {"loop": "collaboration"}
    story.do(LearnLesson(pilot=story.pilot, text="Two see more."))
    assert story.hints("S003-simultaneous") == []


@pytest.mark.row("S003-iterative")
def test_s003_iterative(story: Story) -> None:
    story.start()
    story.do(PlanExperiment(pilot=story.pilot, title="First"))
    assert story.hints("S003-iterative") == []
    lesson = story.new(LearnLesson(pilot=story.pilot, text="Two see more."))
    second = story.new(PlanExperiment(pilot=story.pilot, title="Second"))
    (hint,) = story.hints("S003-iterative")
    assert hint.next.fields == {"lesson": lesson, "experiment": second}
    story.do(ReuseLesson(lesson=lesson, experiment=second))
    assert story.hints("S003-iterative") == []


def test_an_experiment_does_not_build_on_its_own_lesson(story: Story) -> None:
    story.start()
    trial = story.new(PlanExperiment(pilot=story.pilot, title="Two"))
    story.do(StartExperiment(experiment=trial))
    lesson = story.new(LearnLesson(pilot=story.pilot, experiment=trial, text="So."))
    story.do(ReuseLesson(lesson=lesson, experiment=trial))

    with story.known() as known:
        (loop,) = learning_loops(known)
    assert NEXT_EXPERIMENT in loop.missing
