"""What was learned about a medium once it was used: lessons of the tool loop, pilot by pilot."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, RowMapping, and_, false, func, or_, select

from domain.kernel.moments import stamp
from projections.engine.as_of import Cut, as_known, seen
from projections.models.entries import ENTRIES
from projections.models.evidence_links import GROUNDS
from projections.models.experiments import EXPERIMENTS
from projections.models.lessons import LESSONS
from projections.participation.activity import counting

LESSONS_SHOWN = 50


def lessons_about(
    db: Connection, cut: Cut, medium: str, first_at: Mapping[str, datetime]
) -> Sequence[RowMapping]:
    """Return the lessons about the tool learned in each pilot since its first entry on a medium.

    A lesson whose experiment, or whose entries, are on another medium is about that one.
    """
    since = (
        and_(LESSONS.c.pilot == pilot, LESSONS.c.learned_at >= stamp(at))
        for pilot, at in first_at.items()
    )
    trial = and_(EXPERIMENTS.c.experiment == LESSONS.c.experiment, *seen(EXPERIMENTS, cut))
    seen_on = (
        select(func.max(ENTRIES.c.medium))
        .join_from(GROUNDS, ENTRIES, and_(ENTRIES.c.entry == GROUNDS.c.ground, *counting(cut)))
        .where(GROUNDS.c.thing == LESSONS.c.lesson, *seen(GROUNDS, cut))
        .scalar_subquery()
    )
    about = func.coalesce(EXPERIMENTS.c.medium, seen_on)
    query = as_known(LESSONS, cut).where(LESSONS.c.loop == "tool", LESSONS.c.status == "learned")
    query = query.outerjoin(EXPERIMENTS, trial)
    query = query.where(or_(false(), *since), or_(about.is_(None), about == medium))
    newest = query.order_by(LESSONS.c.learned_at.desc(), LESSONS.c.lesson).limit(LESSONS_SHOWN)
    return db.execute(newest).mappings().all()
