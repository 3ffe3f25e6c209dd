"""How an event of the library becomes a row of the history, and the other way round."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

from eventsourcing.persistence import StoredEvent

from domain.kernel.moments import stamp
from pilots.store.clock import Stamps
from pilots.store.mapper import StoredFact

T = TypeVar("T")


def stored_fact(row: Sequence[Any]) -> StoredFact:
    """Return a row of the history, in the order of its columns, as library and mapper know it."""
    position, event_id, stream, version, name, pilots, recorded_at, state = row
    return StoredFact(
        id=position,
        originator_id=stream,
        originator_version=version,
        topic=name,
        state=state,
        event_id=event_id,
        pilots=pilots,
        recorded_at=recorded_at,
    )


def row_of(position: int, event: StoredEvent, stamps: Stamps) -> dict[str, Any]:
    """Return the row that keeps an event at a position."""
    stream = str(event.originator_id)
    asked = getattr(event, "recorded_at", None)
    recorded_at = stamps.give(stream, asked, getattr(event, "not_before", None))
    return {
        "position": position,
        "id": getattr(event, "event_id", None) or f"{stream}/{event.originator_version}",
        "stream": stream,
        "version": event.originator_version,
        "name": event.topic,
        "pilots": getattr(event, "pilots", "[]"),
        "recorded_at": stamp(recorded_at),
        "state": event.state,
    }


def batched(things: Iterable[T], size: int = 500) -> Iterator[list[T]]:
    """Yield things in groups of as many as one question may name."""
    rest = iter(things)
    while some := list(islice(rest, size)):
        yield some


def pilots_in(row: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the rows that say which pilots an event is about; ids never need escaping."""
    pilots = row["pilots"].strip('[]"').split('","') if row["pilots"] != "[]" else []
    return [{"pilot": pilot, "position": row["position"]} for pilot in pilots]
