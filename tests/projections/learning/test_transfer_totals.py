"""How long loops take quarter by quarter, and which lessons left the pilot they were learned in."""

from datetime import UTC, datetime

from domain.metrics.learning import FIRST_LESSON_DAYS
from domain.rules.cycle_time import Quarter
from pilots.commands.experiment import AbandonExperiment, PlanExperiment
from pilots.commands.lesson import (
    ConfirmLesson,
    ContradictLesson,
    LearnLesson,
    ReuseLesson,
    VoidLesson,
)
from pilots.commands.programme import SetRule
from projections.engine.as_of import NOW, Cut
from projections.learning.time_to_first_lesson import time_to_first_lesson
from projections.learning.transfer import Transfer
from projections.learning.transfer_totals import transfer_totals
from projections.models.pilots import PILOTS
from projections.records.lookups import one
from tests.support.pages.frames import page_of
from tests.support.stories.story import Story
from web.charts.scale import Scale
from web.pages.portfolio.quarter_bars import TALL, draw_quarters
from web.pages.portfolio.transfer_paths import LANE, draw_transfers


def plan(story: Story, title: str = "One week", informed_by: tuple[str, ...] = ()) -> str:
    return story.new(PlanExperiment(pilot=story.pilot, title=title, informed_by=informed_by))


def learn(story: Story, text: str = "Ask first.", experiment: str | None = None) -> str:
    return story.new(LearnLesson(pilot=story.pilot, text=text, experiment=experiment))


def quarters(story: Story, cut: Cut = NOW) -> list[tuple[str, int, int]]:
    with story.platform.views.reading() as db:
        told = time_to_first_lesson(db, cut, story.clock())
    days = ((quarter, quarter.days.value or 0.0) for quarter in told.quarters)
    return [(quarter.name, quarter.loops, round(median)) for quarter, median in days]


def test_a_loop_closes_with_the_first_lesson_that_names_its_experiment(story: Story) -> None:
    story.start()
    trial, given_up = plan(story), plan(story, "Given up")
    story.days(10)
    learn(story, "No experiment.")
    learn(story, "First.", trial)
    learn(story, "Of none.", given_up)
    story.do(AbandonExperiment(experiment=given_up, reason="Nobody came."))
    before = story.now()
    learn(story, "Later.", trial)
    story.start(title="Another")
    other = plan(story)
    story.days(20)
    taken_back = learn(story, "Taken back.", other)
    story.do(VoidLesson(lesson=taken_back, reason="No."))
    story.days(20)
    learn(story, "Stands.", other)
    assert quarters(story) == [("2026 Q1", 1, 10), ("2026 Q2", 1, 40)]
    assert quarters(story, before) == [("2026 Q1", 1, 10)]


def test_the_aim_is_what_programmes_set_where_they_agree(story: Story) -> None:
    aims = []
    for days in (14, 14, 20):
        pilot = story.start(title=f"Aims at {days}")
        with story.platform.views.reading() as db:
            row = one(db, PILOTS, NOW, pilot=pilot)
            assert row
        wish = SetRule(
            programme=row["programme"], rule="S003-iterative", threshold=days, reason="We agreed."
        )
        story.do(wish)
        with story.platform.views.reading() as db:
            aims.append(time_to_first_lesson(db, NOW, story.clock()).aim)
    assert aims == [14, 14, None]


def test_quarters_without_a_loop_keep_their_place_and_the_aim_has_its_height() -> None:
    told = [
        Quarter("2025 Q3", 1, FIRST_LESSON_DAYS.over(10.0, 1), 0.5),
        Quarter("2026 Q1", 2, FIRST_LESSON_DAYS.over(20.0, 2), 1.0),
    ]
    drawn = draw_quarters(told, "2026 Q2", 10)
    names = ["2025 Q3", "2025 Q4", "2026 Q1", "2026 Q2"]
    assert [bar.name for bar in drawn.bars] == names
    assert [bar.quarter for bar in drawn.bars] == [told[0], None, told[1], None]
    half, _, whole, none = (bar.column.height for bar in drawn.bars)
    assert none == 0
    assert abs(whole - 2 * half) < 0.1
    assert drawn.aim is not None
    assert abs(TALL - drawn.aim - half) < 0.1
    assert draw_quarters([], "2026 Q2", 10).bars == ()


def test_lessons_that_left_are_told_and_those_that_stayed_are_counted(story: Story) -> None:
    there = story.start(title="The night desk")
    home = story.start(title="Shared minutes")
    held, failed, built, stayed = (learn(story, text) for text in ("Held.", "Not.", "On.", "Here."))
    story.do(ConfirmLesson(lesson=held, pilot=there))
    story.do(ContradictLesson(lesson=failed, pilot=there))
    story.do(ConfirmLesson(lesson=stayed, pilot=home))
    before = story.now()
    story.days(1)
    story.pilot = there
    trial = plan(story, "Two desks", informed_by=(built,))
    story.do(ReuseLesson(lesson=built, experiment=trial))
    with story.platform.views.reading() as db:
        now, then = transfer_totals(db, NOW), transfer_totals(db, before)
    assert [(row.text, row.held) for row in now.transfers.rows] == [
        ("On.", None),
        ("Not.", False),
        ("Held.", True),
    ]
    assert (now.travelled.count, now.stayed.count) == (3, 1)
    assert (then.travelled.count, then.stayed.count) == (2, 2)
    lineage = page_of(story).first("section", id="lineage")
    links = [n.attrs["href"] for n in lineage.first("svg", role="group").find("a")]
    assert links == [f"/lessons/{lesson}" for lesson in (built, failed, held)]
    assert len(lineage.first("tbody").find("tr")) == 3
    assert "1 lesson never looked at elsewhere" in lineage.text()


def test_a_curve_goes_from_the_lane_it_was_learned_in_to_the_lane_it_went_to() -> None:
    start, end = datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 1, 11, tzinfo=UTC)
    row = Transfer(
        lesson="l",
        text="-",
        context="",
        learned_at=start,
        home="b",
        there="a",
        held=False,
        at=end,
        home_title="B",
        there_title="A",
    )
    drawn = draw_transfers([row], ["b", "a"], Scale(start, end))
    assert [title for _, title, _ in drawn.lanes] == ["B", "A"]
    (curve,) = drawn.curves
    assert (curve.x0, curve.y0, curve.x1, curve.y1) == (0, LANE / 2, 100, LANE * 1.5)
    assert curve.tone == "failed"
