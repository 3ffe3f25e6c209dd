"""Verdicts on a pilot that wait for the other side, outside the history until both are in."""

from dataclasses import dataclass

from eventsourcing.persistence import IntegrityError
from sqlalchemy import Connection, Engine, delete, insert, select

from domain.kernel.fields import Verdict
from pilots.store.tables import VERDICTS


@dataclass(frozen=True)
class Held:
    """A verdict that waits: for which side, what, and by whom."""

    side: str
    verdict: Verdict
    by: str


@dataclass(frozen=True)
class HoldVerdict:
    """Keep the verdict of one side until the other has spoken; a new one takes its place."""

    pilot: str
    held: Held

    def write(self, db: Connection) -> None:
        """Keep it, unless the other side spoke in the meantime."""
        if set(held_verdicts(db, self.pilot)) - {self.held.side}:
            raise IntegrityError
        ours = VERDICTS.c.pilot == self.pilot, VERDICTS.c.side == self.held.side
        db.execute(delete(VERDICTS).where(*ours))
        values = {"side": self.held.side, "verdict": self.held.verdict, "by": self.held.by}
        db.execute(insert(VERDICTS), {"pilot": self.pilot, **values})


@dataclass(frozen=True)
class DropVerdict:
    """Let a verdict go that is in the history now."""

    pilot: str
    held: Held

    def write(self, db: Connection) -> None:
        """Let it go, unless it was changed in the meantime."""
        if held_verdicts(db, self.pilot).get(self.held.side) != self.held:
            raise IntegrityError
        db.execute(delete(VERDICTS).where(VERDICTS.c.pilot == self.pilot))


def waiting_verdicts(engine: Engine, pilot: str) -> dict[str, Held]:
    """Return the verdicts on a pilot that wait, by side: `sponsor` or `team`."""
    with engine.connect() as db:
        return held_verdicts(db, pilot)


def held_verdicts(db: Connection, pilot: str) -> dict[str, Held]:
    """Return the verdicts on a pilot that wait, as this transaction sees them."""
    asked = select(VERDICTS.c.side, VERDICTS.c.verdict, VERDICTS.c.by)
    rows = db.execute(asked.where(VERDICTS.c.pilot == pilot))
    return {side: Held(side, verdict, by) for side, verdict, by in rows}


def sides_that_wait(engine: Engine, limit: int = 500) -> dict[str, str]:
    """Return for each pilot of which one side has spoken the side that has not."""
    with engine.connect() as db:
        rows = db.execute(select(VERDICTS.c.pilot, VERDICTS.c.side).limit(limit)).all()
    return {pilot: "team" if side == "sponsor" else "sponsor" for pilot, side in rows}
