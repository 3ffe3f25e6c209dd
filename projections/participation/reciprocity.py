"""How a network gives and takes: ties that come from taking part alone, and answered ones."""

from typing import Any

from msgspec import Struct
from sqlalchemy import Connection, Select, and_, func, select, union

from domain.metrics import exchange
from domain.metrics.metric import Figure
from projections.engine.as_of import Cut, counted
from projections.models.entries import COUNTED, ENTRIES, PARTICIPATION
from projections.models.people import merged_into
from projections.participation.activity import reached


class GiveAndTake(Struct, frozen=True, kw_only=True):
    """How much goes both ways in a pilot, of all of it together and of nobody by name."""

    people: Figure
    ties: Figure
    answered: Figure
    reciprocity: Figure
    given: Figure
    asked: Figure
    given_per_ask: Figure


def give_and_take(db: Connection, cut: Cut, pilot: str) -> GiveAndTake:
    """Return how much of what people of a pilot do for each other goes both ways (S003).

    Reciprocity is that of a directed network: mutual ties over all ties.
    """
    tie = _ties(cut, pilot).cte("ties")
    back = tie.alias("back")
    mutual = and_(back.c.one == tie.c.other, back.c.other == tie.c.one)
    anyone = union(select(tie.c.one), select(tie.c.other)).subquery()
    people = select(func.count()).select_from(anyone).scalar_subquery()
    amounts = func.count(), func.count(back.c.one), people
    found = select(*amounts).select_from(tie.outerjoin(back, mutual))
    ties, answered, reaching = db.execute(found).one()
    modes = counted(PARTICIPATION, cut, ("mode",), pilot=pilot, status=COUNTED)
    done: dict[str, int] = dict(db.execute(modes).all())
    given, asked = done.get("give", 0), done.get("ask", 0)
    return GiveAndTake(
        people=exchange.PEOPLE_TIED.counts(reaching),
        ties=exchange.TIES.counts(ties),
        answered=exchange.ANSWERED_TIES.counts(answered),
        reciprocity=exchange.RECIPROCITY.share(answered, ties),
        given=exchange.GIVEN.counts(given),
        asked=exchange.QUESTIONS.counts(asked),
        given_per_ask=exchange.GIVEN_PER_ASK.share(given, asked),
    )


def _ties(cut: Cut, pilot: str) -> Select[Any]:
    """Return each ordered pair once, with merged people as the one who stands for them."""
    edges = reached(cut, ENTRIES.c.pilot == pilot)
    pair = select(edges.c.one, edges.c.other).distinct().subquery()
    same = merged_into(cut)
    first, second = same.alias("first"), same.alias("second")
    one, other = (
        func.coalesce(kept.c.into, end).label(name)
        for kept, end, name in ((first, pair.c.one, "one"), (second, pair.c.other, "other"))
    )
    ends = pair.outerjoin(first, first.c.person == pair.c.one)
    ends = ends.outerjoin(second, second.c.person == pair.c.other)
    return select(one, other).select_from(ends).where(one != other).distinct()
