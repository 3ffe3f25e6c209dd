"""Reads moments as people write them: a day, an RFC 3339 time, or a position."""

import re
from datetime import UTC, date, datetime, time, tzinfo

from domain.kernel.errors import Invalid
from domain.kernel.messages import say
from domain.kernel.moments import FIRST_YEAR, LAST_YEAR, end_of_day, stamp

EARLIEST = datetime(FIRST_YEAR, 1, 1, tzinfo=UTC)
LATEST = datetime(LAST_YEAR, 12, 31, tzinfo=UTC)
TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ].+")


def read_moment(text: str, zone: tzinfo = UTC, *, start: bool = False, field: str = "") -> str:
    """Return a moment as `stamp` writes it; a plain day means its end, or its start.

    Raises Invalid where the text is neither a day nor a time.
    """
    try:
        if TIME.fullmatch(text):
            moment = datetime.fromisoformat(text)
            moment = moment if moment.tzinfo else moment.replace(tzinfo=zone)
        elif start:
            moment = datetime.combine(date.fromisoformat(text), time.min, zone)
        else:
            moment = end_of_day(text, zone)
    except (ValueError, OverflowError):
        message = say(
            "“{text}” is no day (2026-03-02) and no time (2026-03-02T15:00:00Z).", text=text[:40]
        )
        raise Invalid(message, field=field) from None
    return stamp(min(max(moment, EARLIEST), LATEST))  # beyond them nothing can be known


def place_or_moment(text: str) -> tuple[int | None, str | None]:
    """Return the position, or else the moment, that a text means."""
    return (int(text), None) if re.fullmatch(r"[0-9]{1,15}", text) else (None, read_moment(text))
