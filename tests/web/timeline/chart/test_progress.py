"""The way to the target: measures of different units on one scale, from start to target."""

from datetime import UTC, date, datetime
from decimal import Decimal

from domain.result.measure import Measurement, MeasureResult
from web.charts.scale import Scale
from web.timeline.chart.progress import APART, START, TARGET, progress_of

YEAR = Scale(datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 12, 31, tzinfo=UTC))


def measure(name: str, baseline: int | None, target: int, *values: int) -> MeasureResult:
    return MeasureResult(
        measure=name,
        name=name,
        unit="calls",
        kind="outcome",
        started_on=date(2026, 2, 1),
        baseline=None if baseline is None else Decimal(baseline),
        target=Decimal(target),
        measurements=[
            Measurement(date(2026, 3 + n, 1), Decimal(value)) for n, value in enumerate(values)
        ],
    )


def test_whichever_way_is_better_the_line_goes_up_to_the_target() -> None:
    way = progress_of([measure("more", 20, 50, 35, 50), measure("fewer", 30, 10, 10)], YEAR)
    assert way
    more, fewer = way.lines
    assert [dot.y for dot in more.dots] == [START, (START + TARGET) / 2, TARGET]
    assert [dot.y for dot in fewer.dots] == [START, TARGET]
    assert (more.label, fewer.label) == ("50 calls", "10 calls")
    assert abs(more.label_y - fewer.label_y) >= APART


def test_what_goes_far_beyond_or_far_back_stays_within_the_lane() -> None:
    way = progress_of([measure("more", 20, 50, 500, -500)], YEAR)
    assert way
    assert all(0 < dot.y < way.height for dot in way.lines[0].dots)


def test_what_cannot_be_judged_has_no_line_and_two_are_enough() -> None:
    assert (
        progress_of([measure("unknown start", None, 50, 20), measure("new", 20, 50)], YEAR) is None
    )
    way = progress_of([measure(name, 20, 50, 30) for name in "abc"], YEAR)
    assert way
    assert [line.name for line in way.lines] == ["a", "b"]


def test_what_was_measured_before_the_view_is_where_the_line_begins() -> None:
    late = Scale(datetime(2026, 3, 15, tzinfo=UTC), datetime(2026, 12, 31, tzinfo=UTC))
    way = progress_of([measure("more", 20, 50, 35, 50)], late)
    assert way
    assert way.lines[0].path.startswith(f"M0 {(START + TARGET) / 2:g}L")
    assert progress_of([measure("more", 20, 50, 35)], late) is None
