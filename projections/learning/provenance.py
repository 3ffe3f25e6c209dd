"""Where a thing came from and what came of it, over several steps, as far as a cut sees."""

from collections.abc import Iterable, Sequence
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection, Select, select

from projections.engine.as_of import Cut, seen
from projections.models.evidence_links import GROUNDS
from projections.models.timeline_marks import MARKS

DEEPEST, WIDEST, MOST = 6, 8, 40  # steps, ties of one thing, and things of one trace
READ = 400  # rows of one step
SEEN_IN = "seen in"
FOUND_IN = "found in"


class LineageLink(Struct, frozen=True):
    """One thing that came of another, and how they hang together."""

    source: str
    outcome: str
    bearing: str


class Lineage(Struct, frozen=True):
    """The ties on the way back from a thing or on from it, nearest first; `more` were left out."""

    ties: tuple[LineageLink, ...] = ()
    more: bool = False


def lineage_from(db: Connection, cut: Cut, thing: str, *, back: bool) -> Lineage:
    """Follow what a thing came from (`back`), or what came of it; each thing is met once.

    At most 6 steps, 8 ties of one thing, and 40 things.
    """
    met, edge, links, more = {thing}, [thing], list[LineageLink](), False
    for _ in range(DEEPEST):
        found = _step(db, cut, edge, back=back)
        kept = {each: [tie for tie in found if _near(tie, back=back) == each] for each in edge}
        edge = []
        for ties in kept.values():
            for tie in ties:
                far = _far(tie, back=back)
                if far in met:
                    continue
                if len(met) > MOST or ties.index(tie) >= WIDEST:
                    more = True
                    continue
                met.add(far)
                edge.append(far)
                links.append(tie)
        if not edge:
            return Lineage(tuple(links), more)
    return Lineage(tuple(links), more or bool(_step(db, cut, edge, back=back)))


def sources_of(db: Connection, cut: Cut, things: Sequence[str]) -> list[LineageLink]:
    """Return the ties from what some things came from, one step back."""
    return _step(db, cut, things, back=True)


def built_on(db: Connection, cut: Cut, thing: str) -> int:
    """Return how many experiments say that they build on a thing."""
    on = (tie.outcome for tie in _step(db, cut, [thing], back=False))
    return len({outcome for outcome in on if outcome.startswith("experiment-")})


def _step(db: Connection, cut: Cut, edge: Sequence[str], *, back: bool) -> list[LineageLink]:
    """Return the ties one step from some things: both ways round, as some bearings point back."""
    links: list[LineageLink] = []
    for grounds, marks in (
        (GROUNDS.c.thing, MARKS.c.mark),
        (GROUNDS.c.ground, MARKS.c.experiment),
    ):
        query = select(GROUNDS.c.thing, GROUNDS.c.ground, GROUNDS.c.bearing).where(
            grounds.in_(edge), *seen(GROUNDS, cut)
        )
        within = select(MARKS.c.mark, MARKS.c.experiment).where(
            marks.in_(edge), MARKS.c.experiment.is_not(None), *seen(MARKS, cut)
        )
        links += _ties(
            db,
            query.order_by(GROUNDS.c.position).limit(READ),
            within.order_by(MARKS.c.position).limit(READ),
        )
    return _unique(tie for tie in links if _near(tie, back=back) in edge)


def _ties(db: Connection, grounds: Select[Any], within: Select[Any]) -> list[LineageLink]:
    links = [_directed(*row) for row in db.execute(grounds)]
    return links + [
        LineageLink(experiment, mark, FOUND_IN) for mark, experiment in db.execute(within)
    ]


def _directed(thing: str, ground: str, bearing: str) -> LineageLink:
    """Return a tie from what was there first: `thing` where it is reused or held against."""
    held_against = thing.startswith("evidence-") and bearing != SEEN_IN
    if held_against or bearing == "reused in":
        return LineageLink(thing, ground, bearing)
    return LineageLink(ground, thing, bearing)


def _unique(ties: Iterable[LineageLink]) -> list[LineageLink]:
    return list({(tie.source, tie.outcome): tie for tie in ties}.values())


def _near(tie: LineageLink, *, back: bool) -> str:
    return tie.outcome if back else tie.source


def _far(tie: LineageLink, *, back: bool) -> str:
    return tie.source if back else tie.outcome
