"""The day something happened, by the clocks of the programme a pilot belongs to at that time."""

from datetime import datetime

from projections.engine.changes import Day
from projections.models.pilots import PILOTS
from projections.models.programmes import PROGRAMMES

WAY = (PILOTS, "programme"), (PROGRAMMES, "time_zone")


def local_day(moment: datetime, pilot: str | None) -> Day:
    """Return the day of a moment in a pilot; it stays when another time zone is set later."""
    return Day(moment, pilot, WAY)
