"""Ridges: rows in the order of start, one scale, dots for lessons, and a frame that stays."""

from datetime import UTC, date, datetime, timedelta

import pytest

from pilots.commands.lesson import LearnLesson, VoidLesson
from pilots.commands.participation import VoidParticipation
from pilots.commands.pilot import StartPilot
from projections.engine.as_of import NOW, Cut
from projections.portfolio.activity import PilotActivity, totals
from tests.support.figures import values
from tests.support.pages.frames import frame_of
from tests.support.stories.story import Story
from web.charts.scale import Scale
from web.pages.portfolio import sections as parts
from web.pages.portfolio.ridges import BASE, BINS, TOP, draw_ridges
from web.pages.portfolio.sections import Portfolio, portfolio_of

START = datetime(2026, 1, 1, tzinfo=UTC)
SCALE = Scale(START, START + timedelta(days=BINS))


def told(story: Story, cut: Cut = NOW, offset: int = 0) -> Portfolio:
    with frame_of(story, cut) as frame:
        return portfolio_of(frame, offset)


def way(pilot: str = "a", logged: dict[str, int] | None = None, **learned: int) -> PilotActivity:
    days = {day.replace("on_", "").replace("_", "-"): n for day, n in learned.items()}
    return PilotActivity(
        pilot=pilot, title=pilot, began="2026-01-01", logged=logged or {}, learned=days
    )


def heights(hill: str) -> list[float]:
    return [float(point.split()[1]) for point in hill[1:].split("L")]


def test_pilots_stand_in_the_order_in_which_they_began(story: Story) -> None:
    late = story.propose(title="Proposed first, started last")
    story.charter()
    story.days(1)
    early = story.start(title="Started first")
    story.days(1)
    never = story.propose(title="Never started")
    story.days(1)
    story.do(StartPilot(pilot=late, ends_on=date(2027, 3, 1)))
    assert [row.way.pilot for row in told(story).drawn.rows if row] == [early, never, late]


def test_what_stands_is_counted_and_what_was_taken_back_is_not(story: Story) -> None:
    pilot = story.start()
    kept, gone = story.log(), story.log()
    story.do(VoidParticipation(entry=gone, reason="Never was."))
    lessons = [story.new(LearnLesson(pilot=pilot, text=text)) for text in ("One.", "Two.", "No.")]
    before = story.now()
    story.do(VoidLesson(lesson=lessons[-1], reason="Nobody said so."))
    (row,) = told(story).drawn.rows
    assert row
    assert kept
    assert (row.entries, row.lessons, [dot.lessons for dot in row.dots]) == (1, 2, [2])
    (then,) = told(story, before).drawn.rows
    assert then
    assert then.lessons == 3
    with story.platform.views.reading() as db:
        assert values(totals(db, NOW).lessons, totals(db, before).lessons) == (2, 3)


def test_a_pilot_that_was_not_known_keeps_its_row_empty(story: Story) -> None:
    story.start(title="Early")
    story.log()
    before = story.now()
    story.days(40)
    story.start(title="Late")
    story.log()
    then, now = told(story, before), told(story)
    assert [bool(row) for row in then.drawn.rows] == [True, False]
    assert then.later == 1
    assert then.drawn.ticks == now.drawn.ticks
    assert [row and row.hill for row in then.drawn.rows] == [row_of(now), None]


def row_of(told: Portfolio) -> str:
    """Return the hill of the first row."""
    first = told.drawn.rows[0]
    assert first
    return first.hill


def test_more_pilots_than_fit_are_on_the_next_page(
    story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "ROWS", 2)
    for number in range(3):
        story.propose(title=f"Pilot {number}")
    assert (len(told(story).drawn.rows), told(story).more) == (2, 2)
    assert [row.way.title for row in told(story, offset=2).drawn.rows if row] == ["Pilot 2"]


def test_all_hills_are_on_one_scale_and_the_tallest_fills_its_row() -> None:
    ways = {"a": way("a", {"2026-02-01": 10}), "b": way("b", {"2026-02-20": 5})}
    drawn = draw_ridges(["a", "b"], ways, ways, SCALE, SCALE.end)
    tall, low = (min(heights(row.hill)) for row in drawn.rows if row)
    assert tall == TOP
    assert low == (BASE + TOP) / 2
    assert (drawn.tallest, drawn.days) == (10, 1)


def test_a_hill_stands_where_things_were_logged_and_nowhere_else() -> None:
    ways = {"a": way("a", {"2026-02-18": 3})}
    (row,) = draw_ridges(["a"], ways, ways, SCALE, SCALE.end).rows
    assert row
    assert 47 <= row.x0 < 50 < row.x1 <= 54
    assert heights(row.hill)[0] == heights(row.hill)[-1] == BASE


def test_lessons_that_fell_close_together_share_a_larger_dot() -> None:
    ways = {"a": way("a", None, on_2026_01_10=1, on_2026_01_11=2, on_2026_03_01=1)}
    (row,) = draw_ridges(["a"], ways, ways, SCALE, SCALE.end).rows
    assert row
    assert [(dot.lessons, dot.day) for dot in row.dots] == [(3, "2026-01-10"), (1, "2026-03-01")]
    assert row.dots[0].r > row.dots[1].r
    assert row.hill == ""
