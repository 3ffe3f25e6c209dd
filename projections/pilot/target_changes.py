"""Where a pilot moved what it had said before: ends, targets, hypotheses and values."""

from datetime import datetime

from msgspec import Struct, json
from sqlalchemy import Connection, RowMapping, func, select

from domain.kernel.messages import Message, say
from domain.kernel.moments import moment_of
from domain.metrics.learning import LATE_MOVES, MOVES
from domain.metrics.metric import Figure
from projections.engine.as_of import Cut
from projections.models.facts_named import facts_named
from projections.models.timeline_facts import TIMELINE
from projections.pilot.known_pilot import KnownPilot

CHANGES_SHOWN = 100
SAID_ANEW = (
    "pilot.extended.v1",
    "pilot.measure-retargeted.v1",
    "experiment.hypothesis-amended.v1",
    "value.revised.v1",
)
SAYS = {
    "change": say("what is changed"),
    "outcome": say("what is expected"),
    "because": say("why"),
    "capability": say("its capability"),
    "medium": say("its medium"),
}


class TargetChange(Struct, frozen=True):
    """One thing that was said anew: what it said before, what it says since, and why."""

    at: datetime
    position: int
    name: str
    stream: str
    what: Message
    old: str | None
    """None where nothing was said before."""
    new: str
    reason: str
    late: bool
    """Whether the pilot, or the experiment, had begun by then."""


class TargetChanges(Struct, frozen=True):
    """The latest 100 moves, newest first, and how many came after the begin."""

    moves: tuple[TargetChange, ...]
    total: Figure
    late: Figure


def target_changes_of(db: Connection, cut: Cut, known: KnownPilot) -> TargetChanges:
    """Return what a pilot said anew, newest first by when that was done."""
    facts = facts_named(cut, known.charter.pilot, *SAID_ANEW)
    total = db.scalar(select(func.count()).select_from(TIMELINE).where(*facts)) or 0
    at = TIMELINE.c.occurred_at.concat("")  # joined to nothing, so that lanes are read, not all
    newest = select(TIMELINE).where(*facts).order_by(at.desc(), TIMELINE.c.position.desc())
    rows = db.execute(newest.limit(CHANGES_SHOWN)).mappings()
    moves = tuple(_move(row, known) for row in rows)
    return TargetChanges(
        moves, MOVES.counts(total), LATE_MOVES.counts(sum(move.late for move in moves))
    )


def _move(row: RowMapping, known: KnownPilot) -> TargetChange:
    fields = json.decode(row["data"])
    tried = {each.experiment: each for each in known.experiments}.get(row["stream"])
    what, began = say("A value"), known.charter.started_at
    match row["name"]:
        case "pilot.extended.v1":
            what = say("End of the pilot")
        case "pilot.measure-retargeted.v1":
            names = {each.measure: each.name for each in known.measures}
            what = say("Target of “{name}”", name=names.get(fields["measure"], fields["measure"]))
        case "experiment.hypothesis-amended.v1":
            title = tried.title if tried else say("An experiment")
            what = say("“{title}”: {part}", title=title, part=SAYS[fields["field"]])
            began = tried.started_at if tried else None
        case _:
            pass
    at = moment_of(row["occurred_at"])
    return TargetChange(
        at=at,
        position=row["position"],
        name=row["name"],
        stream=row["stream"],
        what=what,
        old=fields.get("old", fields.get("old_end")),
        new=fields.get("new", fields.get("new_end", "")),
        reason=fields.get("reason", ""),
        late=began is not None and at >= began,
    )
