"""How a pilot is measured, and which of its measures point at nothing or only flatter."""

from datetime import datetime

from msgspec import Struct
from sqlalchemy import Connection

from domain.kernel.moments import moment_of
from domain.metrics.metric import Figure
from domain.metrics.value import MEASURES_OF_VANITY, MEASURES_WITHOUT_AIM
from projections.engine.as_of import Cut
from projections.models.charters import MEASURES
from projections.models.purposes import AUDIENCES
from projections.records.lookups import all_of

MEASURES_SHOWN = 500  # measures of one pilot
SAID = ("measure", "name", "unit", "kind", "cell", "audience", "benefits")
COLUMNS_SHOWN = ("baseline", "target", "due", "value")


class MeasureState(Struct, frozen=True, kw_only=True):
    """One measure: what it points at, and what it last showed."""

    measure: str
    name: str
    unit: str
    kind: str
    cell: str
    audience: str | None
    benefits: str | None
    baseline: str | None
    target: str | None
    due: str | None
    value: str | None
    taken: int
    """How many times it was taken."""
    measured_at: datetime | None
    orphan: bool
    """Neither placed in the outcome grid nor about an audience that is listed."""
    vanity: bool
    """Counts reach, and nobody said whose."""


class MeasureStates(Struct, frozen=True):
    """All measures of a pilot, with how many of them are orphans or vanity."""

    aims: tuple[MeasureState, ...]
    orphans: Figure
    vain: Figure


def measure_states(db: Connection, cut: Cut, pilot: str) -> MeasureStates:
    """Return how a pilot is measured, the measure defined first first."""
    listed = {
        row["audience"].casefold()
        for row in all_of(db, AUDIENCES, cut, pilot, limit=MEASURES_SHOWN)
    }
    aims = []
    for row in sorted(
        all_of(db, MEASURES, cut, pilot, limit=MEASURES_SHOWN), key=lambda row: row["defined_at"]
    ):
        is_listed = (row["audience"] or "").casefold() in listed
        at = row["measured_at"]
        aims.append(
            MeasureState(
                **{name: row[name] for name in (*SAID, *COLUMNS_SHOWN)},
                taken=row["taken"] or 0,
                measured_at=moment_of(at) if at else None,
                orphan=row["cell"] == "unplaced" and not is_listed,
                vanity=row["kind"] == "reach" and not is_listed,
            )
        )
    return MeasureStates(
        tuple(aims),
        MEASURES_WITHOUT_AIM.counts(sum(aim.orphan for aim in aims)),
        MEASURES_OF_VANITY.counts(sum(aim.vanity for aim in aims)),
    )
