"""What was got, and when: measurements, discovered values, and values that were said anew."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from msgspec import Struct
from sqlalchemy import Connection, func, select

from domain.kernel.moments import moment_of
from projections.engine.as_of import Cut, seen
from projections.engine.begun import begun
from projections.models.charters import MEASUREMENTS
from projections.models.values import VALUES

MEASUREMENTS_SHOWN = 30  # measurements of one measure that a ledger shows

Gains = Mapping[str, Sequence["Gain"]]


class Gain(Struct, frozen=True, kw_only=True):
    """Something that was got: measured, discovered, or a value that was said anew."""

    at: datetime
    how: str
    """measured, discovered or revised"""
    amount: str | None = None
    unit: str | None = None
    text: str = ""
    value: str = ""
    """The value it was discovered or revised as; empty for a measurement."""
    share: float | None = None
    """How much of what was expected it is (1 is all of it); None where that is not comparable."""


def measured(db: Connection, cut: Cut, pilot: str, measures: Iterable[str]) -> Gains:
    """Return what each measure showed and when, oldest first; the newest 30 times of each."""
    wanted = sorted(set(measures))
    if not wanted:
        return {}
    newest = [MEASUREMENTS.c.occurred_at.desc(), MEASUREMENTS.c.position.desc()]
    place = func.row_number().over(partition_by=MEASUREMENTS.c.measure, order_by=newest)
    names = MEASUREMENTS.c.measure, MEASUREMENTS.c.occurred_at, MEASUREMENTS.c.value
    of_these = MEASUREMENTS.c.pilot == pilot, MEASUREMENTS.c.measure.in_(wanted)
    rows = select(*names, place.label("place")).where(*of_these, *seen(MEASUREMENTS, cut))
    ranked = rows.subquery()
    gains: dict[str, list[Gain]] = defaultdict(list)
    kept = (
        select(ranked).where(ranked.c.place <= MEASUREMENTS_SHOWN).order_by(ranked.c.place.desc())
    )
    for measure, at, value, _ in db.execute(kept):
        gains[measure].append(Gain(at=moment_of(at), how="measured", amount=value))
    return gains


def revised(db: Connection, cut: Cut, pilot: str) -> Gains:
    """Return when each value of a pilot was said anew, and as what, oldest first."""
    key = VALUES.c.value, VALUES.c.revised, VALUES.c.statement
    since = func.min(VALUES.c.known_from)
    query = select(*key, since).where(
        VALUES.c.pilot == pilot, VALUES.c.revised > 0, *begun(VALUES, cut)
    )
    gains: dict[str, list[Gain]] = defaultdict(list)
    for value, _, text, at in db.execute(query.group_by(*key).order_by(*key[:2])):
        gains[value].append(Gain(at=moment_of(at), how="revised", text=text, value=value))
    return gains
