"""The history as it leaves the building: rows in order, in pages, each a line of JSON."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from msgspec import Struct
from msgspec.json import Decoder, decode
from sqlalchemy import Engine, Row, Select, select

from domain.kernel.moments import stamp
from pilots.store.tables import EVENT_PILOTS, EVENTS

PAGE_SIZE = 1000
Axis = Literal["recorded", "occurred"]


@dataclass(frozen=True, kw_only=True)
class Extent:
    """Which events are wanted. Positions are exclusive below, inclusive above; moments inclusive.

    `since` and `until` are text as `domain.kernel.moments.stamp` writes it, placed on the `axis`.
    """

    after: int = 0
    up_to: int | None = None
    names: tuple[str, ...] = ()
    stream: str | None = None
    pilot: str | None = None
    since: str | None = None
    until: str | None = None
    axis: Axis = "recorded"


class _When(Struct):
    occurred_at: datetime


_when = Decoder(_When)


def rows_of_streams(engine: Engine, streams: Iterable[str]) -> list[Row[Any]]:
    """Return the first event of each of these streams, in order of position."""
    query = select(EVENTS).where(EVENTS.c.stream.in_(list(streams)), EVENTS.c.version == 1)
    with engine.connect() as db:
        return list(db.execute(query.order_by(EVENTS.c.position)))


def line_of(row: Row[Any]) -> bytes:
    """Return one event as a line of JSON, envelope first, without taking its state apart."""
    head = (
        f'{{"position":{row.position},"id":"{row.id}","stream":"{row.stream}",'
        f'"version":{row.version},"name":"{row.name}","pilots":{row.pilots},'
        f'"recorded_at":"{row.recorded_at}",'
    )
    state: bytes = row.state
    return head.encode() + state[1:] + b"\n"


def rows_of(engine: Engine, extent: Extent, limit: int | None = None) -> Iterator[Row[Any]]:
    """Yield the events of an extent in order of position, however many, in flat memory.

    The history only grows, so reading page by page up to one position is one consistent moment.
    """
    after, left = extent.after, limit
    while left is None or left > 0:
        most = PAGE_SIZE if left is None else min(PAGE_SIZE, left)
        with engine.connect() as db:
            page = db.execute(_query(extent, after).limit(most)).all()
        wanted = [row for row in page if _within(row, extent)]
        yield from wanted
        if len(page) < most:
            return
        after = page[-1].position
        left = None if left is None else left - len(wanted)


def lines_of(rows: Iterable[Row[Any]]) -> Iterator[bytes]:
    """Yield events as lines, gathered into pieces large enough to write at once."""
    piece: list[bytes] = []
    for row in rows:
        piece.append(line_of(row))
        if len(piece) >= PAGE_SIZE:
            yield b"".join(piece)
            piece.clear()
    if piece:
        yield b"".join(piece)


def _query(extent: Extent, after: int) -> Select[Any]:
    place = EVENTS.c.position
    query = select(EVENTS)
    if extent.pilot is not None:
        place = EVENT_PILOTS.c.position
        query = query.join(EVENT_PILOTS, place == EVENTS.c.position)
        query = query.where(EVENT_PILOTS.c.pilot == extent.pilot)
    query = query.where(place > after)
    if extent.up_to is not None:
        query = query.where(place <= extent.up_to)
    if extent.names:
        query = query.where(EVENTS.c.name.in_(extent.names))
    if extent.stream is not None:
        query = query.where(EVENTS.c.stream == extent.stream)
    if extent.axis == "recorded" and extent.since is not None:
        query = query.where(EVENTS.c.recorded_at >= extent.since)
    if extent.axis == "recorded" and extent.until is not None:
        query = query.where(EVENTS.c.recorded_at <= extent.until)
    return query.order_by(place)


def _within(row: Row[Any], extent: Extent) -> bool:
    if extent.axis == "recorded" or (extent.since is None and extent.until is None):
        return True
    at = stamp(_when.decode(row.state).occurred_at)
    return (extent.since or at) <= at <= (extent.until or at)


def pilots_touched(history: Engine, after: int, up_to: int) -> list[frozenset[str]]:
    """Return which pilots the events between two positions are about, each combination once."""
    within = EVENTS.c.position > after, EVENTS.c.position <= up_to
    with history.connect() as db:
        lists = db.scalars(select(EVENTS.c.pilots).where(*within).distinct()).all()
    return [decode(each, type=frozenset[str]) for each in lists]
