"""The kinds of thing a pilot is made of, and which of their columns make a difference."""

from msgspec import Struct
from sqlalchemy import Table

from projections.models.charters import CAPABILITIES, MEASURES, MEDIA, MEMBERS, PASSED
from projections.models.conclusions import CONCLUSIONS
from projections.models.decisions import DECISIONS
from projections.models.evidence import ASSUMPTIONS, EVIDENCE, INSIGHTS
from projections.models.experiments import EXPERIMENTS
from projections.models.lessons import LESSONS
from projections.models.pilots import PILOTS
from projections.models.purposes import AUDIENCES, PURPOSES
from projections.models.readiness import READINESS
from projections.models.values import VALUES


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


def _stream(
    name: str, table: Table, title: str, *columns: str, doubts: str = "", wrong_at: str = ""
) -> Kind:
    return Kind(
        name=name,
        table=table,
        keys=(table.info["keys"][0],),
        title=tuple(title.split()),
        columns=columns,
        doubts=doubts,
        wrong_at=wrong_at,
    )


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
PILOT = _stream("pilot", PILOTS, "title", *CHARTER, *COURSE)
PURPOSE = _stream("purpose", PURPOSES, "change_or_protect", *WHAT_FOR, "why_care", "ask")
READY = _part("readiness", READINESS, "area", "level", "gap", "change", "owner", "due", "status")

DECISION = _stream(
    "decision",
    DECISIONS,
    "verdict expected_effect",
    "verdict",
    "expected_effect",
    "sponsor",
    "team",
    "revisit_on",
    "status",
    wrong_at="did not hold",
)
KINDS = (
    DECISION,
    _stream("experiment", EXPERIMENTS, "title", "trial", "result", "change", "outcome", "summary"),
    _stream("evidence", EVIDENCE, "text", "status", doubts="challenged"),
    _stream("insight", INSIGHTS, "text", "text", "status"),
    _stream("assumption", ASSUMPTIONS, "text", "status", wrong_at="failed"),
    _stream(
        "lesson",
        LESSONS,
        "text",
        "text",
        "context",
        "confidence",
        "confirmed",
        "reused",
        "status",
        doubts="contradicted",
    ),
    _stream("value", VALUES, "statement", "statement", "status", doubts="contested"),
    _stream("conclusion", CONCLUSIONS, "text", "text", "status", "objections"),
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
