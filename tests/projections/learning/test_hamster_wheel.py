"""The hamster wheel: busy weeks without learning, found now, looked back at, and drawn."""

from datetime import datetime

import pytest

from domain.kernel.moments import stamp
from domain.rules import RULES
from domain.rules.back_test import back_test
from domain.rules.known import Known
from domain.rules.rule import Warn
from pilots.commands.experiment import PlanExperiment
from pilots.commands.lesson import LearnLesson, ReuseLesson, VoidLesson
from pilots.commands.programme import SetRule
from projections.engine.as_of import Cut
from projections.learning.hamster_wheel import HamsterWheel
from projections.pilot.known_pilot import known_pilot
from tests.support.machines.clock import MONDAY
from tests.support.stories.story import Story
from web.aspects.learning import LEARNING

RULE = "S002-hamster-wheel"
(WHEEL,) = (rule for rule in RULES if rule.id == RULE and rule.check.__name__ == "_hamster_wheel")  # type: ignore[attr-defined]  # every rule has one
(VIEW,) = (view for view in LEARNING.views if view.slug == "wheel")


def busy(story: Story, weeks: int, entries: int = 5) -> None:
    """Let weeks pass, with entries on the second day of each."""
    for _ in range(weeks):
        story.days(1)
        for _ in range(entries):
            story.log()
        story.days(6)


def fires(story: Story, weeks: int) -> list[str]:
    """Return the days on which the rule would have fired."""
    assert isinstance(WHEEL, Warn)
    with story.platform.views.reading() as db:

        def known_at(moment: datetime) -> Known | None:
            return known_pilot(db, Cut(moment=stamp(moment)), story.pilot)

        told = back_test([WHEEL], known_at, MONDAY, story.clock(), weeks)
        return [f"{moment:%d %b}" for moment, _ in told]


@pytest.mark.row("S002-hamster-wheel")
def test_s002_hamster_wheel(story: Story) -> None:
    story.start()
    busy(story, 2)
    assert story.hints(RULE) == []
    busy(story, 1)
    (hint,) = story.hints(RULE)
    assert "3 busy weeks (15 entries)" in str(hint.says)
    assert hint.next.command == "learn-lesson"
    before = story.now()
    lesson = story.new(LearnLesson(pilot=story.pilot, text="Minutes need an owner."))
    assert story.hints(RULE) == []
    assert story.hints(RULE, before) == [hint]
    story.do(VoidLesson(lesson=lesson, reason="Nobody said so."))
    assert story.hints(RULE) == [hint]


@pytest.mark.row("S002-hamster-wheel")
def test_s002_hamster_wheel__a_quiet_week_is_no_wheel(story: Story) -> None:
    story.start()
    busy(story, 2)
    busy(story, 1, entries=4)
    assert story.hints(RULE) == []


@pytest.mark.row("S002-hamster-wheel")
def test_s002_hamster_wheel__back_test_lists_the_dates(story: Story) -> None:
    story.start()
    busy(story, 4)
    assert fires(story, 3) == [f"{day} Mar" for day in range(23, 31)]
    assert fires(story, 4) == ["30 Mar"]


@pytest.mark.parametrize("learned", [False, True])
@pytest.mark.row("S002-hamster-wheel")
def test_s002_hamster_wheel__the_same_again_informed_by_nothing(
    story: Story, *, learned: bool
) -> None:
    story.start()
    said = {"change": "Two people write.", "outcome": "They are read."}
    story.new(PlanExperiment(pilot=story.pilot, title="First", **said))  # type: ignore[arg-type]  # words of a test
    if learned:
        lesson = story.new(LearnLesson(pilot=story.pilot, text="Minutes need an owner."))
    assert story.hints(RULE) == []
    said["change"] = "two  people write."
    again = story.new(PlanExperiment(pilot=story.pilot, title="Again", **said))  # type: ignore[arg-type]  # words of a test
    (hint,) = story.hints(RULE)
    assert "“Again” tries again" in str(hint.says)
    assert hint.next.command == ("reuse-lesson" if learned else "learn-lesson")
    if learned:
        story.do(ReuseLesson(lesson=lesson, experiment=again))
        assert story.hints(RULE) == []


def wheel(story: Story, cut: Cut | None = None) -> HamsterWheel:
    """Return what the view answers."""
    told = story.told(VIEW, cut) if cut else story.told(VIEW)
    assert isinstance(told.wheel, HamsterWheel)
    assert len(told.drawn) == len(told.wheel.weeks)
    return told.wheel


@pytest.mark.row("S002-hamster-wheel")
def test_s002_hamster_wheel__weeks_of_a_turning_wheel_are_marked(story: Story) -> None:
    story.start()
    busy(story, 3, entries=6)
    before = story.now()
    assert "No wheel turns" not in story.views("learning")
    assert "<b>3 weeks of a turning wheel</b>" in story.views("learning")
    story.days(1)
    story.do(LearnLesson(pilot=story.pilot, text="Minutes need an owner."))
    busy(story, 2)
    told = wheel(story)
    assert [(week.entries, week.learned) for week in told.weeks] == [
        *[(6, 0)] * 3,
        (5, 1),
        (5, 0),
        (0, 0),
    ]
    assert [week.in_wheel for week in told.weeks] == [True] * 3 + [False] * 3
    assert (told.turning.count, told.still, told.in_a_row) == (3, False, 3)
    assert (wheel(story, before).turning.count, len(wheel(story, before).weeks)) == (3, 4)
    assert wheel(story, before).still


@pytest.mark.row("S002-hamster-wheel")
def test_s002_hamster_wheel__a_week_under_way_is_not_judged(story: Story) -> None:
    story.start()
    busy(story, 2)
    story.days(1)
    for _ in range(5):
        story.log()
    assert [week.entries for week in wheel(story).weeks] == [5, 5, 5]
    assert wheel(story).turning.count == 0


@pytest.mark.row("S002-hamster-wheel")
def test_s002_hamster_wheel__the_view_uses_the_threshold_in_force(story: Story) -> None:
    story.start()
    busy(story, 3)
    before = story.now()
    with story.known() as known:
        programme = known.charter.programme
    told = {"rule": RULE, "reason": "We work in four weeks."}
    story.do(SetRule(programme=programme, threshold=4, **told))  # type: ignore[arg-type]  # words of a test
    assert (wheel(story).turning.count, wheel(story, before).turning.count) == (0, 3)
    assert story.hints(RULE) == []
