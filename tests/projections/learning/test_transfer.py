"""Lessons on the move: where each was used again, and whether it held there."""

import pytest

from pilots.commands.experiment import PlanExperiment
from pilots.commands.lesson import (
    ConfirmLesson,
    ContradictLesson,
    LearnLesson,
    ReuseLesson,
    VoidLesson,
)
from projections.engine.as_of import NOW, Cut
from projections.learning.lineage import held_in
from projections.learning.transfer import Transfer, Transfers
from tests.support.stories.story import Story
from web.aspects.learning import LEARNING

(VIEW,) = (view for view in LEARNING.views if view.slug == "transfer")


def moved(story: Story, cut: Cut = NOW) -> Transfers:
    """Return what the view answers."""
    told = story.told(VIEW, cut)
    assert isinstance(told, Transfers)
    return told


def learn(story: Story, pilot: str, text: str) -> str:
    """Keep a lesson in a pilot."""
    return story.new(LearnLesson(pilot=pilot, text=text, context="Two crews."))


def places(rows: tuple[Transfer, ...]) -> list[tuple[str, str, str, bool | None]]:
    """Return lesson, home, place of use and whether it held, of each row."""
    return [(row.text, row.home_title, row.trial or row.there_title, row.held) for row in rows]


@pytest.mark.row("S004-one-size")
def test_s004_one_size(story: Story) -> None:
    there = story.start(title="The night desk")
    here = story.start(title="Shared minutes")
    ours, theirs = learn(story, here, "Ours."), learn(story, there, "Theirs.")
    assert moved(story).rows == ()
    story.days(1)
    trial = story.new(PlanExperiment(pilot=there, title="Two desks", informed_by=(ours,)))
    before = story.now()
    story.days(1)
    again = story.new(PlanExperiment(pilot=here, title="Two writers"))
    story.do(ReuseLesson(lesson=theirs, experiment=again))
    assert places(moved(story).rows) == [
        ("Theirs.", "The night desk", "Two writers", None),
        ("Ours.", "Shared minutes", "Two desks", None),
    ]
    story.do(ConfirmLesson(lesson=ours, pilot=there))
    story.do(ContradictLesson(lesson=theirs, pilot=here))
    told = moved(story)
    assert [row.held for row in told.rows] == [False, True]
    assert tuple(each.count for each in (told.held, told.failed, told.unknown)) == (1, 1, 0)
    assert (told.rows[1].experiment, told.rows[1].there) == (trial, there)
    assert {row.context for row in told.rows} == {"Two crews."}
    assert places(moved(story, before).rows) == [("Ours.", "Shared minutes", "Two desks", None)]
    page = story.views("learning")
    assert "Held, or did not hold" in page
    assert "<b>1 held</b>, 1 did not, 0 are not known yet." in page


@pytest.mark.row("S004-one-size")
def test_s004_one_size__tried_elsewhere_with_no_experiment(story: Story) -> None:
    there = story.start(title="The night desk")
    here = story.start(title="Shared minutes")
    ours, theirs = learn(story, here, "Ours."), learn(story, there, "Theirs.")
    gone = learn(story, here, "Gone.")
    story.do(ContradictLesson(lesson=ours, pilot=there))
    story.do(ConfirmLesson(lesson=theirs, pilot=here))
    story.do(ConfirmLesson(lesson=ours, pilot=here))  # at home, so nothing was carried
    story.do(ConfirmLesson(lesson=gone, pilot=there))
    story.do(VoidLesson(lesson=gone, reason="Nobody said so."))
    assert places(moved(story).rows) == [
        ("Theirs.", "The night desk", "Shared minutes", True),
        ("Ours.", "Shared minutes", "The night desk", False),
    ]
    story.pilot = there
    assert len(moved(story).rows) == 2


@pytest.mark.row("S004-one-size")
def test_s004_one_size__a_later_experiment_at_home_is_one_row(story: Story) -> None:
    here = story.start()
    lesson = learn(story, here, "Ours.")
    trial = story.new(PlanExperiment(pilot=here, title="Two writers", informed_by=(lesson,)))
    story.do(ReuseLesson(lesson=lesson, experiment=trial))
    assert [(row.experiment, row.held) for row in moved(story).rows] == [(trial, None)]
    story.do(ConfirmLesson(lesson=lesson, pilot=here))
    assert [(row.experiment, row.held) for row in moved(story).rows] == [(trial, True)]


def test_what_fails_at_home_held_elsewhere_all_the_same(story: Story) -> None:
    home = story.start()
    lesson = story.new(LearnLesson(pilot=home, text="So."))
    there = story.start(title="There")
    story.do(ConfirmLesson(lesson=lesson, pilot=there))
    story.do(ContradictLesson(lesson=lesson, pilot=home))

    with story.platform.views.reading() as db:
        assert held_in(db, NOW, [lesson])[lesson] == 1
