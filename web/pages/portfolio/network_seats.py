"""Where people sit in the picture of who works with whom, and which of them belong together."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import cos, pi, sin, sqrt
from types import MappingProxyType
from typing import Any
from zlib import crc32

import networkx as nx
import numpy as np
from msgspec import Struct


class Plot(Struct, frozen=True):
    """A part of the picture, all in shares (0 to 1) of its width and height."""

    x: float
    y: float
    width: float
    height: float


ROUNDS = 60
APART = 2.4  # how far people push each other away, in units of the room each has
GROUPS = 5  # with colours of their own, the largest ones

Pairs = tuple[tuple[str, str], ...]


class Seat(Struct, frozen=True):
    """A place, both ways from 0 to 1, and the number of a group; the largest group is 0."""

    x: float
    y: float
    group: int


@lru_cache(maxsize=64)
def seats(pairs: Pairs) -> Mapping[str, Seat]:
    """Return where the people of these pairs sit: always the same for the same pairs.

    What is alike is laid out alike and turned alike, so that a new pair moves little.
    Those who are tied to nobody of the others get a plot of their own.
    """
    people = sorted({person for pair in pairs for person in pair})
    number = {person: place for place, person in enumerate(people)}
    graph = nx.Graph()  # of numbers: sets of text come in another order in every process
    graph.add_nodes_from(number.values())
    graph.add_edges_from(sorted((number[one], number[other]) for one, other in pairs))
    circles = sorted(map(sorted, nx.connected_components(graph)), key=lambda each: -len(each))
    groups = _groups(graph)
    found: dict[int, tuple[float, float]] = {}
    for circle, plot in zip(circles, plots([len(each) for each in circles]), strict=True):
        found |= _seated(graph.subgraph(circle), people, plot)
    return MappingProxyType(
        {person: Seat(*found[place], groups[place]) for person, place in number.items()}
    )


def _seated(circle: nx.Graph, people: Sequence[str], plot: Plot) -> dict[int, tuple[float, float]]:
    places = sorted(circle)
    start = nx.spectral_layout(circle)  # alike for circles that are alike, but for turns
    apart = APART / sqrt(len(places))
    found = nx.spring_layout(circle, k=apart, pos=start, iterations=ROUNDS, seed=1)
    turned = _turned(
        np.array([found[place] for place in places]),
        np.array([_direction(people[place]) for place in places]),
    )
    xs, ys = (_shares([float(place[axis]) for place in turned]) for axis in (0, 1))
    return {
        place: (round(plot.x + x * plot.width, 4), round(plot.y + y * plot.height, 4))
        for place, x, y in zip(places, xs, ys, strict=True)
    }


def _direction(person: str) -> tuple[float, float]:
    """Return where a person would sit if only their id counted."""
    angle = crc32(person.encode()) % 3600 / 3600 * 2 * pi
    return cos(angle), sin(angle)


def _turned(places: Any, wanted: Any) -> Any:
    """Return the places turned and mirrored so that they fit the wanted ones best (Procrustes).

    The first ones count most: they have been here longest, so the picture turns least.
    """
    middle = places - places.mean(axis=0)
    weight = 1 / np.sqrt(1 + np.arange(len(places)))
    left, _, right = np.linalg.svd((middle * weight[:, None]).T @ wanted)
    return middle @ (left @ right)


def _shares(places: Sequence[float]) -> list[float]:
    """Return places as shares of the way from the first to the last."""
    least, most = min(places), max(places)
    return [(place - least) / (most - least) if most > least else 0.5 for place in places]


def _groups(graph: nx.Graph) -> dict[int, int]:
    """Give a number to those who work together more than with others (modularity, Louvain)."""
    found = nx.community.louvain_communities(graph, seed=1) if graph else []
    ordered = sorted(found, key=lambda group: (-len(group), min(group)))
    return {place: min(number, GROUPS) for number, group in enumerate(ordered) for place in group}


WIDTH = 1.5  # of the picture, in units of its height
HEDGE = 0.16  # of a plot, kept free at each of its sides where it has a neighbour


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
