"""The timeline of every pilot: one row for each fact that is about it."""

from collections.abc import Iterator

from msgspec.json import Encoder
from sqlalchemy import Column, Index, LargeBinary, String, literal_column

from domain.kernel.aggregate import Event
from domain.kernel.moments import stamp
from domain.kinds import KINDS
from projections.engine.changes import Add, TableChange
from projections.engine.schema import BLOCK, log

TIMELINE = log(
    "timeline",
    Column("pilot", String, primary_key=True),
    Column("lane", String, nullable=False),
    Column("stream", String, nullable=False),
    Column("name", String, nullable=False),
    Column("by", String, nullable=False),
    Column("occurred_at", String, nullable=False),
    Column("precision", String, nullable=False),
    Column("data", LargeBinary, nullable=False),
)
BLOCK_OF = TIMELINE.c.position.op("/")(literal_column(str(BLOCK)))  # as the index spells it
Index("timeline_position", TIMELINE.c.position)
Index("timeline_block", BLOCK_OF, TIMELINE.c.known_from)
for _name, _columns in {
    "timeline_all": ("known_from", "position"),
    "timeline_known": ("pilot", "known_from", "position"),
    "timeline_lane": ("pilot", "lane", "known_from", "position"),
    "timeline_occurred": ("pilot", "occurred_at", "position"),
}.items():
    Index(_name, *(TIMELINE.c[column] for column in _columns))

LANES = {  # by what the names of facts begin with
    "participation" if each.kind == "entry" else each.kind: each.lane for each in KINDS.values()
}


def lane_of(family: str) -> str:
    """Return the lane on which a family of facts is told."""
    return LANES.get(family, "decision")


_json = Encoder(decimal_format="string")


def project(event: Event) -> Iterator[TableChange]:
    """Add the fact to the timeline of each pilot it is about."""
    name = event.fact.stored_as
    values = {
        "lane": lane_of(name.partition(".")[0]),
        "stream": event.originator_id,
        "name": name,
        "by": event.by,
        "occurred_at": stamp(event.occurred_at),
        "precision": event.precision,
        "data": _json.encode(event.fact),
    }
    for pilot in event.pilots:
        yield Add(TIMELINE, {"pilot": pilot, **values})
