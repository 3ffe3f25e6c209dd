"""Lines of the timeline from a source to what came of it, led between the rows of text."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import Struct

from projections.learning.provenance import LineageLink
from web.timeline.chart.marks import Lane, Mark

WIDE = 10  # the box is 1,000 wide: percent times ten
HALF_ROW = 9.5  # pixels from the middle of a row of points to the gap below it
BAR, GAP = 22, 2.0  # pixels a bar is high, and from its edge to the gap below it
INSET = 0.7  # percent from the end of a bar to where a line leaves it
PAD = 0.5  # percent a line keeps from labels it passes
BEND = 2.0  # percent of a longer way that one bend is worth
ROUND = 6.0  # pixels, and as much of the box, by which a corner is rounded
Point = tuple[float, float]


class Anchor(Struct, frozen=True):
    """Where lines reach a mark: the gaps above and below its row, and what its label takes."""

    above: float
    below: float
    edges: tuple[float, float]
    """From where to where its glyph or bar reaches down, where a line touches it (pixels)."""
    out: float
    into: float
    """Where lines leave it, and where they reach it (percent)."""
    taken: tuple[float, float]

    @property
    def middle(self) -> float:
        """Return the middle of its row."""
        return (self.above + self.below) / 2


def routes(ties: Iterable[LineageLink], lanes: Sequence[Lane]) -> list[str]:
    """Return the path of each tie both ends of which are drawn, in a box of 1,000 by the height.

    A tie that finds no way between the labels has no path: the words below the picture tell it.
    """
    anchors = {mark.key: _anchor(lane, mark) for lane in lanes for mark in lane.marks if mark.key}
    found = (
        _route(anchors[tie.source], anchors[tie.outcome], anchors.values())
        for tie in ties
        if tie.source in anchors and tie.outcome in anchors
    )
    return [_rounded(points) for points in found if points]


def _anchor(lane: Lane, mark: Mark) -> Anchor:
    if lane.kind == "bars":
        inset = min(INSET, mark.w / 2)
        return Anchor(
            above=mark.y - GAP,
            below=mark.y + BAR + GAP,
            edges=(mark.y, mark.y + BAR),
            out=mark.x + mark.w - inset,
            into=mark.x + inset,
            taken=mark.taken,
        )
    above, below = mark.y - HALF_ROW, mark.y + HALF_ROW
    return Anchor(above, below, (mark.y, mark.y), mark.x, mark.x, mark.taken)


def _route(source: Anchor, outcome: Anchor, anchors: Iterable[Anchor]) -> list[Point]:
    """Return the corners of a way through the gaps between rows; none where all is taken."""
    goes_down = outcome.middle > source.middle
    leaves = source.below if goes_down else source.above
    arrives = outcome.above if goes_down else outcome.below
    if source.middle == outcome.middle:
        arrives = leaves
    upper, lower = sorted((leaves, arrives))
    passed = [anchor.taken for anchor in anchors if upper < anchor.middle < lower]
    across = _free(passed, source.out, outcome.into)
    if across is None:
        return []
    begins = source.edges[1] if goes_down else source.edges[0]
    ends = outcome.edges[0] if arrives < outcome.middle else outcome.edges[1]
    corners = [
        (source.out, begins),
        (source.out, leaves),
        (across, leaves),
        (across, arrives),
        (outcome.into, arrives),
        (outcome.into, ends),
    ]
    return [corner for n, corner in enumerate(corners) if not n or corner != corners[n - 1]]


def _free(passed: Sequence[tuple[float, float]], out: float, into: float) -> float | None:
    """Return where a line passes some labels with the least way and the fewest bends."""
    beside = [x for start, end in passed for x in (start - PAD, end + PAD)]

    def costs(x: float) -> float:
        return abs(x - out) + abs(x - into) + BEND * ((x != out) + (x != into))

    ways = [x for x in (out, into, *beside) if 0 < x < 100]  # noqa: PLR2004  # percent
    return min((x for x in ways if _passes(x, passed)), key=costs, default=None)


def _passes(x: float, passed: Sequence[tuple[float, float]]) -> bool:
    return all(x <= start - PAD or x >= end + PAD for start, end in passed)


def _rounded(corners: Sequence[Point]) -> str:
    """Return a path from corner to corner that turns them in a curve."""
    points = [(x * WIDE, y) for x, y in corners]
    path = f"M{points[0][0]:.5g} {points[0][1]:.5g}"
    for before, (corner, after) in zip(points, pairwise(points[1:]), strict=False):
        (x0, y0), (x1, y1) = _toward(corner, before), _toward(corner, after)
        path += f"L{x0:.5g} {y0:.5g}Q{corner[0]:.5g} {corner[1]:.5g} {x1:.5g} {y1:.5g}"
    return f"{path}L{points[-1][0]:.5g} {points[-1][1]:.5g}"


def _toward(corner: Point, other: Point) -> Point:
    """Return the point on the way from a corner to another where its curve begins or ends."""
    x, y = other[0] - corner[0], other[1] - corner[1]
    length = abs(x) + abs(y)  # as all ways are level or upright
    share = min(ROUND, length / 2) / length if length else 0
    return corner[0] + x * share, corner[1] + y * share
