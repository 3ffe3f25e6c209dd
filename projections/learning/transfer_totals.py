"""Lessons that left the pilot they were learned in, and how many never did."""

from msgspec import Struct
from sqlalchemy import Connection, and_, func, select, union

from domain.metrics.learning import LESSONS_STAYED, LESSONS_TRAVELLED
from domain.metrics.metric import Figure
from projections.engine.as_of import Cut, counted, seen
from projections.learning.transfer import Transfers, built_on, each_once, tried_elsewhere
from projections.models.evidence_links import GROUNDS
from projections.models.experiments import EXPERIMENTS
from projections.models.lessons import ELSEWHERE, LESSONS, LOOPS, REUSES


class TransferTotals(Struct, frozen=True):
    """Where lessons went, the newest 200 of each kind, and how many of all that stand did."""

    transfers: Transfers
    travelled: Figure
    stayed: Figure


def transfer_totals(db: Connection, cut: Cut) -> TransferTotals:
    """Return which lessons were confirmed, contradicted or built on in another pilot."""
    built = built_on(db, cut, LESSONS.c.pilot != EXPERIMENTS.c.pilot)
    tried = tried_elsewhere(db, cut, LESSONS.c.pilot != ELSEWHERE.c.pilot)
    kept = sum(row.amount for row in db.execute(counted(LOOPS, cut, ("loop",), status="learned")))
    travelled = _travelled(db, cut)
    return TransferTotals(
        each_once(db, cut, built, tried),
        LESSONS_TRAVELLED.counts(travelled),
        LESSONS_STAYED.counts(kept - travelled),
    )


def _travelled(db: Connection, cut: Cut) -> int:
    stands = LESSONS.c.status == "learned", *seen(LESSONS, cut)
    elsewhere = LESSONS.c.pilot != EXPERIMENTS.c.pilot, *seen(EXPERIMENTS, cut)
    carried = select(LESSONS.c.lesson).join(ELSEWHERE, ELSEWHERE.c.lesson == LESSONS.c.lesson)
    reused = select(LESSONS.c.lesson).join(REUSES, REUSES.c.lesson == LESSONS.c.lesson)
    reused = reused.join(EXPERIMENTS, EXPERIMENTS.c.experiment == REUSES.c.experiment)
    informs = and_(GROUNDS.c.ground == LESSONS.c.lesson, GROUNDS.c.bearing == "informed by")
    planned = select(LESSONS.c.lesson).join(GROUNDS, informs)
    planned = planned.join(EXPERIMENTS, EXPERIMENTS.c.experiment == GROUNDS.c.thing)
    gone = union(
        carried.where(LESSONS.c.pilot != ELSEWHERE.c.pilot, *stands, *seen(ELSEWHERE, cut)),
        reused.where(*elsewhere, *stands, *seen(REUSES, cut)),
        planned.where(*elsewhere, *stands, *seen(GROUNDS, cut)),
    ).subquery()
    return db.scalar(select(func.count()).select_from(gone)) or 0
