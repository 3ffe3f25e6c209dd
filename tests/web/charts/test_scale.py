"""A scale places moments between the edges of a picture, and none outside of it."""

from datetime import timedelta

from tests.support.machines.clock import MONDAY
from web.charts.scale import Scale

WEEK = timedelta(days=7)


def test_moments_lie_between_the_edges() -> None:
    scale = Scale(MONDAY, MONDAY + WEEK)

    assert [scale(MONDAY), scale(MONDAY + WEEK / 4), scale(MONDAY + WEEK)] == [0, 25, 100]


def test_what_lies_outside_is_held_at_the_edge() -> None:
    scale = Scale(MONDAY, MONDAY + WEEK)

    assert [scale(MONDAY - WEEK), scale(MONDAY + 2 * WEEK)] == [0, 100]
    assert not scale.holds(MONDAY - WEEK)
