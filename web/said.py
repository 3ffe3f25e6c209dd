"""How moments and numbers are said on pages."""

from datetime import datetime

from domain.moments import moment_of
from web.moments import zone_called

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
STEPS = ((60, "minute"), (3600, "hour"), (86400, "day"), (7 * 86400, "week"))


def day_of(stamp: str | datetime, zone: str = "UTC") -> str:
    """Return the day of a moment, such as 26 Jul 2017."""
    local = _local(stamp, zone)
    return f"{local.day} {MONTHS[local.month - 1]} {local.year}"


def span_of(first: datetime, last: datetime, zone: str = "UTC") -> str:
    """Return the days from one moment to another, such as 26 Jul 2017 to 3 Aug 2017."""
    begin, end = day_of(first, zone), day_of(last, zone)
    return begin if begin == end else f"{begin} to {end}"


def time_of(stamp: str | datetime, zone: str = "UTC") -> str:
    """Return day and time of a moment, such as 26 Jul 2017, 18:03."""
    return f"{day_of(stamp, zone)}, {_local(stamp, zone):%H:%M}"


def ago(stamp: str, now: datetime, zone: str = "UTC") -> str:
    """Return how long ago a moment was, or its day where that was long ago."""
    seconds = (now - moment_of(stamp)).total_seconds()
    if not 0 <= seconds < 28 * 86400:
        return day_of(stamp, zone)
    said = "just now"
    for length, name in STEPS:
        if amount := int(seconds // length):
            said = f"{amount} {name}{'s' if amount > 1 else ''} ago"
    return said


def told_as(name: str) -> str:
    """Return a stored name of a fact in words, such as lesson learned."""
    words = name.rpartition(".")[0].replace(".", " ").replace("-", " ")
    return words[:1].upper() + words[1:]


def number(value: float) -> str:
    """Return a number with its thousands set apart by a comma."""
    return f"{value:,}"


def many(value: int, one: str, more: str = "") -> str:
    """Return how many of something there are, such as 1 entry or 2,301 entries."""
    return f"{number(value)} {one if value == 1 else more or f'{one}s'}"


def percent(share: float | None) -> str:
    """Return a share (0 to 1) in percent with one decimal, or a dash where there is none."""
    return "–" if share is None else f"{share * 100:.1f}"


def _local(stamp: str | datetime, zone: str) -> datetime:
    moment = moment_of(stamp) if isinstance(stamp, str) else stamp
    try:
        return moment.astimezone(zone_called(zone))
    except OverflowError:  # at the ends of the calendar, which old or foreign histories may hold
        return moment
