"""Practice, velocity and moved goalposts: how a pilot gets better, how fast, and what it moved."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from pilots.commands.experiment import (
    AmendHypothesis,
    EndExperiment,
    PlanExperiment,
    StartExperiment,
)
from pilots.commands.lesson import LearnLesson
from pilots.commands.pilot_course import ClosePilot, ExtendPilot
from pilots.commands.pilot_measures import RetargetMeasure
from pilots.commands.value import ExpectValue, ReviseValue
from projections.engine.as_of import NOW, Cut
from projections.learning.practice_curve import Attempt, attempt_blocks
from tests.domain.rules.test_learning_loops import INGREDIENTS, turn
from tests.support.stories.story import Story
from web.aspects.learning import LEARNING

VIEWS = {view.slug: view for view in LEARNING.views}


def told(story: Story, slug: str, cut: Cut = NOW) -> Any:
    """Return what a view answers."""
    return story.told(VIEWS[slug], cut)


def attempts(story: Story, *useful: int, hours: tuple[int, ...] = (), **said: Any) -> None:
    """Log questions of Mere's that Rua answers after some hours and perhaps finds useful."""
    for was_useful, wait in zip(useful, hours or (1,) * len(useful), strict=True):
        entry = story.log(mode="ask", **said)
        story.days(wait / 24)
        story.log("Rua", to=entry, mode="answer")
        story.days(1 / 24)
        story.log("Rua", to=entry, mode="answer")  # a second answer is not the first
        if was_useful:
            story.thank(entry, "Rua")


@pytest.mark.row("S003-craft")
def test_s003_craft(story: Story) -> None:
    story.start()
    story.who("Rua")
    attempts(story, 0, 0, 0, hours=(8, 8, 8), capability="co-write")
    assert told(story, "craft").crafts[0].blocks == ()
    assert "not enough practice yet: a curve takes 4 attempts" in story.views("learning")
    before = story.now()
    attempts(story, 1, hours=(6,), capability="co-write")
    attempts(story, 0, 0, 1, 1, hours=(4,) * 4, capability="co-write")
    attempts(story, 1, 1, 1, 0, hours=(2,) * 4, capability="co-write")
    (craft,) = told(story, "craft").crafts
    assert (craft.capability, craft.attempts.count) == ("co-write", 12)
    assert [block.attempts for block in craft.blocks] == [4, 4, 4]
    assert [block.useful.value for block in craft.blocks] == [0.25, 0.5, 0.75]  # the curve rises
    assert [block.hours.value for block in craft.blocks] == [
        pytest.approx(n, abs=0.01) for n in (8, 4, 2)
    ]
    assert told(story, "craft", before).crafts[0].attempts.count == 3
    page = " ".join(story.views("learning").split())
    assert "Practice curve" in page
    assert "<b>25.0 %</b> of the first 4, <b>75.0 %</b> of the last 4" in page


@pytest.mark.row("S003-craft")
def test_s003_craft__an_experiment_lends_its_capability(story: Story) -> None:
    story.start()
    story.who("Rua")
    plan = PlanExperiment(pilot=story.pilot, title="Two writers", capability="co-write")
    trial = story.new(plan)
    story.do(StartExperiment(experiment=trial))
    attempts(story, 1, 1, 0, experiment=trial)
    attempts(story, 1, experiment=trial, capability="listen")
    attempts(story, 1)  # practises nothing
    counts = {each.capability: each.attempts.count for each in told(story, "craft").crafts}
    assert counts == {"co-write": 3, "listen": 1}


@pytest.mark.row("S003-craft")
def test_s003_craft__blocks_are_of_equal_size() -> None:
    at = datetime(2026, 3, 2, tzinfo=UTC)
    for total, sizes in ((4, [2, 2]), (11, [5, 6]), (13, [4, 4, 5]), (80, [10] * 8)):
        many = [Attempt(at, useful=False)] * total
        assert [block.attempts for block in attempt_blocks(many)] == sizes


def test_the_slowest_leg_of_the_loop_is_named(story: Story) -> None:
    story.start()
    assert told(story, "velocity").slowest == ""
    trial = story.new(PlanExperiment(pilot=story.pilot, title="Two writers"))
    story.days(2)
    story.do(StartExperiment(experiment=trial))
    story.days(10)
    before = story.now()
    story.do(EndExperiment(experiment=trial, result="supported", summary="Yes."))
    story.days(3)
    lesson = story.new(LearnLesson(pilot=story.pilot, experiment=trial, text="It helps."))
    story.days(1)
    story.do(PlanExperiment(pilot=story.pilot, title="Three", informed_by=(lesson,)))
    story.days(5)
    speed = told(story, "velocity")
    assert [leg.days.value for leg in speed.legs] == [
        pytest.approx(n, abs=0.01) for n in (2, 10, 3, 1)
    ]
    assert [leg.waiting for leg in speed.legs] == [1, 0, 0, 0]
    assert speed.legs[0].longest == pytest.approx(5, abs=0.01)
    assert str(speed.slowest) == "from the start to the end"
    page = " ".join(story.views("learning").split())
    assert "The slowest leg is from the start to the end:</b> 10 days" in page
    story.do(ClosePilot(pilot=story.pilot, reason="It is done.", override="So."))
    assert [leg.waiting for leg in told(story, "velocity").legs] == [0, 0, 0, 0]
    then = told(story, "velocity", before)
    assert (str(then.slowest), then.legs[1].waiting) == ("from the plan to the start", 1)


def test_days_to_close_a_turn_are_told_by_quarter(story: Story) -> None:
    turn(story, *INGREDIENTS)  # closes a day after its plan
    (quarter,) = told(story, "velocity").quarters
    assert (quarter.name, quarter.loops) == ("2026 Q1", 1)
    assert quarter.days.value == pytest.approx(1, abs=0.01)


def test_moved_goalposts_are_dated_differences(story: Story) -> None:
    pilot = story.start()
    trial = story.new(PlanExperiment(pilot=pilot, title="Two writers", change="Two write."))
    value = story.new(ExpectValue(pilot=pilot, statement="An hour a week."))
    assert told(story, "goalposts").moves == ()
    story.days(1)
    amend = {"experiment": trial, "new": "Three write.", "reason": "Two were ill."}
    story.do(AmendHypothesis(**amend))  # type: ignore[arg-type]  # words of a test
    before = story.now()
    story.days(1)
    story.do(ExtendPilot(pilot=pilot, new_end=date(2027, 6, 1), reason="Half were away."))
    story.do(RetargetMeasure(pilot=pilot, measure="read", new="8", reason="Ten was a guess."))
    story.do(ReviseValue(value=value, new="Two hours a week.", reason="We counted."))
    posts = told(story, "goalposts")
    assert [(str(move.what), move.old, move.new, move.late) for move in posts.moves] == [
        ("A value", "An hour a week.", "Two hours a week.", True),
        ("Target of “Minutes read”", None, "8", True),
        ("End of the pilot", "2027-03-01", "2027-06-01", True),
        ("“Two writers”: what is changed", "Two write.", "Three write.", False),  # not begun
    ]
    assert (posts.total.count, posts.late.count) == (4, 3)
    assert told(story, "goalposts", before).total.count == 1
    page = " ".join(story.views("learning").split())
    assert "Changed on the way" in page
    assert "<del>2027-03-01</del> <ins>2027-06-01</ins>" in page
    assert "<del>nothing</del> <ins>8</ins>" in page
    assert "Half were away." in page
