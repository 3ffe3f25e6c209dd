"""Reads moments as people write them: a day, an RFC 3339 time, or a position."""

import re
from collections.abc import Collection, Mapping
from datetime import UTC, date, datetime, time, tzinfo
from typing import Any

from babel.dates import format_time
from dateparser import parse

from domain.kernel.errors import Invalid
from domain.kernel.messages import say
from domain.kernel.moments import FIRST_YEAR, LAST_YEAR, end_of_day, stamp
from web.i18n.current import spoken

EARLIEST = datetime(FIRST_YEAR, 1, 1, tzinfo=UTC)
LATEST = datetime(LAST_YEAR, 12, 31, tzinfo=UTC)
LANGUAGES = ["en", "de"]  # both are understood, whichever is spoken
PARTS = {"DATE_ORDER": "DMY", "REQUIRE_PARTS": ["day", "month"]}
LONGEST = 40  # letters of a day that somebody types
DIGITS = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.]+)?")
NO_YEAR = re.compile(r"([0-9]{1,2})\.\s*([0-9]{1,2})\.")
CLOCK = re.compile(r"[0-9]:[0-9]{2}|[0-9] ?(?:[ap]m|uhr)\b", re.IGNORECASE)
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
            "“{text}” is no day (2026-03-02) and no time (2026-03-02T15:00:00Z).",
            text=text[:LONGEST],
        )
        raise Invalid(message, field=field) from None
    return stamp(min(max(moment, EARLIEST), LATEST))  # beyond them nothing can be known


def place_or_moment(text: str) -> tuple[int | None, str | None]:
    """Return the position, or else the moment, that a text means."""
    return (int(text), None) if re.fullmatch(r"[0-9]{1,15}", text) else (None, read_moment(text))


def read_day(text: str, now: datetime) -> str:
    """Return a day that somebody typed, such as 8 Dec 2026 or 8.12., as 2026-12-08; else nothing.

    A day without a year is of this one; tomorrow is counted from `now`.
    """
    moment = _read(text, now)
    return moment.date().isoformat() if moment else ""


def read_local(text: str, now: datetime) -> str:
    """Return a day and time as 2026-12-08T14:30, a day alone as 2026-12-08; else nothing.

    A time that says its zone stays as it is.
    """
    moment = None if TIME.fullmatch(text) and _has_zone(text) else _read(text, now)
    if moment is None:
        return ""
    has_time = (DIGITS.fullmatch(text.strip()) and "T" in text) or CLOCK.search(text)
    return moment.isoformat(timespec="minutes") if has_time else moment.date().isoformat()


def with_days(
    given: Mapping[str, Any], now: datetime, *, days: Collection[str] = (), moments: Collection[str]
) -> dict[str, Any]:
    """Return the fields of a form with the days in it as the command takes them.

    What cannot be read stays as it was typed.
    """
    read = {name: read_day(str(given[name]), now) for name in days if name in given}
    read |= {name: read_local(str(given[name]), now) for name in moments if name in given}
    return dict(given) | {name: value for name, value in read.items() if value}


def as_typed(value: str) -> str:
    """Return a day, or a day and time, as the language spoken writes it; else what was typed."""
    if not DIGITS.fullmatch(value):
        return value
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return value
    speech = spoken()
    day = speech.written(moment.date())
    return f"{day}, {format_time(moment, 'HH:mm', locale=speech.locale)}" if "T" in value else day


def _has_zone(text: str) -> bool:
    try:
        return datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False


def _read(text: str, now: datetime) -> datetime | None:
    """Return the local moment that a text means."""
    written = text.strip()
    if DIGITS.fullmatch(written):
        try:
            return datetime.fromisoformat(written)
        except ValueError:
            return None
    if not written or len(written) > LONGEST:
        return None
    written = NO_YEAR.sub(rf"\1.\2.{now.year}", written) if NO_YEAR.fullmatch(written) else written
    base = now.replace(tzinfo=None)
    return parse(written, languages=LANGUAGES, settings={**PARTS, "RELATIVE_BASE": base})
