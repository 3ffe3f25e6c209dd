"""Divides a picture into plots, each as large as what stands on it."""

from collections.abc import Sequence

from msgspec import Struct

WIDTH = 1.5  # of the picture, in units of its height
HEDGE = 0.16  # of a plot, kept free at each of its sides where it has a neighbour


class Plot(Struct, frozen=True):
    """A part of the picture, all in shares (0 to 1) of its width and height."""

    x: float
    y: float
    width: float
    height: float


def plots(sizes: Sequence[int]) -> list[Plot]:
    """Return a plot for each size; they come in descending order."""
    placed = _divided(list(sizes), Plot(0.0, 0.0, 1.0, 1.0))
    return placed if len(placed) < 2 else [_hedged(each) for each in placed]  # noqa: PLR2004  # neighbours


def _divided(sizes: list[int], plot: Plot) -> list[Plot]:
    """Cut the longer side in two until each size has its own plot."""
    if len(sizes) < 2:  # noqa: PLR2004  # nothing to cut
        return [plot] * len(sizes)
    half, cut = sum(sizes) / 2, 1
    while cut < len(sizes) - 1 and sum(sizes[: cut + 1]) <= half:
        cut += 1
    share = sum(sizes[:cut]) / sum(sizes)
    x, y, width, height = plot.x, plot.y, plot.width, plot.height
    if width * WIDTH >= height:
        first = Plot(x, y, width * share, height)
        second = Plot(x + first.width, y, width - first.width, height)
    else:
        first = Plot(x, y, width, height * share)
        second = Plot(x, y + first.height, width, height - first.height)
    return _divided(sizes[:cut], first) + _divided(sizes[cut:], second)


def _hedged(plot: Plot) -> Plot:
    wide, tall = plot.width * HEDGE, plot.height * HEDGE
    return Plot(plot.x + wide, plot.y + tall, plot.width - 2 * wide, plot.height - 2 * tall)
