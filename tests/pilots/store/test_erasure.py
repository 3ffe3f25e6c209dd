"""Erasing: what was said is gone from every byte, and everything that was counted stays."""

import re
from collections.abc import Callable
from hashlib import sha256

import pytest
from jsonschema_rs import Draft202012Validator
from msgspec.json import decode, encode
from sqlalchemy import Row, select

from domain.catalogue import json_schema
from domain.facts.participation import ParticipationChanges
from domain.kernel.access import Asker
from domain.kernel.errors import Missing, Reused
from pilots.commands.erasure import EraseProse
from pilots.commands.participation import CorrectParticipation, LogParticipation
from pilots.request import CommandRequest
from pilots.store.reader import Extent, lines_of, rows_of
from pilots.store.tables import COMMANDS
from tests.support.stories.builders import ask
from web.bootstrap import Platform

pytestmark = pytest.mark.both_engines

RARE = "Xylocarpus"
Rows = dict[int, Row[tuple[object, ...]]]
Forget = Callable[[], object]


def rows(platform: Platform) -> Rows:
    return {row.position: row for row in rows_of(platform.history, Extent())}


def bytes_on_disk(platform: Platform) -> bytes:
    """Return the files of the history, or the rows of a server that keeps its files to itself."""
    if platform.history.dialect.name != "sqlite":
        return b"".join(lines_of(rows_of(platform.history, Extent())))
    return b"".join(file.read_bytes() for file in platform.folder.glob("events.sqlite*"))


@pytest.fixture
def entry(platform: Platform, mere: Asker, pilot: str) -> str:
    """An entry with words that must go, and a correction with more of them."""
    wish = LogParticipation(pilot=pilot, text=f"Planted {RARE} with “Tui” – 3 h.", minutes=180)
    asking = CommandRequest(asker=mere, command_id="once")
    entry = platform.pilots.carry_out(asking, wish).stream("entry")
    changes = ParticipationChanges(minutes=200, text=f"{RARE}, two of them.")
    ask(platform, mere, CorrectParticipation(entry=entry, changes=changes, reason="Two."))
    return entry


@pytest.fixture
def forget(platform: Platform, mere: Asker, entry: str) -> Forget:
    """Erases both versions of the entry."""
    wishes = [EraseProse(stream=entry, version=version, reason="A name.") for version in (1, 2)]
    return lambda: [ask(platform, mere, wish) for wish in wishes]


def test_what_was_said_is_gone_from_every_byte(platform: Platform, forget: Forget) -> None:
    assert RARE.encode() in bytes_on_disk(platform)

    forget()

    assert RARE.encode() not in b"".join(lines_of(rows(platform).values()))
    assert RARE.encode() not in bytes_on_disk(platform)


def test_everything_else_stays_byte_for_byte(
    platform: Platform, entry: str, forget: Forget
) -> None:
    before = rows(platform)

    forget()

    after = rows(platform)
    for position, old in before.items():
        new = after[position]
        if old.stream != entry:
            assert tuple(new) == tuple(old)
            continue
        assert tuple(new)[:-1] == tuple(old)[:-1]
        state = re.sub(rb'("(?:text|reason)":)"[^"]*"', rb'\1""', old.state)
        assert new.state == re.sub(rb',"salt":"[0-9a-f]{32}"', b"", state)


def test_the_salt_is_gone_and_the_digest_still_proves_what_was_there(
    platform: Platform, entry: str, forget: Forget
) -> None:
    logged = next(decode(row.state) for row in rows(platform).values() if row.stream == entry)
    prose = encode({"text": logged["data"]["text"]})
    salt = bytes.fromhex(logged["salt"])

    forget()

    first, _ = platform.pilots.facts_of(entry)
    assert first.salt is None
    assert first.prose_digest == logged["prose_digest"] == sha256(salt + prose).hexdigest()
    assert logged["salt"].encode() not in bytes_on_disk(platform)


def test_the_history_is_read_and_exported_as_before(platform: Platform, forget: Forget) -> None:
    count = platform.pilots.head()

    forget()

    assert len(list(platform.pilots.facts_after(0, 1000))) == count + 2
    validator = Draft202012Validator(json_schema())
    for line in b"".join(lines_of(rows(platform).values())).splitlines():
        validator.validate(decode(line))


def test_what_is_gone_is_not_erased_again(
    platform: Platform, mere: Asker, entry: str, forget: Forget
) -> None:
    forget()
    before = rows(platform)

    with pytest.raises(Missing, match="it is erased already"):
        ask(platform, mere, EraseProse(stream=entry, version=1, reason="Again."))

    assert rows(platform) == before


def test_the_words_cannot_be_guessed_from_the_command_that_said_them(
    platform: Platform, mere: Asker, pilot: str, entry: str, forget: Forget
) -> None:
    """Whoever sends the same words again would learn from the answer that they were right."""
    forget()
    wish = LogParticipation(pilot=pilot, text=f"Planted {RARE} with “Tui” – 3 h.", minutes=180)
    before = platform.pilots.head()

    with pytest.raises(Reused):
        platform.pilots.carry_out(CommandRequest(asker=mere, command_id="once"), wish)

    assert platform.pilots.head() == before
    query = select(COMMANDS.c.body_digest).where(COMMANDS.c.command_id == "once")
    with platform.history.connect() as db:
        assert db.scalar(query) == ""
    assert platform.pilots.facts_of(entry)[0].command_id == "once"
