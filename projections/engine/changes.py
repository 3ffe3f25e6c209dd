"""What one fact does to the tables, said by a projection and written by the pen."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Table

from domain.kernel.aggregate import Event

Key = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Begin:
    """A thing gets its first state; `key` is new."""

    table: Table
    key: Key
    values: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """A thing goes on in another state; what is not named stays. A thing not here is begun."""

    table: Table
    key: Key
    values: dict[str, Any]


@dataclass(frozen=True, slots=True)
class End:
    """A thing has no state any more."""

    table: Table
    key: Key


@dataclass(frozen=True, slots=True)
class ChangeAll:
    """Everything whose key begins like this goes on in another state, or ends.

    `into` is what their keys begin with from then on, where that changes; it is as long.
    """

    table: Table
    prefix: Key
    values: dict[str, Any] | None
    into: Key = ()


@dataclass(frozen=True, slots=True)
class Add:
    """A row is added to a log."""

    table: Table
    values: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Borrow:
    """A thing goes on with values that another one has; nothing happens where that is not here.

    `columns` says what each value is called there, by what it is called here. Only what never
    changes there may be borrowed: a later change would not be followed.
    """

    table: Table
    key: Key
    values: dict[str, Any]
    source: Table
    of: Key
    columns: dict[str, str]


@dataclass(frozen=True, slots=True)
class Plus:
    """A value that is as much more than it was."""

    amount: int


@dataclass(frozen=True, slots=True)
class Once:
    """A value that is kept only where there was none."""

    value: Any


@dataclass(frozen=True, slots=True)
class Day:
    """The day of a moment by the clocks of where a thing is at home.

    `way` leads from the thing to the name of its zone: from row to row by a column of each, as
    they stand when the value is written. Where it leads nowhere, the day is that of UTC.
    """

    moment: datetime
    thing: str | None
    way: tuple[tuple[Table, str], ...]


TableChange = Begin | Change | End | ChangeAll | Borrow | Add


@dataclass(frozen=True)
class Projection:
    """What is told from facts, and which families of facts it is told from; none means all."""

    hears: tuple[str, ...]
    project: Callable[[Event], Iterable[TableChange]]
