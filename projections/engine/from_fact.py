"""Columns that are fields of a fact: their names, types and values are declared there, once."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from msgspec import UNSET, Struct, inspect
from sqlalchemy import Column, Integer, String

from domain.kernel.aggregate import Fact
from domain.kernel.moments import stamp


class FromFact:
    """What a table takes over from a fact as it is: some of its fields, each as a column."""

    def __init__(self, fact: type[Fact], *names: str) -> None:
        """Declare which fields. Raises LookupError for one the fact does not have."""
        there = {field.name: field.type for field in inspect.type_info(fact).fields}  # type: ignore[attr-defined]  # a fact is a struct
        if missing := [name for name in names if name not in there]:
            raise LookupError(fact.__name__, missing)
        self.names = names
        self._whole = {name for name in names if _is_whole(there[name])}

    def columns(self) -> Iterator[Column[Any]]:
        """Make the columns, in the order of their names."""
        for name in self.names:
            yield Column(name, Integer if name in self._whole else String)

    def values(self, fact: Struct) -> dict[str, Any]:
        """Return what a fact, or a correction of one, says in these columns.

        What a correction leaves out is left out.
        """
        values = {name: getattr(fact, name, UNSET) for name in self.names}
        return {name: _kept(value) for name, value in values.items() if value is not UNSET}


def _is_whole(kind: inspect.Type) -> bool:
    match kind:
        case inspect.UnionType(types):
            return any(map(_is_whole, types))
        case inspect.Metadata(inner):
            return _is_whole(inner)
        case inspect.LiteralType(values):
            return all(isinstance(value, int) for value in values)
        case _:
            return isinstance(kind, inspect.IntType | inspect.BoolType)


def _kept(value: Any) -> Any:
    match value:
        case bool():
            return int(value)
        case datetime():
            return stamp(value)
        case date():
            return str(value)
        case _:
            return value
