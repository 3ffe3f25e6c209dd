"""Lends a review to people without an account, by links that expire and can be revoked."""

from collections.abc import Callable
from datetime import datetime, timedelta
from hashlib import sha256
from secrets import token_urlsafe
from urllib.parse import urlencode

from msgspec import Struct
from sqlalchemy import Engine, Select, insert, select, update

from domain.kernel.errors import Invalid
from domain.kernel.messages import say
from domain.kernel.moments import stamp
from projections.records.lookups import as_struct
from web.accounts.tables import OPERATIONS_LOG, SHARES

DAYS, MOST_DAYS = 14, 90
LINKS_LISTED = 50


class ShareLink(Struct, frozen=True, kw_only=True):
    """A link as it is kept: what it shows, who made it, until when; never the link itself."""

    token_digest: str
    made_by: str
    made_at: str
    expires_at: str
    begins: str
    """What an address calls the beginning of the stretch."""
    ends: str
    position: int
    zone: str

    @property
    def exact(self) -> str:
        """Return what an address says of the stretch it shows."""
        return urlencode({"from": self.begins, "to": self.ends, "at": self.position})


class ShareLinks:
    """The links that were made here."""

    def __init__(self, engine: Engine, clock: Callable[[], datetime]) -> None:
        self._engine = engine
        self._clock = clock

    def lend(self, *, by: str, begins: str, ends: str, position: int, zone: str, days: int) -> str:
        """Return the token of a new link; only its digest is kept. Raises Invalid for the days."""
        if not 1 <= days <= MOST_DAYS:
            message = say(
                "A link lasts 1 to {most_days} days. Choose a number between them.",
                most_days=MOST_DAYS,
            )
            raise Invalid(message, field="days")
        token, now = token_urlsafe(32), self._clock()
        row = {"token_digest": _digest(token), "made_by": by, "made_at": stamp(now)}
        row |= {"expires_at": stamp(now + timedelta(days=days)), "zone": zone}
        shown = {"begins": begins, "ends": ends, "position": position}
        with self._engine.execution_options(writing=True).begin() as db:
            db.execute(insert(SHARES), row | shown)
            db.execute(insert(OPERATIONS_LOG), self._note(by, "review-shared", row["token_digest"]))
        return token

    def revoke(self, digest: str, *, by: str) -> None:
        """Let a link lead nowhere from now on."""
        this_link = SHARES.c.token_digest == digest, SHARES.c.revoked_at.is_(None)
        with self._engine.execution_options(writing=True).begin() as db:
            ended = update(SHARES).where(*this_link).values(revoked_at=stamp(self._clock()))
            if db.execute(ended).rowcount:
                db.execute(insert(OPERATIONS_LOG), self._note(by, "review-unshared", digest))

    def lent(self) -> list[ShareLink]:
        """Return the links that lead somewhere, the newest first."""
        with self._engine.connect() as db:
            rows = db.execute(self._live().order_by(SHARES.c.made_at.desc()).limit(LINKS_LISTED))
            return [as_struct(row, ShareLink) for row in rows.mappings()]

    def find(self, token: str) -> ShareLink | None:
        """Return what a link shows; None where it is unknown, expired or revoked."""
        with self._engine.connect() as db:
            query = self._live().where(SHARES.c.token_digest == _digest(token))
            row = db.execute(query).mappings().one_or_none()
        return as_struct(row, ShareLink) if row else None

    def _live(self) -> Select[tuple[object, ...]]:
        now = stamp(self._clock())
        return select(SHARES).where(SHARES.c.revoked_at.is_(None), SHARES.c.expires_at > now)

    def _note(self, by: str, name: str, about: str) -> dict[str, str]:
        return {"at": stamp(self._clock()), "by": by, "name": name, "about": about}


def _digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()
