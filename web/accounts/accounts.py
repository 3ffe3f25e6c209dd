"""Adds accounts, checks passwords, and opens and ends sessions that can be taken back."""

import re
from collections.abc import Callable, Collection
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from functools import cached_property
from hashlib import sha256
from secrets import token_urlsafe

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import Connection, Engine, delete, insert, select

from domain.kernel.access import Asker, Standing
from domain.kernel.errors import Invalid
from domain.kernel.messages import say
from domain.kernel.moments import stamp
from web.accounts.tables import ACCOUNTS, OPERATIONS_LOG, SESSIONS

HASHER = PasswordHasher()  # argon2id, as costly as the library recommends
LASTS = timedelta(days=30)
SHORTEST = 10
LONGEST = 1000


class Accounts:
    """The people who can sign in here."""

    def __init__(self, engine: Engine, clock: Callable[[], datetime]) -> None:
        self._engine = engine
        self._clock = clock

    def add(self, *, login: str, name: str, person: str, password: str, standing: Standing) -> None:
        """Add an account for a person. Raises Invalid where `check_new` does."""
        self.check_new(login, password)
        row = {"login": login, "person": person, "name": name, "standing": standing, "zone": "UTC"}
        hidden = {"password_hash": HASHER.hash(password), "added_at": self._now()}
        with self._writing() as db:
            db.execute(insert(ACCOUNTS), row | hidden)
            self._note(db, "system", "account-added", login)

    def check_new(self, login: str, password: str) -> None:
        """Raise Invalid where the login is taken or not one, or the password is too weak."""
        if not re.fullmatch(r"[\w.@+-]{1,100}", login):
            message = say("A login is made of letters, digits and . @ + - _, without spaces.")
            raise Invalid(message, field="login")
        if not SHORTEST <= len(password) <= LONGEST:
            message = say(
                "Choose a password of {shortest} to {longest} characters.",
                shortest=SHORTEST,
                longest=LONGEST,
            )
            raise Invalid(message, field="password")
        if self.has(login):
            message = say(
                "Somebody signs in as “{login}” already. Choose another name.", login=login
            )
            raise Invalid(message, field="login")

    def has(self, login: str) -> bool:
        """Tell whether somebody signs in by this name."""
        with self._engine.connect() as db:
            return bool(db.scalar(select(ACCOUNTS.c.login).where(ACCOUNTS.c.login == login)))

    def of(self, people: Collection[str]) -> set[str]:
        """Return those of some people who can sign in."""
        with self._engine.connect() as db:
            query = select(ACCOUNTS.c.person).where(ACCOUNTS.c.person.in_(sorted(people)))
            return set(db.scalars(query))

    def is_empty(self) -> bool:
        """Tell whether nobody can sign in yet."""
        with self._engine.connect() as db:
            return db.scalar(select(ACCOUNTS.c.login).limit(1)) is None

    def sign_in(self, login: str, password: str) -> str | None:
        """Return the token of a new session, or None where name and password do not fit."""
        with self._engine.connect() as db:
            query = select(ACCOUNTS.c.password_hash).where(ACCOUNTS.c.login == login)
            kept = db.scalar(query)
        nobody = self._nobody
        if not self._fits(kept or nobody, password[:LONGEST]) or kept is None:
            return None
        token = token_urlsafe(32)
        now = self._clock()
        row = {"token_digest": _digest(token), "login": login, "begun_at": stamp(now)}
        with self._writing() as db:
            db.execute(delete(SESSIONS).where(SESSIONS.c.expires_at < stamp(now)))
            db.execute(insert(SESSIONS), row | {"expires_at": stamp(now + LASTS)})
            self._note(db, login, "signed-in", "")
        return token

    def sign_out(self, token: str) -> None:
        """End the session a token stands for; one that has ended, or never was, stays so."""
        with self._writing() as db:
            ended = delete(SESSIONS).where(SESSIONS.c.token_digest == _digest(token))
            login = db.scalar(ended.returning(SESSIONS.c.login))
            if login:
                self._note(db, login, "signed-out", "")

    def asker(self, token: str) -> Asker | None:
        """Return who a session belongs to, or None where it has ended."""
        query = (
            select(ACCOUNTS)
            .join(SESSIONS, SESSIONS.c.login == ACCOUNTS.c.login)
            .where(SESSIONS.c.token_digest == _digest(token), SESSIONS.c.expires_at >= self._now())
        )
        with self._engine.connect() as db:
            row = db.execute(query).one_or_none()
        return Asker(row.person, row.name, row.standing, row.zone) if row else None

    @cached_property
    def _nobody(self) -> str:
        """Return what a password is held against where nobody has the name: it takes as long."""
        return HASHER.hash(token_urlsafe())

    def _fits(self, kept: str, password: str) -> bool:
        try:
            return HASHER.verify(kept, password)
        except (VerificationError, InvalidHashError):
            return False

    def _note(self, db: Connection, by: str, name: str, about: str) -> None:
        row = {"at": self._now(), "by": by, "name": name, "about": about}
        db.execute(insert(OPERATIONS_LOG), row)

    def _now(self) -> str:
        return stamp(self._clock())

    def _writing(self) -> AbstractContextManager[Connection]:
        return self._engine.execution_options(writing=True).begin()


def _digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()
