"""How practice pays: attempts at each capability, in the order they were made."""

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise
from statistics import median
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection, Select, and_, func, select, union_all

from domain.kernel.moments import moment_of
from domain.metrics.exchange import ANSWER_HOURS, USEFUL_SHARE
from domain.metrics.learning import ATTEMPTS
from domain.metrics.metric import Figure
from projections.engine.as_of import Cut, seen
from projections.models.entries import ENTRIES
from projections.models.experiments import EXPERIMENTS
from projections.participation.activity import counting, differ

ATTEMPTS_LOOKED_AT = 1000  # attempts of a pilot that are looked at
MOST_BLOCKS, PER_BLOCK = 8, 4


class Attempt(Struct, frozen=True):
    """One entry that practised a capability."""

    at: datetime
    useful: bool
    """Whether anybody on the receiving side found it useful."""
    answered_at: datetime | None = None
    """When somebody else first answered it."""


class AttemptBlock(Struct, frozen=True):
    """Attempts next to each other in time, with what came of them on average."""

    first: datetime
    last: datetime
    attempts: int
    useful: Figure
    answered: int
    hours: Figure


class PracticeCurve(Struct, frozen=True):
    """The practice of one capability, by everybody together."""

    capability: str
    attempts: Figure
    blocks: tuple[AttemptBlock, ...]
    """Equal blocks, oldest first; empty where there is not enough practice yet."""


def practice_curves_of(db: Connection, cut: Cut, pilot: str, enough: int) -> list[PracticeCurve]:
    """Return the practice curve of each capability over the pilot's newest 1,000 attempts.

    `enough` is how many attempts it takes at least.
    """
    tried: dict[str, list[Attempt]] = {}
    for capability, at, useful, answered_at in db.execute(_attempts(cut, pilot)):
        answered = moment_of(answered_at) if answered_at else None
        tried.setdefault(capability, []).append(Attempt(moment_of(at), useful > 0, answered))
    return [
        PracticeCurve(
            capability,
            ATTEMPTS.counts(len(attempts)),
            attempt_blocks(attempts) if len(attempts) >= enough else (),
        )
        for capability, attempts in sorted(tried.items())
    ]


def attempt_blocks(attempts: Sequence[Attempt]) -> tuple[AttemptBlock, ...]:
    """Return attempts, oldest first, in two to eight blocks of as equal a size as can be."""
    total = len(attempts)
    parts = min(max(2, min(MOST_BLOCKS, total // PER_BLOCK)), total)
    edges = [part * total // parts for part in range(parts + 1)]
    return tuple(_block(attempts[a:b]) for a, b in pairwise(edges))


def _block(attempts: Sequence[Attempt]) -> AttemptBlock:
    waits = [(each.answered_at - each.at).total_seconds() for each in attempts if each.answered_at]
    return AttemptBlock(
        attempts[0].at,
        attempts[-1].at,
        len(attempts),
        USEFUL_SHARE.share(sum(each.useful for each in attempts), len(attempts)),
        len(waits),
        ANSWER_HOURS.over(max(0.0, median(waits)) / 3600 if waits else None, len(waits)),
    )


def _attempts(cut: Cut, pilot: str) -> Select[Any]:
    """Select capability, moment, useful and first answer of the newest attempts, oldest first."""
    what = ENTRIES.c.entry, ENTRIES.c.person, ENTRIES.c.occurred_at, ENTRIES.c.useful
    own = select(ENTRIES.c.capability, *what).where(
        ENTRIES.c.pilot == pilot, ENTRIES.c.capability.is_not(None), *counting(cut)
    )
    under = and_(EXPERIMENTS.c.experiment == ENTRIES.c.experiment, *seen(EXPERIMENTS, cut))
    of_experiment = (
        select(EXPERIMENTS.c.capability, *what)
        .join_from(EXPERIMENTS, ENTRIES, under)
        .where(EXPERIMENTS.c.pilot == pilot, EXPERIMENTS.c.capability.is_not(None))
        .where(ENTRIES.c.capability.is_(None), *counting(cut))
    )
    both = union_all(own, of_experiment).subquery()
    newest = select(both).order_by(both.c.occurred_at.desc()).limit(ATTEMPTS_LOOKED_AT).subquery()
    reply = ENTRIES.alias("reply")
    answered = select(func.min(reply.c.occurred_at)).where(
        reply.c.to == newest.c.entry,
        differ(reply.c.person, newest.c.person, cut),
        *counting(cut, reply),
    )
    columns = newest.c.capability, newest.c.occurred_at, newest.c.useful, answered.scalar_subquery()
    return select(*columns).order_by(newest.c.occurred_at)
