"""What people take part for, in their own words: entries by the intent they are tagged with."""

from msgspec import Struct
from sqlalchemy import Connection, func, select

from domain.metrics.metric import Figure
from domain.metrics.participation import ENTRIES_OF_INTENT
from projections.engine.as_of import Cut
from projections.models.entries import ENTRIES
from projections.participation.activity import counting

INTENTS_SHOWN = 50


class Intent(Struct, frozen=True):
    """One intent, and how many entries are tagged with it."""

    intent: str
    entries: Figure


def intents(db: Connection, cut: Cut, pilot: str) -> tuple[Intent, ...]:
    """Return the intents of a pilot's entries, the one named most often first, at most 50."""
    amount = func.count()
    tagged = ENTRIES.c.pilot == pilot, ENTRIES.c.intent.is_not(None), *counting(cut)
    query = select(ENTRIES.c.intent, amount).where(*tagged).group_by(ENTRIES.c.intent)
    rows = db.execute(query.order_by(amount.desc(), ENTRIES.c.intent).limit(INTENTS_SHOWN))
    return tuple(Intent(intent, ENTRIES_OF_INTENT.counts(many)) for intent, many in rows)
