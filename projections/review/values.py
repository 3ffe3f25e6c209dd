"""How much each of several pilots was expected to be worth, and how much was discovered."""

from collections.abc import Sequence

from msgspec import Struct
from sqlalchemy import Connection, func, select

from projections.engine.as_of import Cut, seen
from projections.models.values import VALUES


class Values(Struct, frozen=True):
    """How many values a pilot has of which kind."""

    expected: int = 0
    discovered: int = 0
    surprises: int = 0
    """Those discovered that nobody had expected."""


def values_of(db: Connection, cut: Cut, pilots: Sequence[str]) -> dict[str, Values]:
    """Return how many values each pilot has, as far as a cut sees."""
    columns = VALUES.c
    query = select(columns.pilot, columns.kind, func.count(), func.count(columns.expected)).where(
        columns.pilot.in_(pilots), *seen(VALUES, cut)
    )
    by_pilot: dict[str, dict[str, tuple[int, int]]] = {}
    for pilot, kind, many, linked in db.execute(query.group_by(columns.pilot, columns.kind)):
        by_pilot.setdefault(pilot, {})[kind] = many, linked
    found = {}
    for pilot, kinds in by_pilot.items():
        discovered, linked = kinds.get("discovered", (0, 0))
        found[pilot] = Values(kinds.get("expected", (0, 0))[0], discovered, discovered - linked)
    return found
