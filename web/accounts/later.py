"""What somebody put off for some days, and which owners were asked how their pilot goes."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from sqlalchemy import Connection, Engine, RowMapping, Table, delete, insert, select

from domain.kernel.moments import stamp
from web.accounts.tables import ASKED, PUT_OFF

LATER = timedelta(days=14)
Key = tuple[str, str]
"""What is put off: a pilot, and what is needed in it."""


class Later:
    """What waits for another day, of each person."""

    def __init__(self, engine: Engine, clock: Callable[[], datetime]) -> None:
        self._engine = engine
        self._clock = clock

    def put_off(self, person: str, what: Key) -> None:
        """Let a need stay away from a person for 14 days."""
        now = self._clock()
        pilot, about = what
        row = {"person": person, "pilot": pilot, "about": about}
        with self._engine.execution_options(writing=True).begin() as db:
            db.execute(delete(PUT_OFF).where(PUT_OFF.c.until <= stamp(now)))
            _put(db, PUT_OFF, row, {"until": stamp(now + LATER)})

    def put_off_by(self, person: str) -> dict[Key, str]:
        """Return what stays away from a person, with the moment until when."""
        query = select(PUT_OFF).where(
            PUT_OFF.c.person == person, PUT_OFF.c.until > stamp(self._clock())
        )
        with self._engine.connect() as db:
            return {(row.pilot, row.about): row.until for row in db.execute(query)}

    def ask(self, owner: str, pilot: str, *, by: str, position: int) -> None:
        """Ask an owner how a pilot goes; `position` is the end of the history by then."""
        asked = {"by": by, "at": stamp(self._clock()), "position": position}
        with self._engine.execution_options(writing=True).begin() as db:
            _put(db, ASKED, {"owner": owner, "pilot": pilot}, asked)

    def asked(self, owner: str = "") -> dict[str, RowMapping]:
        """Return by pilot what owners were asked, or one was: `owner`, `by`, `at`, `position`."""
        query = select(ASKED)
        query = query.where(ASKED.c.owner == owner) if owner else query
        with self._engine.connect() as db:
            return {row["pilot"]: row for row in db.execute(query).mappings()}


def _put(db: Connection, table: Table, key: Mapping[str, str], more: Mapping[str, object]) -> None:
    db.execute(delete(table).where(*(table.c[name] == value for name, value in key.items())))
    db.execute(insert(table), {**key, **more})
