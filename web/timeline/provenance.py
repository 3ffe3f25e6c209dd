"""What is said of a chosen mark: what it is, what it came from, and what came of it."""

from collections.abc import Sequence

from msgspec import Struct, structs
from sqlalchemy import Connection

from projections.engine.as_of import Cut
from projections.learning.lineage import held_in
from projections.learning.provenance import LineageLink, built_on, lineage_from, sources_of
from projections.records.lookups import names_of
from projections.timeline.marks_in_view import mark_of, newest_marks
from web.timeline.names import Named, named
from web.timeline.query import NOTHING, TimelineQuery

LATEST = 8  # lessons among which the latest that rests on something is looked for


class Traced(Struct, frozen=True, kw_only=True):
    """A chosen thing with its ancestry and descent; `at` and `who` where a mark says so."""

    chosen: Named
    at: str
    who: str
    sources: Sequence[Named]
    outcomes: Sequence[Named]
    further_back: int
    further_on: int
    built_on: int
    held_in: int
    direct: Sequence[LineageLink]
    """The ties it has itself."""
    lit: frozenset[str]
    """What these lead to, and itself."""


def chosen_by_itself(db: Connection, cut: Cut, pilot: str, view: TimelineQuery) -> TimelineQuery:
    """Return a view with the latest lesson that rests on something, where no mark was picked."""
    if view.is_picked or not view.is_whole or "lesson" in view.hidden:
        return view
    lessons = newest_marks(db, cut, pilot, view.axis, lane="lesson", limit=LATEST)
    grounded = {tie.outcome for tie in sources_of(db, cut, lessons)}
    latest = next((each for each in lessons if each in grounded), "")
    chosen = view.shown.removeprefix(NOTHING) if view.shown else latest
    return structs.replace(view, chosen=chosen, is_latest=chosen == latest)


def trace_of(db: Connection, cut: Cut, pilot: str, thing: str, axis: str) -> Traced | None:
    """Return what is said of a chosen thing; None where it was not known."""
    back, on = (lineage_from(db, cut, thing, back=way) for way in (True, False))
    before = [tie for tie in back.ties if tie.outcome == thing]
    after = [tie for tie in on.ties if tie.source == thing]
    lit = {thing, *(tie.source for tie in before), *(tie.outcome for tie in after)}
    names = named(db, cut, lit)
    if thing not in names:
        return None
    mark = mark_of(db, cut, pilot, thing)
    sources = [names[tie.source] for tie in before if tie.source in names]
    outcomes = [names[tie.outcome] for tie in after if tie.outcome in names]
    return Traced(
        chosen=names[thing],
        at=mark[f"{axis}_at"] if mark else "",
        who=names_of(db, [mark["by"]], cut).get(mark["by"], "Pilotlog") if mark else "",
        sources=sources,
        outcomes=outcomes,
        further_back=len(back.ties) - len(sources),
        further_on=len(on.ties) - len(outcomes),
        built_on=built_on(db, cut, thing),
        held_in=held_in(db, cut, [thing])[thing] if thing.startswith("lesson-") else 0,
        direct=[*before, *after],
        lit=frozenset(lit),
    )
