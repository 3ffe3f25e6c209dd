"""What was built on what: lessons that inform experiments, and lessons that held elsewhere."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select

from projections.engine.as_of import Cut, seen
from projections.models.evidence import EVIDENCE
from projections.models.evidence_links import GROUNDS
from projections.models.lessons import ELSEWHERE, LESSONS, REUSES


def informed_by(
    db: Connection, cut: Cut, experiments: Sequence[Mapping[str, Any]]
) -> dict[str, dict[str, str]]:
    """Return for each experiment the lessons it builds on, and when that was said."""
    planned_at = {row["experiment"]: row["planned_at"] for row in experiments}
    if not planned_at:
        return {}
    planned = select(GROUNDS.c.thing, GROUNDS.c.ground).where(
        GROUNDS.c.thing.in_(planned_at), GROUNDS.c.bearing == "informed by", *seen(GROUNDS, cut)
    )
    reused = select(REUSES.c.experiment, REUSES.c.lesson, REUSES.c.reused_at).where(
        REUSES.c.experiment.in_(planned_at), *seen(REUSES, cut)
    )
    built: dict[str, dict[str, str]] = {experiment: {} for experiment in planned_at}
    for experiment, lesson, at in db.execute(reused):
        built[experiment][lesson] = at
    for experiment, lesson in db.execute(planned):
        built[experiment][lesson] = planned_at[experiment]
    return built


def held_in(db: Connection, cut: Cut, lessons: Iterable[str]) -> Mapping[str, int]:
    """Return in how many pilots each lesson held: its own, and those that confirmed it."""
    wanted = sorted(set(lessons))
    own = select(LESSONS.c.lesson, LESSONS.c.pilot).where(
        LESSONS.c.lesson.in_(wanted), LESSONS.c.status == "learned", *seen(LESSONS, cut)
    )
    elsewhere = select(ELSEWHERE.c.lesson, ELSEWHERE.c.pilot, ELSEWHERE.c.held).where(
        ELSEWHERE.c.lesson.in_(wanted), *seen(ELSEWHERE, cut)
    )
    places = dict.fromkeys(tuple(row) for row in db.execute(own)) if wanted else {}
    for lesson, pilot, held in db.execute(elsewhere) if wanted else ():
        if held:
            places[lesson, pilot] = None
        else:
            places.pop((lesson, pilot), None)
    return Counter(lesson for lesson, _ in places)


def resting_on_own(db: Connection, cut: Cut, things: Sequence[str]) -> set[str]:
    """Return which things some finding of one's own supports that was not withdrawn."""
    if not things:
        return set()
    own = EVIDENCE.c.whose == "own", EVIDENCE.c.status != "withdrawn", *seen(EVIDENCE, cut)
    tied = seen(GROUNDS, cut)
    under = (
        select(GROUNDS.c.thing)
        .join(EVIDENCE, EVIDENCE.c.evidence == GROUNDS.c.ground)
        .where(GROUNDS.c.thing.in_(things), *own, *tied)
    )
    held_against = (
        select(GROUNDS.c.ground)
        .join(EVIDENCE, EVIDENCE.c.evidence == GROUNDS.c.thing)
        .where(GROUNDS.c.ground.in_(things), GROUNDS.c.bearing == "supports", *own, *tied)
    )
    return {*db.scalars(under), *db.scalars(held_against)}
