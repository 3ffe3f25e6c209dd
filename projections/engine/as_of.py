"""How far a reader looks: at what is known now, was known at a moment, or was shown at a place."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    Alias,
    ColumnElement,
    FromClause,
    Select,
    Table,
    and_,
    cast,
    func,
    literal,
    or_,
    select,
    union_all,
)

from projections.engine.schema import BLOCK, WHOLE, Rollup


@dataclass(frozen=True)
class Cut:
    """Nothing later than this is seen: `moment` (as known on), `position` (as shown at), or both.

    `moment` is text as `domain.kernel.moments.stamp` writes it.
    """

    moment: str | None = None
    position: int | None = None

    @property
    def is_now(self) -> bool:
        """Tell whether everything known is seen."""
        return self.moment is None and self.position is None


NOW = Cut()


@dataclass(frozen=True)
class Since:
    """Everything from a value on, such as a day; where `counted` takes one value or several."""

    first: str


def as_known(table: Table, cut: Cut = NOW) -> Select[Any]:
    """Select the rows of a table as far as the cut sees them."""
    return select(table).where(*seen(table, cut))


def seen(table: FromClause, cut: Cut) -> list[ColumnElement[bool]]:
    """Return the conditions that hold a query to the cut."""
    columns = table.c
    declared: Any = table.element if isinstance(table, Alias) else table
    is_state = declared.info["kind"] == "states"
    conditions: list[ColumnElement[bool]] = []
    not_ended: list[ColumnElement[bool]] = [columns.known_until.is_(None)] if is_state else []
    if cut.moment is not None:
        conditions.append(columns.known_from <= cut.moment)
        not_ended += [columns.known_until > cut.moment] if is_state else []
    if cut.position is not None:
        conditions.append(columns.position <= cut.position)
        not_ended += [columns.until_position > cut.position] if is_state else []
    return [*conditions, or_(*not_ended)] if is_state else conditions


def counted(rollup: Rollup, cut: Cut, by: Sequence[str], **only: Any) -> Select[Any]:
    """Count states by some columns, where those in `only` have a value, one of several, or `Since`.

    Exact for any cut: whole days (or blocks) from the sums, and the rest from the states.
    """
    parts = union_all(*_parts(rollup, cut, only)).subquery()
    keys = [parts.c[key] for key in by]
    total = summed(parts.c.amount)
    return select(*keys, total.label("amount")).group_by(*keys).having(total != 0)


def summed(amounts: ColumnElement[int]) -> ColumnElement[int]:
    """Add up as a whole number, also where the engine would answer with a decimal one."""
    return cast(func.sum(amounts), WHOLE)


def _parts(rollup: Rollup, cut: Cut, only: dict[str, Any]) -> list[Select[Any]]:
    states = rollup.states
    if cut.is_now:
        return [_sums(rollup, rollup.now, only)]
    if cut.moment is not None and cut.position is not None:
        return [_rows(rollup, only, 1, *seen(states, cut))]
    if cut.moment is not None:
        day = cut.moment[:10]
        whole = _sums(rollup, rollup.days, only).where(rollup.days.c.known_on < day)
        begun = and_(states.c.known_from >= day, states.c.known_from <= cut.moment)
        ended = and_(states.c.known_until >= day, states.c.known_until <= cut.moment)
    else:
        position = cut.position or 0
        first = position // BLOCK * BLOCK
        whole = _sums(rollup, rollup.blocks, only).where(rollup.blocks.c.block < position // BLOCK)
        begun = states.c.position.between(first, position)
        ended = states.c.until_position.between(first, position)
    return [whole, _rows(rollup, only, 1, begun), _rows(rollup, only, -1, ended)]


def _sums(rollup: Rollup, table: Table, only: dict[str, Any]) -> Select[Any]:
    keys = [table.c[key] for key in rollup.by]
    return select(*keys, table.c.amount).where(*_matching(table, only))


def _rows(
    rollup: Rollup, only: dict[str, Any], amount: int, *within: ColumnElement[bool]
) -> Select[Any]:
    states = rollup.states
    keys = [states.c[key] for key in rollup.by]
    there = [] if rollup.counts_all else [key.is_not(None) for key in keys]
    rows = select(*keys, literal(amount).label("amount"))
    return rows.where(*_matching(states, only), *there, *within)


def _matching(table: Table, only: dict[str, Any]) -> list[ColumnElement[bool]]:
    return [_matches(table.c[key], value) for key, value in only.items()]


def _matches(column: Any, value: Any) -> Any:
    match value:
        case Since(first):
            return column >= first
        case list() | tuple() | set():
            return column.in_(value)
        case _:
            return column == value
