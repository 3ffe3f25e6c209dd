"""The geometry of the timeline: stretches of days, columns that count, what lies in view."""

from datetime import UTC, date, datetime, timedelta

import pytest
from msgspec import structs

from web.timeline.chart.layout import Drawn, draw
from web.timeline.chart.window import Window

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
YEAR = Window(FIRST, LAST, FIRST, LAST)
UNTIL = datetime(2026, 6, 1, tzinfo=UTC)


def drawn(**said: object) -> Drawn:
    nothing: dict[str, object] = {"items": {}, "sums": {}, "entries": {}, "measures": []}
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


@pytest.mark.parametrize(
    ("days", "name", "columns"),
    [(31, "Entries a day", 31), (32, "Entries a week", 5), (420, "Entries a week", 60)],
)
def test_entries_are_counted_by_day_or_by_week(days: int, name: str, columns: int) -> None:
    last = FIRST + timedelta(days - 1)
    window = Window(FIRST, last, FIRST, last)
    entries = {str(FIRST + timedelta(n)): 1 for n in range(days)}
    (lane,) = draw(structs.replace(drawn(entries=entries), window=window), 72).lanes
    assert (str(lane.name), len(lane.marks)) == (name, columns)
    assert sum(mark.amount for mark in lane.marks) == days


def test_in_more_than_420_days_entries_are_counted_in_at_most_60_columns() -> None:
    last = FIRST + timedelta(899)
    window = Window(FIRST, last, FIRST, last)
    entries = {str(FIRST + timedelta(n)): 1 for n in range(900)}
    (lane,) = draw(structs.replace(drawn(entries=entries), window=window), 72).lanes
    assert str(lane.name) == "Entries"
    assert len(lane.marks) == 60


@pytest.mark.parametrize(("since", "shaded"), [(UNTIL, True), (None, False)])
def test_what_is_new_since_the_last_review_is_shaded(
    since: datetime | None, *, shaded: bool
) -> None:
    assert (draw(drawn(since=since), 72).since is not None) is shaded
