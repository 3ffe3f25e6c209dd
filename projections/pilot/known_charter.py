"""What is known of the charter of a pilot: what it is for, works with, and is measured by."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, TypeVar

from msgspec import Struct
from sqlalchemy import Connection, Table, select

from domain.rules.known_charter import Area, Audience, Charter, Fit, Measure, Medium, Purpose
from domain.wording import Lists
from projections.engine.as_of import Cut, seen
from projections.models.charters import CAPABILITIES, MEASURES, MEDIA
from projections.models.lookups import all_of, as_struct, one
from projections.models.programmes import lists_of
from projections.models.purposes import AUDIENCES, FITS, PURPOSES
from projections.models.readiness import READINESS
from projections.pilot.overridden_gates import gates_passed

P = TypeVar("P", bound=Struct)
MOST = 500  # of a kind of thing in one pilot, the newest; rules speak of what is at hand


class KnownCharter:
    """The charter as far as a cut sees; each part is looked up once, when it is asked for."""

    def __init__(
        self, db: Connection, cut: Cut, charter: Charter, rules: Cut | None = None
    ) -> None:
        """Look as far as a cut sees; `rules` says as of when the words of rules are taken."""
        self.charter = charter
        self._db = db
        self._cut = cut
        self._rules = rules or cut
        self._pilot = charter.pilot

    @cached_property
    def purpose(self) -> Purpose:
        """Return what it is for."""
        row = one(self._db, PURPOSES, self._cut, pilot=self._pilot)
        return as_struct(row, Purpose) if row else Purpose()

    @cached_property
    def passed(self) -> Mapping[str, bool]:
        """Return the gates that were passed for a reason, and whether each is still open for it."""
        return gates_passed(self._db, self._cut, self._pilot)

    @cached_property
    def lists(self) -> Lists:
        """Return the words that rules about texts look for."""
        return lists_of(self._db, self._rules, self.charter.programme)

    @cached_property
    def audiences(self) -> tuple[Audience, ...]:
        """Return whom it is for."""
        return self._all(AUDIENCES, Audience)

    @cached_property
    def capabilities(self) -> tuple[str, ...]:
        """Return what people are to become able to do."""
        rows = all_of(self._db, CAPABILITIES, self._cut, self._pilot, limit=10 * MOST)
        return tuple(row["capability"] for row in rows)

    @cached_property
    def media(self) -> tuple[Medium, ...]:
        """Return what it works with."""
        return self._all(MEDIA, Medium)

    @cached_property
    def fits(self) -> tuple[Fit, ...]:
        """Return which audience is known to be on which medium."""
        return self._all(FITS, Fit)

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        """Return how it is measured."""
        return self._all(MEASURES, Measure)

    @cached_property
    def readiness(self) -> tuple[Area, ...]:
        """Return how ready each area is."""
        return self._all(READINESS, Area)

    def _all(self, table: Table, kind: type[P]) -> tuple[P, ...]:
        return tuple(as_struct(row, kind) for row in self._newest(table, "position"))

    def _newest(self, table: Table, at: str, **only: Any) -> Sequence[dict[str, Any]]:
        query = select(table).where(table.c.pilot == self._pilot, *seen(table, self._cut))
        for name, value in only.items():
            query = query.where(table.c[name].in_(value if isinstance(value, tuple) else (value,)))
        newest = query.order_by(table.c[at].desc(), table.c.position.desc()).limit(MOST)
        return [{**row} for row in reversed(self._db.execute(newest).mappings().all())]
