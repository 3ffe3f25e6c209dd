"""Who works with whom: dots for people, lines for ties, each in its place whatever the moment."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date, timedelta
from math import log2, sqrt

from msgspec import Struct, structs

from projections.portfolio.network import Network, NetworkTie
from web.pages.portfolio.labels import Label, LabelledDot, place_labels, shortened
from web.pages.portfolio.network_seats import Seat, seats

TALL, SIDE, TOP = 402, 7.0, 30.0  # pixels; percent and pixels kept free around
WIDE, NARROW = 560, 300  # pixels the picture is expected to have, at a desk and on a phone
NAMED, NAMED_NARROW = 20, 9  # names that are written beside dots
LONGEST = 140.0  # pixels of a name there
NEW = timedelta(days=122)  # four months
GHOST, SMALL, LARGE = 2.5, 4.5, 12.5  # pixels: radius before the first tie, and with many
SCALED = 16  # ties that somebody has at least who is drawn as large as that
BESIDE = 0.03  # of the width: how far from who they are today stands who was two then
DENSE = 240  # lines from which on they are drawn fainter


class Node(Struct, frozen=True, kw_only=True):
    """A person: `x` in percent, `y` and `r` in pixels; not `known` where it is too early."""

    person: str
    name: str
    x: float
    y: float
    r: float
    group: int
    ties: int
    times: int
    known: bool
    is_new: bool
    short: str = ""
    label: Label | None = None
    narrow: Label | None = None


class Edge(Struct, frozen=True, kw_only=True):
    """A tie between two people; `width` is in pixels."""

    tie: NetworkTie
    one: Node
    other: Node
    width: float
    is_new: bool


class NetworkPicture(Struct, frozen=True, kw_only=True):
    """Everything the template draws; the nodes with most ties come first."""

    nodes: tuple[Node, ...]
    lines: tuple[Edge, ...]
    rows: tuple[tuple[Node, tuple[Edge, ...]], ...]
    """Those who are known, each with the lines that begin there; every line once."""
    known: int
    fresh: int
    """Ties that are new in the last four months."""

    @property
    def is_dense(self) -> bool:
        """Tell whether there are so many lines that each is drawn fainter."""
        return len(self.lines) > DENSE


def draw_network(circle: Network, names: Mapping[str, str], today: date) -> NetworkPicture:
    """Lay the circle out; who has no tie yet is a ghost."""
    places = seats(tuple((tie.one, tie.other) for tie in circle.ever))
    tied = {person for tie in circle.ties for person in (tie.one, tie.other)}
    places = dict(places) | {
        one: structs.replace(places[into], x=places[into].x + BESIDE)
        for one, into in circle.parted.items()
        if one in tied
    }
    fresh = {tie for tie in circle.ties if date.fromisoformat(tie.since) > today - NEW}
    nodes = {node.person: node for node in _named(_nodes(circle, places, names, fresh))}
    lines = tuple(
        Edge(
            tie=tie,
            one=nodes[tie.one],
            other=nodes[tie.other],
            width=round(min(0.8 + 0.5 * log2(tie.times), 4.0), 1),
            is_new=tie in fresh,
        )
        for tie in circle.ties
    )
    begin: dict[str, list[Edge]] = defaultdict(list)
    for line in lines:
        begin[line.one.person].append(line)
    rows = tuple((node, tuple(begin[node.person])) for node in nodes.values() if node.known)
    return NetworkPicture(
        nodes=tuple(nodes.values()), lines=lines, rows=rows, known=len(rows), fresh=len(fresh)
    )


def _nodes(
    circle: Network, places: Mapping[str, Seat], names: Mapping[str, str], fresh: set[NetworkTie]
) -> list[Node]:
    ever = Counter(person for tie in circle.ever for person in (tie.one, tie.other))
    most = max([SCALED, *ever.values()])
    ties: Counter[str] = Counter()
    times: Counter[str] = Counter()
    older = set()
    for tie in circle.ties:
        for person in (tie.one, tie.other):
            ties[person] += 1
            times[person] += tie.times
            older |= {person} if tie not in fresh else set()
    nodes = [
        Node(
            person=person,
            name=names.get(person, ""),
            x=round(SIDE + seat.x * (100 - 2 * SIDE), 2),
            y=round(TOP + seat.y * (TALL - 2 * TOP), 1),
            r=_radius(ties[person] / most),
            group=seat.group,
            ties=ties[person],
            times=times[person],
            known=person in ties,
            is_new=person in ties and person not in older,
            short=shortened(names.get(person, ""), LONGEST),
        )
        for person, seat in places.items()
    ]
    return sorted(nodes, key=lambda node: (-node.ties, node.person))


def _radius(share: float) -> float:
    return round(SMALL + (LARGE - SMALL) * sqrt(share), 1) if share else GHOST


def _named(nodes: list[Node]) -> list[Node]:
    wide, narrow = (
        place_labels(tuple(_spot(node, width) for node in nodes), width, TALL, most)
        for width, most in ((WIDE, NAMED), (NARROW, NAMED_NARROW))
    )
    return [
        structs.replace(node, label=label, narrow=small)
        for node, label, small in zip(nodes, wide, narrow, strict=True)
    ]


def _spot(node: Node, width: float) -> LabelledDot:
    return LabelledDot(node.x / 100 * width, node.y, node.r, node.short if node.known else "")
