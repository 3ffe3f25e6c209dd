"""No label runs into a mark or into another label, whatever is drawn."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.kernel.messages import say
from tests.support.machines.pace import searched
from web.charts.scale import Scale
from web.timeline.chart.lanes import WIDTH, bars_lane, points_lane
from web.timeline.chart.marks import Lane, TimelineItem
from web.timeline.chart.packing import REACH, PackedMark, place
from web.timeline.chart.text_width import shortened, width_of

MONDAY = datetime(2026, 3, 2, tzinfo=UTC)
SCALE = Scale(MONDAY, MONDAY + timedelta(days=100))
TEXTS = st.text(alphabet="iW m東ab…", max_size=70)
SPOTS = st.lists(
    st.builds(PackedMark, st.floats(0, 99), TEXTS, st.tuples(TEXTS), st.sampled_from([0, 1.4, 20])),
    max_size=40,
)


def label_of(spot: PackedMark) -> tuple[float, float]:
    """Return from where to where a label is written, in percent."""
    wide = width_of(spot.label) / WIDTH * 100
    if spot.side == "in":
        return spot.x + 23 / WIDTH * 100, spot.x + 23 / WIDTH * 100 + wide
    if spot.side == "r":
        begin = spot.x + spot.bar + (8 if spot.bar else 15) / WIDTH * 100
        return begin, begin + wide
    reach = (7 if spot.bar else 15) / WIDTH * 100
    return spot.x - reach - wide, spot.x - reach


def mark_of(spot: PackedMark) -> tuple[float, float]:
    reach = REACH / WIDTH * 100
    return (spot.x, spot.x + spot.bar) if spot.bar else (spot.x - reach, spot.x + reach)


def meet(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] < other[1] - 1e-9 and other[0] < one[1] - 1e-9


@searched(100)
@given(SPOTS, st.integers(1, 6))
def test_no_label_meets_a_mark_or_a_label_of_its_row(spots: list[PackedMark], rows: int) -> None:
    spots = [spot for spot in spots if spot.x + spot.bar <= 100]
    used = place(spots, rows, WIDTH)

    assert used <= max(rows, 1)
    labelled = [spot for spot in spots if spot.side]
    for spot in labelled:
        begin, end = label_of(spot)
        assert begin >= -1e-9
        assert end <= 100 + 1e-9
        for other in spots:
            if other is not spot and other.row == spot.row:
                assert not meet(label_of(spot), mark_of(other))
                assert not other.side or not meet(label_of(spot), label_of(other))


def test_a_mark_that_stands_alone_has_its_label_to_the_right() -> None:
    spot = PackedMark(10, "Started", ("Started on Monday",))
    place([spot], 3, WIDTH)
    assert (spot.row, spot.side, spot.label) == (0, "r", "Started on Monday")


def test_at_the_right_edge_it_goes_to_the_left() -> None:
    spot = PackedMark(99, "Started")
    place([spot], 3, WIDTH)
    assert spot.side == "l"


def test_the_chosen_mark_has_its_label_before_others() -> None:
    def sides(*, first: bool) -> list[str]:
        spots = [PackedMark(46, "n" * 25), PackedMark(75, "n" * 25, first=first)]
        place(spots, 1, WIDTH)
        return [spot.side for spot in spots]

    assert sides(first=False) == ["r", ""]
    assert sides(first=True) == ["l", "l"]


def test_marks_of_one_day_go_into_rows() -> None:
    items = [TimelineItem(key=f"lesson-{n}", at=MONDAY, title=f"Lesson {n}") for n in range(4)]
    lane = points_lane(Lane("lesson", say("Lessons"), "points"), items, SCALE, MONDAY)
    assert len({mark.y for mark in lane.marks}) == 4
    assert lane.height > max(mark.y for mark in lane.marks)


def test_bars_that_overlap_go_into_rows_and_keep_their_whole_title() -> None:
    title = "A very long title of an experiment that finds no room beside its bar"
    ends = MONDAY + timedelta(days=50)
    items = [TimelineItem(key=f"e-{n}", at=MONDAY, end=ends, title=title) for n in range(3)]
    lane = bars_lane(Lane("experiment", say("Experiments"), "bars"), items, SCALE, ends)
    assert len({mark.y for mark in lane.marks}) == 3
    assert {mark.title for mark in lane.marks} == {title}
    assert all(mark.x + mark.w <= 100 for mark in lane.marks)


def test_a_title_is_shortened_between_words() -> None:
    assert shortened("Agree on words first", 40) == "Agree on words first"
    assert shortened("Agree on words, then on tools", 16) == "Agree on words…"
    assert shortened("Donaudampfschifffahrt", 10) == "Donaudamp…"


def test_a_bar_wears_its_title_inside_where_that_fits_and_beside_it_where_not() -> None:
    wide, narrow = PackedMark(10, "Started", bar=40), PackedMark(60, "Started", bar=3)
    place([wide, narrow], 2, WIDTH)
    assert (wide.side, narrow.side) == ("in", "r")
    assert wide.taken == (10, 50)


def test_a_label_of_the_past_does_not_cross_the_line_of_today() -> None:
    spot = PackedMark(85, "Started again", edge=90)
    place([spot], 1, WIDTH)
    assert spot.side == "l"
