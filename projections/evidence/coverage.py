"""Whom and what the findings of a pilot are about, and where nobody has looked yet."""

from msgspec import Struct
from sqlalchemy import Connection, func, select

from domain.kernel.messages import Message, say
from domain.metrics.evidence import FINDINGS_PLACED, FINDINGS_UNPLACED
from domain.metrics.metric import Figure
from projections.engine.as_of import Cut, seen
from projections.models.evidence import EVIDENCE
from projections.models.purposes import STAKEHOLDERS
from projections.records.lookups import all_of

STANDING = ("stands", "challenged")  # what was withdrawn is no ground for anything
WHOM = ("employees", "customers", "vendors", "partners")
OTHER = "other"
AREAS = ("discovery", "engagement", "product", "delivery", "service", "people")


class StakeholderCoverage(Struct, frozen=True):
    """The findings about one kind of stakeholder, by area of the work."""

    whom: str
    amounts: tuple[int, ...]
    """Findings in each area, in the order of the areas."""
    without_area: int
    gaps: tuple[str, ...]
    """Areas without a finding."""


class Coverage(Struct, frozen=True):
    """Findings that stand, by stakeholder and area; those without an area are counted apart."""

    areas: tuple[str, ...]
    sides: tuple[StakeholderCoverage, ...]
    placed: Figure
    without_area: Figure
    wanted: tuple[Message, ...]
    """Stakeholders and areas the pilot named as touched by it, and has no finding about."""


def coverage_of(db: Connection, cut: Cut, pilot: str) -> Coverage:
    """Return whom and which areas of the work the findings of a pilot are about."""
    key = EVIDENCE.c.stakeholder, EVIDENCE.c.area
    stands = EVIDENCE.c.pilot == pilot, EVIDENCE.c.status.in_(STANDING), *seen(EVIDENCE, cut)
    query = select(*key, func.count()).where(*stands).group_by(*key)
    amounts = {(whom, area): amount for whom, area, amount in db.execute(query)}
    whom = (*WHOM, OTHER) if any(each == OTHER for each, _ in amounts) else WHOM
    sides = tuple(_side(each, amounts) for each in whom)
    named = [(row["kind"], row["area"]) for row in all_of(db, STAKEHOLDERS, cut, pilot)]
    return Coverage(
        AREAS,
        sides,
        placed=FINDINGS_PLACED.counts(sum(sum(side.amounts) for side in sides)),
        without_area=FINDINGS_UNPLACED.counts(sum(side.without_area for side in sides)),
        wanted=tuple(
            say("{kind} in {area}", kind=say(kind), area=say(area))
            for kind, area in named
            if (kind, area) not in amounts
        ),
    )


def _side(whom: str, amounts: dict[tuple[str, str | None], int]) -> StakeholderCoverage:
    return StakeholderCoverage(
        whom,
        tuple(amounts.get((whom, area), 0) for area in AREAS),
        amounts.get((whom, None), 0),
        tuple(area for area in AREAS if (whom, area) not in amounts),
    )
