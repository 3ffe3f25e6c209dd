"""The kinds of thing a pilot is made of, and which of their columns make a difference."""

from msgspec import Struct
from sqlalchemy import Table

from domain.kinds import KINDS as RECORD_KINDS
from domain.kinds import RecordKind
from projections.models.charters import CAPABILITIES, MEASURES, MEDIA, MEMBERS, PASSED
from projections.models.pilots import PILOTS
from projections.models.purposes import AUDIENCES, PURPOSES
from projections.models.readiness import READINESS
from projections.records.records import table_of


class Kind(Struct, frozen=True, kw_only=True):
    """One kind of thing: where it stands, what it is called, and what of it can change."""

    name: str
    table: Table
    keys: tuple[str, ...]
    """The columns that tell one from another; within its pilot where it has no stream."""
    title: tuple[str, ...]
    """The columns that say what it is called."""
    columns: tuple[str, ...]
    said_by: tuple[str, ...] = ()
    """The fields of a pilot's own facts that name it; none where it has a stream of its own."""
    doubts: str = ""
    """The column that counts how often it was contradicted."""
    wrong_at: str = ""
    """The status it has once it is known to be wrong."""


def _record(kind: RecordKind) -> Kind:
    return Kind(
        name=kind.kind,
        table=table_of(kind.kind),
        keys=(kind.kind,),
        title=TITLES.get(kind.kind, (kind.title,)),
        columns=kind.compared,
        doubts=kind.doubts,
        wrong_at=kind.wrong_at,
    )


def _of_pilot(name: str, table: Table, title: str, *columns: str) -> Kind:
    return Kind(name=name, table=table, keys=("pilot",), title=(title,), columns=columns)


def _part(
    name: str, table: Table, keys: str, *compared: str, title: str = "", by: str = ""
) -> Kind:
    columns = tuple(keys.split())
    return Kind(
        name=name,
        table=table,
        keys=columns,
        title=(title or columns[0],),
        columns=compared,
        said_by=tuple(by.split()) or columns[:1],
    )


CHARTER = ("title", "stage", "accomplishment", "goal_type", "problem", "who_has_it", "owner")
COURSE = ("sponsor", "ends_on", "paused_because", "closed_because")
WHAT_FOR = ("change_or_protect", "for_whom", "whose_belief", "capability", "problem")
PILOT = _of_pilot("pilot", PILOTS, "title", *CHARTER, *COURSE)
PURPOSE = _of_pilot("purpose", PURPOSES, "change_or_protect", *WHAT_FOR, "why_care", "ask")
READY = _part("readiness", READINESS, "area", "level", "gap", "change", "owner", "due", "status")

TITLES = {"decision": ("verdict", "expected_effect")}
KINDS = (
    *(_record(kind) for kind in RECORD_KINDS.values() if kind.compared),
    PILOT,
    PURPOSE,
    _part("audience", AUDIENCES, "audience", "interest", "why_they_care"),
    _part("capability", CAPABILITIES, "capability", "why"),
    _part("medium", MEDIA, "medium capability", "helps_because", by="medium from to"),
    _part("measure", MEASURES, "measure", "target", "value", "due", title="name"),
    _part("member", MEMBERS, "person", "role", "organisation"),
    READY,
    _part("gate", PASSED, "rule", "reason"),
)
