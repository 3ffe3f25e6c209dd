"""How a moment is written down: UTC, RFC 3339, always six decimals, so that text sorts as time."""

from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import cache, lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from domain.kernel.errors import Invalid
from domain.kernel.messages import say

FIRST_YEAR, LAST_YEAR = 1900, 2200
OF_A_MACHINE = {"localtime", "Factory"}  # zones that mean what a machine is set to, or nothing


@lru_cache(maxsize=1024)  # one fact is asked for its moment by many
def stamp(moment: datetime) -> str:
    """Return a moment as text, such as 2017-07-26T18:03:00.000000Z."""
    return f"{moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='microseconds')}Z"


def moment_of(text: str) -> datetime:
    """Return the moment that `stamp` wrote down."""
    return datetime.fromisoformat(text)


def must_be_in_reach(moment: datetime) -> None:
    """Raise Invalid for a moment that no calendar of any reader can show."""
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        message = say(
            "Choose a time between the years {first_year} and {last_year}.",
            first_year=FIRST_YEAR,
            last_year=LAST_YEAR,
        )
        raise Invalid(message, field="occurred_at")


def is_zone(name: str) -> bool:
    """Tell whether there is a zone of this name, such as Europe/Berlin, the same everywhere."""
    if name in OF_A_MACHINE:
        return False
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


@cache
def zone_names() -> list[str]:
    """Return the names of all zones there are, in order."""
    return sorted(available_timezones() - OF_A_MACHINE)


@lru_cache(maxsize=1024)  # many moments are looked at in few zones
def zone_called(name: str) -> tzinfo:
    """Return the zone of a name, UTC where there is none."""
    return ZoneInfo(name) if is_zone(name) else UTC


def day_in(zone: str, moment: datetime) -> date:
    """Return the day a moment is in a zone; in UTC, where there is none of that name."""
    return moment.astimezone(zone_called(zone)).date()


def end_of_day(day: str, zone: tzinfo) -> datetime:
    """Return the last microsecond of a day (2017-07-26) in a zone.

    Raises ValueError where the text is no day.
    """
    midnight = datetime.strptime(day, "%Y-%m-%d").replace(tzinfo=zone)
    next_day = (midnight + timedelta(days=1)).replace(tzinfo=zone)
    return next_day.astimezone(UTC) - timedelta(microseconds=1)
