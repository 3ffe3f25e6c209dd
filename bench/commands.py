"""Commands a second, each on disk before the next, beside a bare INSERT and COMMIT."""

from itertools import count
from pathlib import Path
from typing import Any

from sqlalchemy import select

from bench.bare import open_bare
from bench.sides import in_turns
from domain.kernel.access import SYSTEM
from pilots.commands.participation import LogParticipation
from pilots.commands.pilot import ProposePilot
from pilots.request import CommandRequest
from pilots.store.tables import COMMANDS, EVENTS
from web.bootstrap import Platform

ROUNDS, EACH = 11, 150
WRITTEN_BEFORE = 20_000_000  # bytes, so that both write-ahead logs have grown before
WISH = "We wrote the minutes of the weekly meeting together, in the shared page."


def measure(platform: Platform, folder: Path) -> None:
    """Log entries one by one; write the bytes of one such command, one by one."""
    proposal = platform.pilots.carry_out(CommandRequest(asker=SYSTEM), ProposePilot(title="Bench"))
    pilot = proposal.stream("pilot")
    wish = LogParticipation(pilot=pilot, minutes=30, medium="wiki", text=WISH)
    asking = CommandRequest(asker=SYSTEM)
    platform.pilots.carry_out(asking, wish)
    stored = _bytes_of(platform, asking.command_id)
    print(f"  one command stores {len(stored):,} bytes")
    bare = open_bare(folder / "bare.sqlite")
    bare.execute("CREATE TABLE bare (id INTEGER PRIMARY KEY, body BLOB NOT NULL)")
    bare.execute("INSERT INTO bare (body) VALUES (zeroblob(?))", (WRITTEN_BEFORE,))

    def ours() -> int:
        for _ in range(EACH):
            platform.pilots.carry_out(CommandRequest(asker=SYSTEM), wish)
        return EACH

    def floor() -> int:
        for _ in range(EACH):
            bare.execute("BEGIN IMMEDIATE")
            bare.execute("INSERT INTO bare (body) VALUES (?)", (stored,))
            bare.execute("COMMIT")
        return EACH

    tables = _copied(platform.folder / "events.sqlite", folder / "copy.sqlite")
    rows = _rows_of(platform, asking.command_id)
    number = count()

    def same_tables() -> int:
        for _ in range(EACH):
            own = f"bare-{next(number)}"
            tables.execute("BEGIN IMMEDIATE")
            (head,) = tables.execute("SELECT max(position) FROM events").fetchone()
            place = head + 1
            for insert, row in rows:
                fresh = [{"position": place, "own": own}.get(cell, cell) for cell in row]
                tables.execute(insert, fresh)
            tables.execute("COMMIT")
        return EACH

    sides = {
        "LogParticipation through carry_out": ours,
        "bare INSERT and COMMIT": floor,
        "bare INSERTs into the same three tables": same_tables,
    }
    in_turns(sides, ROUNDS, "/s")
    for each in (bare, tables):
        each.close()


def _copied(history: Path, copy: Path) -> Any:
    source = open_bare(history)
    source.execute("VACUUM INTO ?", (str(copy),))
    source.close()
    return open_bare(copy)


def _rows_of(platform: Platform, command_id: str) -> list[tuple[str, list[Any]]]:
    """Return the inserts of one command, with what must differ each time left to fill in."""
    with platform.history.connect() as db:
        event = db.execute(select(EVENTS).order_by(EVENTS.c.position.desc()).limit(1)).one()
        command = db.execute(select(COMMANDS).where(COMMANDS.c.command_id == command_id)).one()
    (_, _, _, *rest), (asker, _, *more) = event, command
    pilot = str(rest[2]).strip('[]"')
    return [
        ("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?)", ["position", "own", "own", *rest]),
        ("INSERT INTO event_pilots VALUES (?, ?)", [pilot, "position"]),
        ("INSERT INTO commands VALUES (?, ?, ?, ?)", [asker, "own", *more]),
    ]


def _bytes_of(platform: Platform, command_id: str) -> bytes:
    with platform.history.connect() as db:
        event = db.execute(select(EVENTS).order_by(EVENTS.c.position.desc()).limit(1)).one()
        command = db.execute(select(COMMANDS).where(COMMANDS.c.command_id == command_id)).one()
    cells = (*event, *command)
    return b"".join(each if isinstance(each, bytes) else str(each).encode() for each in cells)
