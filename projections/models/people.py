"""Who is known here, and by which name."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from sqlalchemy import CTE, Column, Connection, Index, String, select

from domain.facts.person import PersonErased, PersonMerged, PersonProfileChanged, PersonRegistered
from domain.kernel.aggregate import Event
from projections.engine.as_of import Cut, seen
from projections.engine.changes import Begin, Change, TableChange
from projections.engine.from_fact import FromFact
from projections.engine.schema import states

REGISTERED = FromFact(PersonRegistered, "name", "profile")

PEOPLE = states(
    "people",
    Column("person", String, primary_key=True),
    *REGISTERED.columns(),
    Column("called", String),
    Column("merged_into", String),
    Column("status", String),
)

Index("people_called", PEOPLE.c.called)
MERGED = PEOPLE.c.merged_into.is_not(None)


Index("people_merged", PEOPLE.c.merged_into, postgresql_where=MERGED, sqlite_where=MERGED)


def project(event: Event) -> Iterator[TableChange]:
    """Give a person their next state; leave every other fact alone."""
    key = (event.originator_id,)
    match event.fact:
        case PersonRegistered(name=name) as fact:
            new = {"called": name.casefold(), "status": "known"}
            yield Begin(PEOPLE, key, REGISTERED.values(fact) | new)
        case PersonProfileChanged(name=name) as fact:
            yield Change(PEOPLE, key, REGISTERED.values(fact) | {"called": name.casefold()})
        case PersonMerged(into=into):
            yield Change(PEOPLE, key, {"merged_into": into, "status": "merged"})
        case PersonErased():
            yield Change(PEOPLE, key, {"status": "erased"})
        case _:
            pass


@lru_cache(maxsize=64)  # it takes longer to write than to run
def merged_into(cut: Cut) -> CTE:
    """Return, as far as the cut sees, who stands for each merged person in the end."""
    others = seen(PEOPLE, cut)
    first = select(PEOPLE.c.person, PEOPLE.c.merged_into.label("into")).where(MERGED, *others)
    chain = first.cte("merged", recursive=True)
    onward = select(chain.c.person, PEOPLE.c.merged_into).join(
        PEOPLE, PEOPLE.c.person == chain.c.into
    )
    chain = chain.union(onward.where(MERGED, *others))
    gone = first.subquery()
    last = select(chain).where(chain.c.into.not_in(select(gone.c.person)))
    return last.cte("stands_for")


def standing_for(db: Connection, cut: Cut, people: Iterable[str]) -> dict[str, str]:
    """Return who stands for each of these people who was merged into another."""
    same = merged_into(cut)
    asked = same.c.person.in_(sorted(set(people)))
    return dict(db.execute(select(same.c.person, same.c.into).where(asked)).all())


def merged_with(db: Connection, cut: Cut, person: str) -> list[str]:
    """Return who was merged into a person."""
    same = merged_into(cut)
    return list(db.scalars(select(same.c.person).where(same.c.into == person)))
