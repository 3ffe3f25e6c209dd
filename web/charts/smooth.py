"""A smooth path through points."""

from collections.abc import Sequence
from itertools import pairwise


def through(points: Sequence[tuple[float, float]]) -> str:
    """Return a path through points, at least one, that never rises or falls beyond them."""
    path = f"M{points[0][0]:g} {points[0][1]:g}"
    for (x0, y0), (x1, y1) in pairwise(points):
        middle = (x0 + x1) / 2
        path += f"C{middle:g} {y0:g} {middle:g} {y1:g} {x1:g} {y1:g}"
    return path
