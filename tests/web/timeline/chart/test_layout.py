"""The geometry of the timeline: stretches of days, bins, counts, lines, curves and squares."""

from datetime import UTC, date, datetime, timedelta

import pytest

from domain.kernel.messages import say
from domain.metrics.learning import CONFIDENCE
from projections.learning.confidence import MeanConfidence
from projections.learning.provenance import LineageLink
from web.charts.scale import Scale
from web.timeline.chart.curves import curves, line_of
from web.timeline.chart.layout import Drawn, draw
from web.timeline.chart.marks import Lane, Mark
from web.timeline.chart.window import Window

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
YEAR = Window(FIRST, LAST, FIRST, LAST)
UNTIL = datetime(2026, 6, 1, tzinfo=UTC)


def drawn(**said: object) -> Drawn:
    nothing: dict[str, object] = {"items": {}, "sums": {}, "entries": {}, "sure": []}
    return Drawn(window=YEAR, until=UNTIL, **(nothing | said))  # type: ignore[arg-type]  # as told


@pytest.mark.parametrize("most", [1, 7, 72, 365, 1000])
def test_stretches_cover_each_day_once(most: int) -> None:
    stretches = YEAR.stretches(most)
    days = [begin + timedelta(n) for begin, end in stretches for n in range((end - begin).days + 1)]
    assert days == [FIRST + timedelta(n) for n in range(365)]
    assert len(stretches) <= most


def test_one_can_go_earlier_and_later_as_far_as_there_is_something() -> None:
    march = Window(date(2026, 3, 1), date(2026, 3, 31), FIRST, LAST)
    assert march.moved(-1) == (date(2026, 2, 14), date(2026, 3, 16))
    assert march.moved(1) == (date(2026, 3, 16), date(2026, 4, 15))
    assert YEAR.moved(1) is None
    assert YEAR.moved(-1) is None


def test_bins_count_each_mark_once_and_lie_within_the_picture() -> None:
    sums = {str(FIRST + timedelta(n)): 3 for n in range(365)}
    picture = draw(drawn(sums={"lesson": sums}), 72)
    (lane,) = picture.lanes
    assert (lane.kind, picture.count, picture.is_binned) == ("bins", 3 * 365, True)
    assert len(lane.marks) <= 72
    assert all(0 <= mark.x <= mark.x + mark.w <= 100 for mark in lane.marks)
    assert lane.marks[0].first == "2026-01-01"
    assert lane.marks[-1].last == "2026-12-31"


def test_what_lies_outside_the_days_in_view_is_not_counted() -> None:
    picture = draw(drawn(entries={"2025-12-31": 5, "2026-01-01": 2, "2027-01-01": 9}), 72)
    assert picture.entries == 2


def test_an_empty_lane_is_shown_only_where_it_is_wanted() -> None:
    assert [lane.key for lane in draw(drawn(empty=["lesson"]), 72).lanes] == ["lesson"]


def told(*percents: float) -> list[MeanConfidence]:
    return [
        MeanConfidence(f"2026-{n:02}-01", CONFIDENCE.over(each, 1), 1)
        for n, each in enumerate(percents, 1)
    ]


def test_the_line_of_confidence_has_at_most_so_many_dots_and_keeps_the_last() -> None:
    scale = Scale(datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 12, 31, tzinfo=UTC))
    line = line_of(told(*range(10, 90, 10)), scale, 84, 3)
    assert line is not None
    assert len(line.dots) <= 3
    assert line.dots[-1].percent == 80
    assert line_of([], scale, 84, 3) is None


def test_what_was_said_before_the_view_is_where_the_line_begins() -> None:
    scale = Scale(datetime(2026, 6, 1, tzinfo=UTC), datetime(2026, 12, 31, tzinfo=UTC))
    line = line_of(told(50), scale, 84, 40)
    assert line is not None
    assert line.dots == []
    assert line.path.startswith("M0 ")


def test_a_curve_leads_from_the_end_of_a_bar_to_what_came_of_it() -> None:
    bars = Lane("experiment", say("E"), "bars", marks=[Mark(x=10, w=5, y=4, key="a", when="")])
    points = Lane("lesson", say("L"), "points")
    points.marks += [Mark(x=30, y=90, key="b", when=""), Mark(x=40, y=90, key="c", when="")]
    ties = [
        LineageLink("a", "b", "found in"),
        LineageLink("b", "c", "because"),
        LineageLink("a", "gone", "because"),
    ]
    first, _ = curves(ties, [bars, points])
    assert first.startswith("M150 26C")
    assert first.endswith(" 300 90")
