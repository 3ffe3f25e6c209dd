"""Reads moments as people write them: a day, an RFC 3339 time, or a position."""

import re
from datetime import UTC, date, datetime, time, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from domain.errors import Invalid
from domain.moments import end_of_day, stamp

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def read_moment(text: str, zone: tzinfo = UTC, *, start: bool = False, field: str = "") -> str:
    """Return a moment as `stamp` writes it; a plain day means its end, or its start.

    Raises Invalid where the text is neither a day nor a time.
    """
    try:
        if not DAY.fullmatch(text):
            moment = datetime.fromisoformat(text)
            return stamp(moment if moment.tzinfo else moment.replace(tzinfo=zone))
        if start:
            return stamp(datetime.combine(date.fromisoformat(text), time.min, zone))
        return stamp(end_of_day(text, zone))
    except (ValueError, OverflowError):
        message = f"“{text[:40]}” is no day (2026-03-02) and no time (2026-03-02T15:00:00Z)."
        raise Invalid(message, field=field) from None


def place_or_moment(text: str) -> tuple[int | None, str | None]:
    """Return the position, or else the moment, that a text means."""
    return (int(text), None) if re.fullmatch(r"\d{1,15}", text) else (None, read_moment(text))


def zone_called(name: str) -> tzinfo:
    """Return the zone of a name, UTC where there is none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC
