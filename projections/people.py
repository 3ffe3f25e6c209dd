"""Who is known here, and by which name."""

from collections.abc import Iterator

from sqlalchemy import Column, Index, String

from domain.facts.person import PersonErased, PersonMerged, PersonProfileChanged, PersonRegistered
from domain.kernel import Event
from projections.changes import Begin, Change, Said
from projections.tables import states

PEOPLE = states(
    "people",
    Column("person", String, primary_key=True),
    Column("name", String),
    Column("called", String),
    Column("profile", String),
    Column("merged_into", String),
    Column("status", String),
)

Index("people_called", PEOPLE.c.called)


def project(event: Event) -> Iterator[Said]:
    """Give a person their next state; leave every other fact alone."""
    key = (event.originator_id,)
    match event.fact:
        case PersonRegistered(name=name, profile=profile):
            told = {"name": name, "called": name.casefold(), "profile": profile}
            yield Begin(PEOPLE, key, told | {"status": "known"})
        case PersonProfileChanged(name=name, profile=profile):
            yield Change(PEOPLE, key, {"name": name, "called": name.casefold(), "profile": profile})
        case PersonMerged(into=into):
            yield Change(PEOPLE, key, {"merged_into": into, "status": "merged"})
        case PersonErased():
            yield Change(PEOPLE, key, {"status": "erased"})
        case _:
            pass
