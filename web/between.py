"""Reads between which two moments somebody wants to know what changed."""

import re
from datetime import timedelta

from msgspec import Struct
from sqlalchemy import Connection, RowMapping
from starlette.exceptions import HTTPException
from starlette.requests import Request

from domain.access import Asker
from domain.errors import Invalid
from domain.moments import moment_of, stamp
from projections.cut import NOW, Cut, as_known
from projections.decisions import REVIEWS
from projections.feed import moment_at
from web.http import cut_of, platform_of
from web.moments import read_moment, zone_called

MONTH = timedelta(days=30)
INSTANT = timedelta(microseconds=1)
PLACE = re.compile(r"[0-9]{1,15}")


class Between(Struct, frozen=True):
    """Two cuts, and the moments and days they stand for."""

    start: Cut
    end: Cut
    starts: str
    ends: str
    days: tuple[str, str]
    """The first and the last day between them, where somebody reads."""
    reviewed_at: str = ""
    """When the review was closed that it begins with, where it begins with one."""


def between(request: Request, db: Connection, asker: Asker) -> Between:
    """Return the two cuts of an address: since the last closed review, where it names none.

    A day stands for all of it: it begins at its first moment and ends with its last. Raises 422
    for what is no day, no time and no position, and for an end before the beginning.
    """
    asked = request.query_params
    now = stamp(platform_of(request).pilots.clock())
    end = _cut(asked["to"].strip(), asker) if asked.get("to") else cut_of(request, asker)
    end = NOW if end.moment and end.moment >= now else end
    start = _cut(asked["from"].strip(), asker, start=True) if asked.get("from") else None
    review = None if start else _last_review(db, end)
    ends = _moment(db, end, now)
    start = start or (Cut(position=review["seen"]) if review else None)
    start = start or Cut(moment=stamp(moment_of(ends) - MONTH))
    starts = _moment(db, start, now)
    if starts > ends or _is_later(start.position, end.position):
        raise HTTPException(422, "The stretch ends before it begins. Choose a later end.")
    if start.moment is not None:
        starts = stamp(moment_of(starts) + INSTANT)
    zone = zone_called(asker.zone)
    first, last = (str(moment_of(at).astimezone(zone).date()) for at in (starts, ends))
    return Between(start, end, starts, ends, (first, last), review["closed_at"] if review else "")


def _is_later(start: int | None, end: int | None) -> bool:
    return start is not None and end is not None and start > end


def _cut(text: str, asker: Asker, *, start: bool = False) -> Cut:
    if PLACE.fullmatch(text):
        return Cut(position=int(text))
    try:
        moment = read_moment(text, zone_called(asker.zone), start=start)
    except Invalid as wrong:
        raise HTTPException(422, str(wrong)) from None
    is_day = start and len(text) == len("2026-03-02")
    return Cut(moment=stamp(moment_of(moment) - INSTANT) if is_day else moment)


def _last_review(db: Connection, cut: Cut) -> RowMapping | None:
    closed = as_known(REVIEWS, cut).where(REVIEWS.c.status == "closed")
    newest = closed.order_by(REVIEWS.c.closed_at.desc()).limit(1)
    return db.execute(newest).mappings().first()


def _moment(db: Connection, cut: Cut, now: str) -> str:
    if cut.position is not None:
        return moment_at(db, cut.position) or now
    return cut.moment or now
