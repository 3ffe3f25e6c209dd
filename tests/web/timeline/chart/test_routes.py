"""Lines of the timeline go through the gaps between rows, and never through a label."""

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from domain.kernel.messages import say
from projections.learning.provenance import LineageLink
from web.timeline.chart.marks import Lane, Mark
from web.timeline.chart.routes import routes

NUMBERS = re.compile(r"-?[0-9.]+(?:e-?[0-9]+)?")


def point(key: str, x: float, y: float, taken: tuple[float, float]) -> Mark:
    return Mark(x=x, y=y, key=key, when="", taken=taken)


def points(*marks: Mark) -> Lane:
    return Lane("lesson", say("Lessons"), "points", marks=list(marks))


def corners(path: str) -> list[tuple[float, float]]:
    """Return the ends of the straight parts of a path, in percent and pixels."""
    found = [float(each) for each in NUMBERS.findall(path)]
    return [(x / 10, y) for x, y in zip(found[::2], found[1::2], strict=True)]


def test_a_line_leads_from_the_end_of_a_bar_to_what_came_of_it() -> None:
    bar = Mark(x=10, w=5, y=4, key="a", when="", taken=(10, 30))
    bars = Lane("experiment", say("Experiments"), "bars", marks=[bar])
    lessons = points(point("b", 30, 90, (29, 50)))
    ties = [LineageLink("a", "b", "found in"), LineageLink("a", "gone", "because")]

    (path,) = routes(ties, [bars, lessons])

    (x, y), *_, last = corners(path)
    assert 10 < x < 15
    assert y == 26  # where the bar ends
    assert last == (30, 90)


def test_it_goes_round_the_label_that_lies_between() -> None:
    between = point("between", 28, 60, (27, 45))
    lane = points(point("a", 30, 40, (29, 50)), between, point("b", 30, 80, (29, 50)))

    (path,) = routes([LineageLink("a", "b", "because")], [lane])

    at_the_row = [x for x, y in corners(path) if 52 < y < 68]
    assert at_the_row
    assert all(x <= 27 or x >= 45 for x in at_the_row)


def test_a_line_that_finds_no_way_is_not_drawn() -> None:
    wall = point("wall", 50, 60, (0, 100))
    lane = points(point("a", 30, 40, (29, 50)), wall, point("b", 30, 80, (29, 50)))

    assert routes([LineageLink("a", "b", "because")], [lane]) == []


ROWS = 6
SEATS = st.lists(
    st.tuples(st.integers(0, ROWS - 1), st.floats(2, 98), st.floats(1, 40)),
    min_size=3,
    max_size=14,
)


@given(SEATS)
def test_no_line_runs_through_a_label(seats: list[tuple[int, float, float]]) -> None:
    marks = [
        point(f"m{n}", x, 20 + row * 19, (x - 1, min(x + wide, 100)))
        for n, (row, x, wide) in enumerate(seats)
    ]
    lane = points(*marks)
    for path in routes([LineageLink("m0", "m1", "because")], [lane]):
        for (x0, y0), (x1, y1) in pairwise(corners(path)):
            for mark in marks[2:]:
                if mark.y in (marks[0].y, marks[1].y):
                    continue
                start, end = mark.taken
                meets_row = min(y0, y1) < mark.y + 7 and max(y0, y1) > mark.y - 7
                assert not (meets_row and min(x0, x1) < end and max(x0, x1) > start)
