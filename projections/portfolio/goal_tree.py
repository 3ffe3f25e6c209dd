"""The goal tree of a programme, which is optional, and the pilots that hang from it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from sqlalchemy import Connection, RowMapping, select

from projections.engine.as_of import Cut, as_known, seen
from projections.models.pilots import PILOTS
from projections.models.programmes import GOALS

GOALS_SHOWN = 200
DEEPEST = 20
Hung = Mapping[str | None, Sequence[RowMapping]]


class Goal(Struct, frozen=True):
    """One mission, goal, objective or strategy, and how deep it stands in the tree."""

    goal: str
    kind: str
    text: str
    depth: int
    """0 for the top of the tree."""
    pilots: tuple[tuple[str, str], ...]
    """The id and title of each pilot that serves it."""


def goal_tree(db: Connection, cut: Cut, programme: str) -> tuple[Goal, ...]:
    """Return the goals of a programme from the top down, each followed by those below it."""
    known = as_known(GOALS, cut).where(GOALS.c.programme == programme)
    rows = db.execute(known.order_by(GOALS.c.position).limit(GOALS_SHOWN)).mappings().all()
    goals = {row["goal"] for row in rows}
    below: dict[str | None, list[RowMapping]] = defaultdict(list)
    for row in rows:
        below[row["parent"] if row["parent"] in goals else None].append(row)
    return tuple(_branch(below, _serving(db, cut, programme) if rows else {}, None, 0))


def _serving(db: Connection, cut: Cut, programme: str) -> Mapping[str, list[tuple[str, str]]]:
    query = select(PILOTS.c.goal, PILOTS.c.pilot, PILOTS.c.title).where(
        PILOTS.c.programme == programme, PILOTS.c.goal.is_not(None), *seen(PILOTS, cut)
    )
    serving: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for goal, pilot, title in db.execute(query.order_by(PILOTS.c.proposed_at).limit(GOALS_SHOWN)):
        serving[goal].append((pilot, title))
    return serving


def _branch(
    below: Hung, serving: Mapping[str, list[tuple[str, str]]], top: str | None, depth: int
) -> Iterator[Goal]:
    for row in below.get(top, ()) if depth < DEEPEST else ():
        pilots = tuple(serving.get(row["goal"], ()))
        yield Goal(row["goal"], row["kind"], row["text"], depth, pilots)
        yield from _branch(below, serving, row["goal"], depth + 1)
