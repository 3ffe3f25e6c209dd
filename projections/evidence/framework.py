"""The framework a pilot works by: its insights, how strong the findings below are, and how old."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta
from statistics import median
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection, select

from domain.kernel.moments import moment_of
from domain.rules.known import KnownInsight
from projections.engine.as_of import Cut, seen
from projections.evidence.coverage import STANDING
from projections.models.evidence import EVIDENCE
from projections.models.evidence_links import GROUNDS


class FrameworkInsight(Struct, frozen=True, kw_only=True):
    """One insight that holds, and the findings it rests on that stand."""

    insight: str
    text: str
    said_at: datetime
    is_own: bool
    """Whether a finding of one's own is among them."""
    findings: int
    strength: float | None
    """The median strength of these findings, from 1 (hearsay) to 5 (measured)."""
    newest: datetime | None
    """When the newest of them was found."""
    age: int | None
    """Days since then."""
    stale: bool
    """Whether no finding stands below it, or the newest is older than the threshold."""


def framework_of(
    db: Connection, cut: Cut, insights: Sequence[KnownInsight], moment: datetime, days: int
) -> tuple[FrameworkInsight, ...]:
    """Return the insights, the freshest first; stale is what no finding fed for some days."""
    below = _findings_below(db, cut, [each.insight for each in insights])
    beams = [_beam(each, below.get(each.insight, {}), moment, days) for each in insights]
    return tuple(sorted(beams, key=lambda beam: (beam.stale, beam.age or 0)))


def _findings_below(
    db: Connection, cut: Cut, insights: Sequence[str]
) -> dict[str, dict[str, tuple[int, datetime]]]:
    if not insights:
        return {}
    columns = EVIDENCE.c.evidence, EVIDENCE.c.strength, EVIDENCE.c.found_at
    stands = EVIDENCE.c.status.in_(STANDING), GROUNDS.c.bearing == "supports"
    both = [*stands, *seen(EVIDENCE, cut), *seen(GROUNDS, cut)]
    found: dict[str, dict[str, tuple[int, datetime]]] = defaultdict(dict)
    ways: list[tuple[Any, Any]] = [
        (GROUNDS.c.thing, GROUNDS.c.ground),  # it was derived from them
        (GROUNDS.c.ground, GROUNDS.c.thing),  # they were held against it later
    ]
    for insight, finding in ways:
        query = select(insight, *columns).join_from(
            GROUNDS, EVIDENCE, EVIDENCE.c.evidence == finding
        )
        for above, evidence, strength, at in db.execute(query.where(insight.in_(insights), *both)):
            found[above][evidence] = (strength, moment_of(at))
    return found


def _beam(
    insight: KnownInsight, below: dict[str, tuple[int, datetime]], moment: datetime, days: int
) -> FrameworkInsight:
    newest = max((at for _, at in below.values()), default=None)
    return FrameworkInsight(
        insight=insight.insight,
        text=insight.text,
        said_at=insight.said_at,
        is_own=insight.is_own,
        findings=len(below),
        strength=median(strength for strength, _ in below.values()) if below else None,
        newest=newest,
        age=(moment - newest).days if newest else None,
        stale=newest is None or moment - newest > timedelta(days=days),
    )
