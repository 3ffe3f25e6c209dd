"""How often experiments turned out as expected, with explorations left out."""

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct
from sqlalchemy import Connection, and_, func, select

from domain.metrics.learning import (
    EXPERIMENTS_ANSWERED,
    EXPERIMENTS_EXPLORING,
    EXPERIMENTS_INCONCLUSIVE,
    EXPERIMENTS_REFUTED,
    EXPERIMENTS_SUPPORTED,
    SUCCESS_RATE,
)
from domain.metrics.metric import Figure
from projections.engine.as_of import Cut, seen
from projections.models.experiments import EXPERIMENTS
from projections.models.pilots import PILOTS


class Success(Struct, frozen=True):
    """Experiments that ended with an answer, in pilots that are no explorations (S001)."""

    supported: Figure = EXPERIMENTS_SUPPORTED.counts(0)
    refuted: Figure = EXPERIMENTS_REFUTED.counts(0)
    inconclusive: Figure = EXPERIMENTS_INCONCLUSIVE.counts(0)
    """Ended without an answer: in no denominator."""
    explored: Figure = EXPERIMENTS_EXPLORING.counts(0)
    """Ended in an exploration, whatever the result: in no denominator either."""
    answered: Figure = EXPERIMENTS_ANSWERED.counts(0)
    share: Figure = SUCCESS_RATE.share(0, 0)


ENDED = {
    "supported": EXPERIMENTS_SUPPORTED,
    "refuted": EXPERIMENTS_REFUTED,
    "inconclusive": EXPERIMENTS_INCONCLUSIVE,
    "explored": EXPERIMENTS_EXPLORING,
}


def success_of(db: Connection, cut: Cut, pilots: Sequence[str] | None = None) -> Success:
    """Return how often experiments were supported, in all pilots or in some."""
    its_pilot = and_(PILOTS.c.pilot == EXPERIMENTS.c.pilot, *seen(PILOTS, cut))
    query = select(PILOTS.c.kind, EXPERIMENTS.c.result, func.count())
    query = query.join_from(EXPERIMENTS, PILOTS, its_pilot)
    query = query.where(EXPERIMENTS.c.trial == "ended", *seen(EXPERIMENTS, cut))
    if pilots is not None:
        query = query.where(EXPERIMENTS.c.pilot.in_(pilots))
    counts: Counter[str] = Counter()
    for kind, result, amount in db.execute(query.group_by(PILOTS.c.kind, EXPERIMENTS.c.result)):
        counts["explored" if kind == "exploration" else result] += amount
    answered = counts["supported"] + counts["refuted"]
    return Success(
        **{name: metric.counts(counts[name]) for name, metric in ENDED.items()},
        answered=EXPERIMENTS_ANSWERED.counts(answered),
        share=SUCCESS_RATE.share(counts["supported"], answered),
    )
