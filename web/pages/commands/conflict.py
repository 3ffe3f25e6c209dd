"""What somebody else wrote while one was typing, told beside what one has typed."""

from msgspec import UNSET, Struct, structs
from sqlalchemy import Connection

from domain.facts.lesson import LessonChanges
from domain.facts.participation import ParticipationChanges
from domain.kernel.aggregate import Fact
from domain.kernel.errors import Refused
from domain.kernel.messages import Text
from domain.kernel.moments import stamp
from pilots.commands.base import Command
from pilots.commands.parsing import label_of
from pilots.concurrency import Overtaken
from projections.engine.as_of import NOW
from projections.records.lookups import names_of
from web.ui.describe import tell

CORRECTED = (*ParticipationChanges.__struct_fields__, *LessonChanges.__struct_fields__)


class Theirs(Struct, frozen=True):
    """One thing that somebody else said in the meantime."""

    title: Text
    detail: str
    who: str
    at: str


def theirs_of(db: Connection, refused: Refused, kind: type[Command]) -> list[Theirs]:
    """Return what was said in the meantime; nothing where that is not why it was refused."""
    if not isinstance(refused, Overtaken):
        return []
    written = [_written(event.fact, kind) for event in refused.since]
    people = [event.by for event in refused.since] + [v for each in written for v in each.values()]
    names = names_of(db, people, NOW)
    return [
        Theirs(
            tell(event.fact, names)[0],
            " · ".join(f"{label}: {names.get(value, value)}" for label, value in fields.items()),
            who=names.get(event.by, "Pilotlog"),
            at=stamp(event.recorded_at or event.occurred_at),
        )
        for event, fields in zip(refused.since, written, strict=True)
    ]


def _written(fact: Fact, kind: type[Command]) -> dict[str, str]:
    """Return what a fact says in the fields that the form has too."""
    fields = {name: getattr(fact, name) for name in fact.__struct_fields__}
    if "changes" in fields:
        fields |= structs.asdict(fields["changes"])
    ours = {*kind.__struct_fields__, *CORRECTED} - {"changes", "reason", kind.of.kind}
    return {
        str(label_of(kind, name)): str(value)
        for name, value in fields.items()
        if name in ours and value not in (None, UNSET)
    }
