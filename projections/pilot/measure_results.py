"""How the measures of pilots go: from their start values to their targets, several at once."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import Connection, RowMapping, func, select

from domain.kernel.moments import day_in, moment_of
from domain.result.measure import Measurement, MeasureResult, deciding
from domain.rules.thresholds import MONTH
from projections.engine.as_of import Cut, as_known, seen
from projections.models.charters import MEASUREMENTS, MEASURES

MEASURES_READ = 2_000  # of all pilots that are asked for
MEASUREMENTS_DRAWN = 60  # of one measure, the newest
RHYTHM = MONTH  # after which a measure was not measured lately

Taken = Mapping[tuple[str, str], list[Measurement]]


def measure_results(
    db: Connection, cut: Cut, zones: Mapping[str, str], moment: datetime
) -> dict[str, list[MeasureResult]]:
    """Return the measures of each pilot at a moment, those first that decide.

    `zones` says of each pilot that is asked for by which clocks its days are counted.
    """
    query = as_known(MEASURES, cut).where(MEASURES.c.pilot.in_(list(zones)))
    rows = db.execute(query.order_by(MEASURES.c.position).limit(MEASURES_READ)).mappings().all()
    taken = _measurements(db, cut, zones) if rows else {}
    found: dict[str, list[MeasureResult]] = {pilot: [] for pilot in zones}
    for row in rows:
        pilot = row["pilot"]
        found[pilot].append(
            _result(row, taken.get((pilot, row["measure"]), []), zones[pilot], moment)
        )
    return {pilot: deciding(measures) for pilot, measures in found.items()}


def _result(
    row: RowMapping, taken: list[Measurement], zone: str, moment: datetime
) -> MeasureResult:
    defined = day_in(zone, moment_of(row["defined_at"]))
    return MeasureResult(
        measure=row["measure"],
        name=row["name"],
        unit=row["unit"],
        kind=row["kind"],
        started_on=min(defined, taken[0].on) if taken else defined,
        baseline=_number(row["baseline"]),
        target=_number(row["target"]),
        first_target=_number(row["first_target"]),
        changed_on=day_in(zone, moment_of(row["moved_at"])) if row["moved_at"] else None,
        measurements=taken,
        taken=row["taken"] or 0,
        stale_since=_stale(taken, day_in(zone, moment)),
    )


def _measurements(db: Connection, cut: Cut, zones: Mapping[str, str]) -> Taken:
    columns = MEASUREMENTS.c
    key, newest = (columns.pilot, columns.measure), [columns.occurred_at.desc()]
    place = func.row_number().over(partition_by=key, order_by=[*newest, columns.position.desc()])
    names = *key, columns.occurred_at, columns.value, columns.n, place.label("place")
    of_these = columns.pilot.in_(list(zones)), *seen(MEASUREMENTS, cut)
    ranked = select(*names).where(*of_these).subquery()
    kept = select(ranked).where(ranked.c.place <= MEASUREMENTS_DRAWN)
    found: dict[tuple[str, str], list[Measurement]] = defaultdict(list)
    for pilot, measure, at, value, of, _ in db.execute(kept.order_by(ranked.c.place.desc())):
        day = day_in(zones[pilot], moment_of(at))
        found[pilot, measure].append(Measurement(day, Decimal(value), of))
    return found


def _number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _stale(taken: list[Measurement], today: date) -> date | None:
    last = taken[-1].on if taken else None
    return last if last and today - last > RHYTHM else None
