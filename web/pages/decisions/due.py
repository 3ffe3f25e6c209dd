"""What is due to be looked at again, for the front page of whoever reads it."""

from datetime import datetime

from sqlalchemy import Connection

from domain.kernel.access import Asker
from domain.kernel.moments import moment_of, zone_called
from projections.decisions.due import Revisit, to_revisit
from projections.engine.as_of import Cut

DUE_SHOWN = 5


def due_for(db: Connection, cut: Cut, asker: Asker, now: datetime) -> tuple[Revisit, ...]:
    """Return the decisions whose day has come, the earliest first; a member's of their pilots."""
    person = asker.person if asker.standing == "member" else ""
    until = day_of_reader(now, asker, cut)
    return to_revisit(db, cut, until=until, person=person, limit=DUE_SHOWN)


def day_of_reader(now: datetime, asker: Asker, cut: Cut) -> str:
    """Return the day it is where somebody reads, or was when they look back to (2026-03-02)."""
    moment = moment_of(cut.moment) if cut.moment else now
    return str(moment.astimezone(zone_called(asker.zone)).date())
