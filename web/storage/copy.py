"""Copies history and operations from one platform to another, page by page, and goes on again."""

from collections.abc import Callable, Sequence
from typing import Any

from msgspec.json import decode
from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    Row,
    Table,
    delete,
    insert,
    select,
    text,
    tuple_,
)
from sqlalchemy.exc import IntegrityError

from domain.kernel.errors import Conflict
from domain.kernel.messages import say
from pilots.request import Receipt
from pilots.store.queries import HEAD
from pilots.store.tables import COMMANDS, EVENT_PILOTS, EVENTS, VERDICTS
from web.accounts.tables import ACCOUNTS, ASKED, OPERATIONS_LOG, PUT_OFF
from web.storage.stores import Stores

PAGE_SIZE = 1000
LAST_TAKEN = text(
    "SELECT setval(pg_get_serial_sequence('operations', 'id'), max(id)) FROM operations "
    "HAVING count(*) > 0"
)
Progress = Callable[[int], None]


def copy_platform(source: Stores, target: Stores, progress: Progress = lambda _: None) -> int:
    """Copy everything but sessions and views; return how many events were added.

    What is there already is compared with ours and not copied again. Raises Conflict where it
    is something else; nothing there is changed then, but what was copied before stays.
    """
    with source.history.connect() as db:
        head = int(db.scalar(HEAD) or 0)
    past = EVENTS.c.position <= head
    added = _copy(EVENTS, source.history, target.history, progress, within=past)
    about = EVENT_PILOTS.c.position <= head
    _copy(EVENT_PILOTS, source.history, target.history, within=about)
    _copy(COMMANDS, source.history, target.history, wanted=lambda row: _done(row, head))
    _replace(VERDICTS, source.history, target.history)
    for table in (ACCOUNTS, OPERATIONS_LOG):
        _copy(table, source.operations, target.operations)
    for table in (PUT_OFF, ASKED):
        _replace(table, source.operations, target.operations)
    _go_on_counting(target.operations)
    return added


def _copy(
    table: Table,
    source: Engine,
    target: Engine,
    progress: Progress = lambda _: None,
    *,
    within: ColumnElement[bool] | None = None,
    wanted: Callable[[Row[Any]], bool] = lambda _: True,
) -> int:
    """Copy rows in order of their key, as many at a time as a page holds."""
    keys = list(table.primary_key)
    order = [table.c.keys().index(key.name) for key in keys]
    ours = select(table) if within is None else select(table).where(within)
    after: tuple[Any, ...] | None = None
    added = 0
    while True:
        with source.connect() as db:
            page = db.execute(_onward(ours, keys, after).limit(PAGE_SIZE)).all()
        until = tuple(page[-1][place] for place in order) if len(page) == PAGE_SIZE else None
        theirs = _onward(select(table), keys, after)
        if until is not None:
            theirs = theirs.where(tuple_(*keys) <= tuple_(*until))
        with target.execution_options(writing=True).begin() as db:
            there = db.execute(theirs.limit(PAGE_SIZE + 1)).all()
            added += _add(db, table, [row for row in page if wanted(row)], there)
        progress(len(page))
        if until is None:
            return added
        after = until


def _replace(table: Table, source: Engine, target: Engine) -> None:
    """Let a small table that comes and goes read there as it reads here."""
    with source.connect() as db:
        ours = [dict(row) for row in db.execute(select(table)).mappings()]
    with target.execution_options(writing=True).begin() as db:
        db.execute(delete(table))
        if ours:
            db.execute(insert(table), ours)


def _onward(query: Any, keys: Sequence[Any], after: tuple[Any, ...] | None) -> Any:
    ordered = query.order_by(*keys)
    return ordered if after is None else ordered.where(tuple_(*keys) > tuple_(*after))


def _add(db: Connection, table: Table, ours: list[Row[Any]], there: Sequence[Row[Any]]) -> int:
    known = {tuple(row) for row in there}
    missing = [row for row in ours if tuple(row) not in known]
    if len(ours) - len(missing) < len(known):
        message = say(
            "There are {name} there that are not here. Copy to a place that is empty, or that "
            "nobody has written to since it was copied to before.",
            name=table.name,
        )
        raise Conflict(message)
    try:
        if missing:
            db.execute(insert(table), [dict(row._mapping) for row in missing])  # noqa: SLF001  # its documented way to a mapping
    except IntegrityError:
        message = say(
            "The {name} there differ from those here. Copy to an empty place.", name=table.name
        )
        raise Conflict(message) from None
    return len(missing)


def _done(row: Row[Any], head: int) -> bool:
    """Tell whether a command's facts were among those that are copied."""
    return decode(row.outcome, type=Receipt).position <= head


def _go_on_counting(operations: Engine) -> None:
    """Let the log go on after the last entry that was copied."""
    if operations.dialect.name == "postgresql":
        with operations.execution_options(writing=True).begin() as db:
            db.execute(LAST_TAKEN)
