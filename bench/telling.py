"""Read models told from zero and kept up live, beside the library's loop and bare inserts."""

from pathlib import Path
from typing import Any

from sqlalchemy import Engine, select

from bench.bare import open_bare
from bench.sides import in_turns
from bench.stock import Stock
from projections.engine.catch_up import catch_up
from projections.engine.schema import VIEWS
from projections.engine.versions import lay_out
from projections.registry import PROJECTIONS
from web.bootstrap import Platform
from web.storage.sqlite import open_sqlite

ROUNDS, STOCK_EVENTS = 3, 1500
LIVE_ROUNDS, LIVE_STEPS, LIVE_BATCH = 7, 20, 5


def measure(platform: Platform, folder: Path) -> None:
    """Tell everything anew, then go on in small batches as people do."""
    stock = Stock(folder, STOCK_EVENTS * ROUNDS + LIVE_ROUNDS * 200)
    tables = _rows(platform.views.engine)
    head = platform.pilots.head()
    number = iter(range(1000))

    def from_zero() -> int:
        engine = _laid_out(folder / f"zero-{next(number)}.sqlite")
        heard = catch_up(engine, platform.source, PROJECTIONS)
        engine.dispose()
        return heard

    def bare_rows() -> int:
        _laid_out(file := folder / f"rows-{next(number)}.sqlite").dispose()
        _insert(file, tables)
        return head

    rebuild = {
        "catch_up from zero": from_zero,
        "stock library, one event at a time": lambda: stock.tell(STOCK_EVENTS),
        "bare executemany of the same rows": bare_rows,
    }
    in_turns(rebuild, ROUNDS, "events/s")
    live = _laid_out(folder / "live.sqlite")
    begin = head - LIVE_ROUNDS * LIVE_STEPS * LIVE_BATCH
    steps = iter(range(begin + LIVE_BATCH, head + 1, LIVE_BATCH))
    catch_up(live, platform.source, PROJECTIONS, up_to=begin)

    def small_batches() -> int:
        for _ in range(LIVE_STEPS):
            catch_up(live, platform.source, PROJECTIONS, up_to=next(steps))
        return LIVE_STEPS * LIVE_BATCH

    sides = {
        f"catch_up live, {LIVE_BATCH} events at a time": small_batches,
        "stock library, one event at a time": lambda: stock.tell(200),
    }
    in_turns(sides, LIVE_ROUNDS, "events/s")
    live.dispose()
    stock.close()


def _laid_out(file: Path) -> Engine:
    engine = open_sqlite(file, durable=False)
    lay_out(engine)
    return engine


def _rows(engine: Engine) -> dict[str, list[tuple[Any, ...]]]:
    with engine.connect() as db:
        return {
            table.name: [tuple(row) for row in db.execute(select(table))]
            for table in VIEWS.sorted_tables
            if table.name != "place"
        }


def _insert(file: Path, tables: dict[str, list[tuple[Any, ...]]]) -> None:
    db = open_bare(file, "NORMAL")
    db.execute("BEGIN IMMEDIATE")
    for name, rows in tables.items():
        if rows:
            marks = ", ".join("?" * len(rows[0]))
            db.executemany(f'INSERT INTO "{name}" VALUES ({marks})', rows)  # noqa: S608  # our names
    db.execute("COMMIT")
    db.close()
