"""Fresh tables, told by hand or from a platform, and what then stands in them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Connection, Engine, Table, select

from domain.kernel.aggregate import Event, Fact
from projections.engine.as_of import NOW, Cut, as_known
from projections.engine.catch_up import SourceEvent, catch_up
from projections.engine.changes import Projection
from projections.engine.schema import VIEWS, Rollup
from projections.engine.versions import lay_out
from projections.registry import PROJECTIONS
from tests.support.machines.clock import MONDAY
from web.bootstrap import Platform
from web.storage.sqlite import open_sqlite

PILOT = "pilot-tui"
Tables = dict[str, list[tuple[Any, ...]]]
ENDS = ("known_until", "until_position")


class Unheard(Fact):
    """Something that is stored nowhere, and that nobody tells anything of."""


def happened(
    stream: str,
    fact: Fact,
    position: int = 1,
    at: datetime | None = None,
    pilots: tuple[str, ...] = (PILOT,),
) -> Event:
    """Put a fact into an envelope; a minute passes from position to position."""
    moment = at or MONDAY + timedelta(minutes=position)
    return Event(
        id=f"event-{position}",
        originator_id=stream,
        originator_version=1,
        pilots=pilots,
        recorded_at=moment,
        occurred_at=moment,
        precision="minute",
        by="person-mere",
        source="web",
        command_id=f"command-{position}",
        fact=fact,
        position=position,
    )


def in_order(stream: str, *facts: Fact) -> list[Event]:
    """Put facts of one stream into envelopes, one after the other."""
    return [happened(stream, fact, position) for position, fact in enumerate(facts, 1)]


def open_views(folder: Path, name: str) -> Engine:
    """Open a place for tables; tests that are to hold on PostgreSQL put another in its place."""
    file = folder / f"{name}.sqlite"
    if not file.exists():
        file.write_bytes(_laid_out())  # laying tables out takes its time
    return open_sqlite(file, durable=False)


@cache
def _laid_out() -> bytes:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "empty.sqlite"
        engine = open_sqlite(file, durable=False)
        lay_out(engine)
        engine.dispose()
        return file.read_bytes()


def fresh(folder: Path, name: str = "fresh") -> Engine:
    """Lay out tables that have heard nothing."""
    engine = open_views(folder, name)
    lay_out(engine)
    return engine


def told(folder: Path, events: Sequence[Event], *only: str) -> Engine:
    """Lay out tables and tell them these events, all projections or only some."""
    engine = fresh(folder)
    tell(engine, events, {name: PROJECTIONS[name] for name in only or PROJECTIONS})
    return engine


def tell(
    engine: Engine,
    events: Sequence[SourceEvent],
    projections: Mapping[str, Projection] = PROJECTIONS,
) -> int:
    """Tell tables these events; places that are left out are told a fact that nobody hears."""
    at = {event.position: event for event in events}

    def source(position: int, limit: int) -> Iterator[SourceEvent]:
        for place in range(position + 1, min(position + limit, max(at, default=0)) + 1):
            yield at.get(place) or happened("pilot-x", Unheard(), place, None, ())

    return catch_up(engine, source, projections)


def history(platform: Platform) -> list[Event]:
    """Return everything stored so far."""
    return list(platform.pilots.facts_after(0, 10**6))


def rows(engine: Engine, table: Table, cut: Cut = NOW) -> list[dict[str, Any]]:
    """Return the rows of a table as far as the cut sees them, without when they end."""
    order = list(table.primary_key)
    with engine.connect() as db:
        found = db.execute(as_known(table, cut).order_by(*order)).mappings()
        return [{key: row[key] for key in row if key not in ENDS} for row in found]


def state(engine: Engine, table: Table, **only: Any) -> dict[str, Any]:
    """Return the one state that stands now, without the columns that say since when."""
    (found,) = (row for row in rows(engine, table) if only.items() <= row.items())
    return {key: found[key] for key in found if key not in ("position", "known_from")}


def dump(engine: Engine) -> Tables:
    """Return every row of every table."""
    with engine.connect() as db:
        return {
            table.name: [tuple(row) for row in db.execute(select(table).order_by(*table.c))]
            for table in VIEWS.sorted_tables
        }


def counts(db: Connection, query: Any) -> Counter[tuple[Any, ...]]:
    """Return what a query counted, by its keys."""
    return Counter({tuple(row)[:-1]: int(row[-1]) for row in db.execute(query)})


def counted_by_hand(found: Iterable[Mapping[str, Any]], rollup: Rollup) -> Counter[tuple[Any, ...]]:
    """Count rows as a rollup should."""
    keys = (tuple(row[key] for key in rollup.by) for row in found)
    return Counter(key for key in keys if rollup.counts_all or None not in key)


def rollups() -> list[Rollup]:
    """Return every rollup that is kept."""
    return [each for table in VIEWS.sorted_tables for each in table.info.get("rollups", ())]


def of_kind(*kinds: str) -> list[Table]:
    """Return every table of these kinds."""
    return [table for table in VIEWS.sorted_tables if table.info.get("kind") in kinds]


@contextmanager
def wiped(engine: Engine) -> Iterator[Engine]:
    """Empty the tables, as if they had heard nothing."""
    with engine.execution_options(writing=True).begin() as db:
        for table in VIEWS.sorted_tables:
            db.execute(
                table.delete() if table.name != "place" else table.update().values(position=0)
            )
    yield engine
