"""What somebody else wrote while one was typing, told beside what one has typed."""

from msgspec import Struct
from sqlalchemy import Connection

from domain.errors import Refused
from domain.moments import stamp
from pilots.overtaken import Overtaken
from projections.cut import NOW
from projections.reading import names_of
from web.telling import tell


class Theirs(Struct, frozen=True):
    """One thing that somebody else said in the meantime."""

    title: str
    detail: str
    who: str
    at: str


def theirs_of(db: Connection, refused: Refused) -> list[Theirs]:
    """Return what was said in the meantime; nothing where that is not why it was refused."""
    if not isinstance(refused, Overtaken):
        return []
    names = names_of(db, [event.by for event in refused.since], NOW)
    return [
        Theirs(
            *tell(event.fact, names),
            who=names.get(event.by, "Pilotlog"),
            at=stamp(event.recorded_at or event.occurred_at),
        )
        for event in refused.since
    ]
