"""Which programmes there are, and what for."""

from collections.abc import Iterator

from sqlalchemy import Column, String

from domain.facts.programme import ProgrammeOpened, ProgrammeRenamed
from domain.kernel import Event
from projections.changes import Begin, Change, Said
from projections.tables import states

PROGRAMMES = states(
    "programmes",
    Column("programme", String, primary_key=True),
    Column("name", String),
    Column("what_for", String),
)


def project(event: Event) -> Iterator[Said]:
    """Give a programme its next state; leave every other fact alone."""
    key = (event.originator_id,)
    match event.fact:
        case ProgrammeOpened(name=name, what_for=what_for):
            yield Begin(PROGRAMMES, key, {"name": name, "what_for": what_for})
        case ProgrammeRenamed(name=name):
            yield Change(PROGRAMMES, key, {"name": name})
        case _:
            pass
