"""How useful others found what was done: whoever is credible was told so by somebody else."""

from msgspec import Struct
from sqlalchemy import Connection, and_, func, select

from domain.metrics import exchange
from domain.metrics.metric import Figure
from projections.engine.as_of import Cut, seen
from projections.models.entries import ACKNOWLEDGED, ENTRIES
from projections.models.people import merged_into
from projections.participation.activity import counting


class Usefulness(Struct, frozen=True):
    """How many entries of a pilot somebody else spoke about, and what they said."""

    useful: Figure
    not_useful: Figure
    people: Figure


def usefulness_of(db: Connection, cut: Cut, pilot: str) -> Usefulness:
    """Return how many entries were found useful, and by how many different people (S002).

    What somebody said of their own entry under another registration does not count.
    """
    same = merged_into(cut)
    hearer, doer = same.alias("hearer"), same.alias("doer")
    who = func.coalesce(hearer.c.into, ACKNOWLEDGED.c.person)
    author = func.coalesce(doer.c.into, ENTRIES.c.person)
    about = and_(ENTRIES.c.entry == ACKNOWLEDGED.c.entry, *counting(cut))
    acknowledged = ACKNOWLEDGED.join(ENTRIES, about)
    acknowledged = acknowledged.outerjoin(hearer, hearer.c.person == ACKNOWLEDGED.c.person)
    acknowledged = acknowledged.outerjoin(doer, doer.c.person == ENTRIES.c.person)
    useful = ACKNOWLEDGED.c.useful == 1
    entries = func.count(ACKNOWLEDGED.c.entry.distinct())
    amounts = (
        entries.filter(useful),
        entries.filter(~useful),
        func.count(who.distinct()).filter(useful),
    )
    conditions = ACKNOWLEDGED.c.pilot == pilot, who != author, *seen(ACKNOWLEDGED, cut)
    found = select(*amounts).select_from(acknowledged).where(*conditions)
    metrics = exchange.USEFUL, exchange.NOT_USEFUL, exchange.PEOPLE_HELPED
    counts = zip(metrics, db.execute(found).one(), strict=True)
    return Usefulness(*(metric.counts(count) for metric, count in counts))
