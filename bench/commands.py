"""Commands a second, each on disk before the next, beside a bare INSERT and COMMIT."""

from pathlib import Path

from sqlalchemy import select

from bench.bare import open_bare
from bench.sides import in_turns
from domain.access import SYSTEM
from pilots.asking import Asking
from pilots.commands.participation import LogParticipation
from pilots.commands.pilot import ProposePilot
from pilots.store.tables import COMMANDS, EVENTS
from web.bootstrap import Platform

ROUNDS, EACH = 11, 150
WRITTEN_BEFORE = 20_000_000  # bytes, so that both write-ahead logs have grown before
WISH = "We wrote the minutes of the weekly meeting together, in the shared page."


def measure(platform: Platform, folder: Path) -> None:
    """Log entries one by one; write the bytes of one such command, one by one."""
    proposal = platform.pilots.carry_out(Asking(asker=SYSTEM), ProposePilot(title="Bench"))
    pilot = proposal.stream("pilot")
    wish = LogParticipation(pilot=pilot, minutes=30, medium="wiki", text=WISH)
    asking = Asking(asker=SYSTEM)
    platform.pilots.carry_out(asking, wish)
    stored = _bytes_of(platform, asking.command_id)
    print(f"  one command stores {len(stored):,} bytes")
    bare = open_bare(folder / "bare.sqlite")
    bare.execute("CREATE TABLE bare (id INTEGER PRIMARY KEY, body BLOB NOT NULL)")
    bare.execute("INSERT INTO bare (body) VALUES (zeroblob(?))", (WRITTEN_BEFORE,))

    def ours() -> int:
        for _ in range(EACH):
            platform.pilots.carry_out(Asking(asker=SYSTEM), wish)
        return EACH

    def floor() -> int:
        for _ in range(EACH):
            bare.execute("BEGIN IMMEDIATE")
            bare.execute("INSERT INTO bare (body) VALUES (?)", (stored,))
            bare.execute("COMMIT")
        return EACH

    sides = {"LogParticipation through carry_out": ours, "bare INSERT and COMMIT": floor}
    in_turns(sides, ROUNDS, "/s")
    bare.close()


def _bytes_of(platform: Platform, command_id: str) -> bytes:
    with platform.history.connect() as db:
        event = db.execute(select(EVENTS).order_by(EVENTS.c.position.desc())).first()
        command = db.execute(select(COMMANDS).where(COMMANDS.c.command_id == command_id)).one()
    cells = (*(event or ()), *command)
    return b"".join(each if isinstance(each, bytes) else str(each).encode() for each in cells)
