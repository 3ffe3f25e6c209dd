"""The event history as files: lines of JSON, or rows for a spreadsheet."""

import csv
from collections.abc import Callable, Iterable, Iterator
from io import StringIO
from typing import Any

from msgspec import Raw, Struct
from msgspec.json import Decoder
from sqlalchemy import Row

from pilots.store.reader import PAGE_SIZE, lines_of

COLUMNS = (
    "position", "id", "stream", "version", "name", "pilots", "recorded_at", "occurred_at",
    "precision", "zone", "by", "source", "outside_id", "command_id", "because_of", "data",
)  # fmt: skip  # the envelope, in its order
RUNS_AS_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class _State(Struct):
    occurred_at: str
    precision: str
    by: str
    source: str
    command_id: str
    data: Raw
    zone: str = ""
    outside_id: str = ""
    because_of: str = ""


_state = Decoder(_State)


def as_ndjson(rows: Iterable[Row[Any]]) -> Iterator[bytes]:
    """Yield events as lines of JSON."""
    return lines_of(rows)


def as_csv(rows: Iterable[Row[Any]]) -> Iterator[bytes]:
    """Yield events as comma-separated rows, with cells a spreadsheet would run made inert."""
    page = StringIO()
    write = csv.writer(page, lineterminator="\r\n")
    write.writerow(COLUMNS)
    for number, row in enumerate(rows, 1):
        write.writerow([inert(str(cell)) for cell in _cells(row)])
        if number % PAGE_SIZE == 0:
            yield _taken(page)
    yield _taken(page)


def inert(cell: str) -> str:
    """Return a cell that a spreadsheet shows and does not run."""
    return f"'{cell}" if cell.startswith(RUNS_AS_FORMULA) else cell


FORMATS: dict[str, Callable[[Iterable[Row[Any]]], Iterator[bytes]]] = {
    "ndjson": as_ndjson,
    "csv": as_csv,
}


def _cells(row: Row[Any]) -> Iterator[Any]:
    state = _state.decode(row.state)
    for column in COLUMNS:
        if column == "pilots":
            yield " ".join(row.pilots.strip('[]"').split('","'))
        elif column == "data":
            yield bytes(state.data).decode()
        else:
            yield getattr(row if column in row._fields else state, column)


def _taken(page: StringIO) -> bytes:
    piece = page.getvalue().encode()
    page.seek(0)
    page.truncate()
    return piece
