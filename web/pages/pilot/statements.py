"""The statements of a talk: what people agree on, what divides them, what few have seen."""

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType

from sqlalchemy import RowMapping
from starlette.responses import Response

from domain.kernel.messages import Message, say
from projections.participation.statements import (
    RANKED_FROM,
    Order,
    RatedStatement,
    in_order,
    reacting_days_of,
    reactions_of,
    statements_of,
)
from projections.records.lookups import names_of
from web.http.page import Page
from web.http.reading import Reading
from web.pages.pilot.looking import TABS, looking_at, pilot_at
from web.pages.pilot.regions import HeroPart, hero

PAGE_SIZE = 50
RANKED = 5  # in each group
GROUPS: Mapping[Order, tuple[Message, Message]] = {
    "agree": (say("Most agreement"), say("The largest part of those who reacted agrees.")),
    "divisive": (say("Most divisive"), say("Agreeing and disagreeing come closest to half.")),
    "unseen": (say("Least seen"), say("The fewest people have reacted to it.")),
}
ORDERS: Mapping[Order, Message] = {
    "agree": say("Most agreement"),
    "disagree": say("Least agreement"),
    "divisive": say("Most divisive"),
    "seen": say("Most reactions"),
    "unseen": say("Least seen"),
}
WHOSE = ("", "owner", "participants")


class StatementsPage(Page, template="pilot/statements.html"):
    """Every statement with what people said to it, and those that stand out."""

    pilot: RowMapping
    tabs: Sequence[tuple[str, Message]] = TABS
    tab: str = "log"
    may_change: bool
    hero: HeroPart
    groups: Sequence[tuple[Message, Message, Sequence[RatedStatement]]]
    unranked: int
    """How many have too few reactions to be set beside others."""
    ranked_from: int = RANKED_FROM
    statements: Sequence[RatedStatement]
    found: int
    count: int
    reactions: int
    people: int
    days: tuple[date, date] | None
    """The first and the last day somebody reacted."""
    names: Mapping[str, str]
    orders: Mapping[Order, Message] = MappingProxyType(ORDERS)
    order: str
    whose: str
    asked: str
    """Words that are looked for."""
    more: int | None


def show_statements(reading: Reading) -> Response:
    """GET /pilots/{pilot}/statements — what people agree on; by whom, in which order, or a word."""
    looking = looking_at(reading)
    pilot = pilot_at(looking)
    db, cut = looking.db, looking.cut
    every = statements_of(db, cut, looking.pilot, pilot["owner"])
    wanted: Order = "agree"
    order = next((each for each in ORDERS if each == reading.query.get("order")), wanted)
    whose = next((each for each in WHOSE if each == reading.query.get("by")), "")
    asked = reading.query.get("q", "").strip()[:200]
    found = [each for each in in_order(every, order) if _is_meant(each, whose, asked)]
    first = reading.whole("from")
    shown = found[first : first + PAGE_SIZE]
    people, days = reacting_days_of(db, cut, looking.pilot)
    ranked = [each for each in every if each.stances.is_ranked]
    page = StatementsPage(
        pilot=pilot,
        may_change=reading.may_change,
        hero=hero(reading, looking, pilot),
        groups=[
            (*words, in_order(every if key == "unseen" else ranked, key)[:RANKED])
            for key, words in GROUPS.items()
            if ranked
        ],
        unranked=len(every) - len(ranked),
        statements=shown,
        found=len(found),
        count=len(every),
        reactions=reactions_of(db, cut, looking.pilot),
        people=people,
        days=days,
        names=names_of(db, [each.person for each in shown], cut),
        order=order,
        whose=whose,
        asked=asked,
        more=first + PAGE_SIZE if len(found) > first + PAGE_SIZE else None,
    )
    return reading.render(page)


def _is_meant(one: RatedStatement, whose: str, asked: str) -> bool:
    by = not whose or one.by_owner == (whose == "owner")
    return by and asked.casefold() in one.text.casefold()
