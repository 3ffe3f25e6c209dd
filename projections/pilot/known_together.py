"""What is known about several pilots, where the sums they all need are asked for only once."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property

from msgspec import Struct
from sqlalchemy import Connection, RowMapping, func, select

from domain.rules.known_charter import Charter
from domain.rules.known_facts import Doing, Tally, Turnout
from projections.engine.as_of import Cut, Since, counted
from projections.models.entries import COUNTED, DAILY, PARTICIPATION, RHYTHM
from projections.models.lookups import as_struct
from projections.models.people import standing_for
from projections.pilot.known_pilot import KnownPilot
from projections.pilot.metrics import Figures, figures_of


class Sums(Struct, frozen=True):
    """What is counted of several pilots at once, by pilot."""

    first: date
    """The day from which on there are tallies."""
    figures: Mapping[str, Figures]
    days: Mapping[str, int]
    modes: Mapping[str, Mapping[str, int]]
    tallies: Mapping[str, Sequence[Tally]]


class KnownTogether(KnownPilot):
    """One of several pilots: as KnownPilot, with the sums at hand."""

    def __init__(self, db: Connection, cut: Cut, charter: Charter, sums: Sums) -> None:
        """Look as far as a cut sees, with the sums of all."""
        super().__init__(db, cut, charter)
        self._sums = sums
        self._did: dict[str, tuple[Doing, ...]] = {}

    @property
    def figures(self) -> Figures:
        """Return its numbers."""
        return self._sums.figures[self._pilot]

    @cached_property
    def turnout(self) -> Turnout:
        """Return how many took part, how often, on how many days."""
        told = self.figures
        return Turnout(told.people, told.entries, self._sums.days.get(self._pilot, 0))

    @cached_property
    def modes(self) -> Mapping[str, int]:
        """Return how many entries there are of each mode."""
        return self._sums.modes.get(self._pilot, {})

    def tallies(self, since: date) -> tuple[Tally, ...]:
        """Return the entries of each day from a day on."""
        if since < self._sums.first:
            return super().tallies(since)
        kept = self._sums.tallies.get(self._pilot, ())
        return tuple(each for each in kept if each.occurred_on >= since)

    def doings(self, person: str) -> tuple[Doing, ...]:
        """Return when a person took part and how, oldest first; the newest 500 times."""
        if person not in self._did:
            self._did[person] = super().doings(person)
        return self._did[person]


def known_together(
    db: Connection, cut: Cut, rows: Sequence[RowMapping], first: date
) -> dict[str, KnownTogether]:
    """Return what is known about pilots, by pilot; `rows` are theirs, sums are from a day on."""
    sums = _sums(db, cut, [row["pilot"] for row in rows], first)
    asked = {row[role] for row in rows for role in ("owner", "sponsor") if row[role]}
    kept = standing_for(db, cut, asked)
    found = {}
    for row in rows:
        who = {role: kept.get(row[role], row[role]) for role in ("owner", "sponsor")}
        charter = as_struct({**row, **who}, Charter)
        found[charter.pilot] = KnownTogether(db, cut, charter, sums)
    return found


def _sums(db: Connection, cut: Cut, pilots: Sequence[str], first: date) -> Sums:
    these = {"pilot": list(pilots), "status": COUNTED}
    days = counted(RHYTHM, cut, ("pilot", "occurred_on"), **these).subquery()
    many = select(days.c.pilot, func.count()).group_by(days.c.pilot)
    modes: dict[str, dict[str, int]] = {}
    for pilot, mode, amount in db.execute(counted(PARTICIPATION, cut, ("pilot", "mode"), **these)):
        modes.setdefault(pilot, {})[mode] = amount
    since = Since(str(first))
    asked = counted(RHYTHM, cut, DAILY[:-1], occurred_on=since, **these)
    tallies: dict[str, list[Tally]] = {}
    for row in db.execute(asked).mappings():
        tallies.setdefault(row["pilot"], []).append(as_struct(row, Tally))
    return Sums(first, figures_of(db, cut, pilots), dict(db.execute(many).all()), modes, tallies)
