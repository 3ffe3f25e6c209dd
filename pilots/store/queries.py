"""What is asked of the history: its head, a stream, what follows, what a command led to."""

from sqlalchemy import bindparam, func, select

from pilots.store.tables import COMMANDS, EVENTS

HEAD = select(func.coalesce(func.max(EVENTS.c.position), 0))
STREAM = select(EVENTS).where(
    EVENTS.c.stream == bindparam("stream"),
    EVENTS.c.version > bindparam("gt"),
    EVENTS.c.version <= bindparam("lte"),
)
STREAM_ONWARD = STREAM.order_by(EVENTS.c.version)
ONWARD = (
    select(EVENTS)
    .where(EVENTS.c.position >= bindparam("start"), EVENTS.c.position <= bindparam("stop"))
    .order_by(EVENTS.c.position)
    .limit(bindparam("most"))
)
OUTCOME = select(COMMANDS.c.body_digest, COMMANDS.c.outcome).where(
    COMMANDS.c.asker == bindparam("asker"), COMMANDS.c.command_id == bindparam("command_id")
)
BEGUN = select(EVENTS.c.stream).where(
    EVENTS.c.version == 1, EVENTS.c.stream.in_(bindparam("streams", expanding=True))
)
PLACES = select(EVENTS.c.position, EVENTS.c.id, EVENTS.c.stream, EVENTS.c.version).where(
    EVENTS.c.id.in_(bindparam("ids", expanding=True))
)
EVER = 2**62


def span(stream: str, gt: int | None, lte: int | None) -> dict[str, str | int]:
    """Return what STREAM is asked for: versions after one, up to and with another."""
    return {"stream": stream, "gt": gt or 0, "lte": EVER if lte is None else lte}
