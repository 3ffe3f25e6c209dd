"""Where people sit in the picture of who works with whom, and which of them belong together."""

from collections.abc import Mapping
from functools import lru_cache
from math import cos, pi, sin, sqrt
from types import MappingProxyType
from zlib import crc32

import networkx as nx
from msgspec import Struct

ROUNDS = 400
APART = 2.4  # how far people push each other away, in units of the room each has
GROUPS = 5  # with colours of their own, the largest ones
PULL = 0.35  # how much of their distance to the middle those give up who sit far outside

Pairs = tuple[tuple[str, str], ...]


class Seat(Struct, frozen=True):
    """A place, both ways from 0 to 1, and the number of a group; the largest group is 0."""

    x: float
    y: float
    group: int


@lru_cache(maxsize=64)
def seats(pairs: Pairs) -> Mapping[str, Seat]:
    """Return where the people of these pairs sit: always the same for the same pairs.

    Everybody starts from a place that follows from their id, so that a new pair moves little.
    """
    graph = nx.Graph()
    graph.add_edges_from(sorted(pairs))
    if not graph:
        return MappingProxyType({})
    found = nx.spring_layout(
        graph,
        pos={person: _start(person) for person in graph},
        k=APART / sqrt(len(graph)),
        iterations=ROUNDS,
        seed=1,
    )
    xs, ys = (_between([float(place[axis]) for place in found.values()]) for axis in (0, 1))
    groups = _groups(graph)
    told = {person: Seat(x, y, groups[person]) for person, x, y in zip(found, xs, ys, strict=True)}
    return MappingProxyType(told)


def _start(person: str) -> tuple[float, float]:
    drawn = crc32(person.encode())
    angle, far = drawn % 3600 / 3600 * 2 * pi, 0.4 + drawn // 3600 % 100 / 250
    return far * cos(angle), far * sin(angle)


def _between(places: list[float]) -> list[float]:
    """Return places as shares of the way from the first to the last, the far ones drawn in."""
    ordered = sorted(places)
    low, high = ordered[len(ordered) // 10], ordered[-1 - len(ordered) // 10]
    drawn = [_drawn_in(place, low, high) for place in places]
    least, most = min(drawn), max(drawn)
    return [round((place - least) / (most - least), 4) if most > least else 0.5 for place in drawn]


def _drawn_in(place: float, low: float, high: float) -> float:
    if place > high:
        return high + (place - high) * (1 - PULL)
    return low - (low - place) * (1 - PULL) if place < low else place


def _groups(graph: nx.Graph) -> dict[int, int]:
    """Give a number to those who work together more than with others (modularity, Louvain)."""
    found = nx.community.louvain_communities(graph, seed=1)
    ordered = sorted(found, key=lambda group: (-len(group), min(group)))
    return {person: min(number, GROUPS) for number, group in enumerate(ordered) for person in group}
