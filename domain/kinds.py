"""The kinds of record that have a page of their own; each is declared here, in one row."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from domain.kernel.messages import Message, say


class RecordKind(Struct, frozen=True, kw_only=True):
    """One kind of record: what it is called, where it stands, and what is shown of it.

    Columns are those of the table that holds its states.
    """

    kind: str
    """What its ids begin with."""
    name: Message
    several: Message
    """What a list of them is called."""
    path: str
    """What its address begins with."""
    table: str
    icon: str
    lane: str = "decision"
    """Where it stands in the timeline of a pilot."""
    title: str = "text"
    """The column that says what one is called."""
    status: str = "status"
    """The column that says how one stands; empty where none does."""
    says: tuple[str, ...] = ()
    """The columns its page shows."""
    compared: tuple[str, ...] = ()
    """The columns that make a difference between two moments; none where it is not compared."""
    doubts: str = ""
    """The column that counts how often one was contradicted."""
    wrong_at: str = ""
    """The status one has once it is known to be wrong."""
    added_by: str = ""
    """The command by which a pilot gets one, where its charter lists what it holds of them."""


_ROWS = (
    RecordKind(
        kind="programme",
        name=say("Programme"),
        several=say("Programmes"),
        path="programmes",
        table="programmes",
        icon="route",
        title="name",
        status="",
        says=("what_for", "time_zone"),
    ),
    RecordKind(
        kind="pilot",
        name=say("Pilot"),
        several=say("Pilots"),
        path="pilots",
        table="pilots",
        icon="route",
        title="title",
        status="stage",
    ),
    RecordKind(
        kind="decision",
        name=say("Decision"),
        several=say("Decisions"),
        path="decisions",
        table="decisions",
        icon="flag",
        title="verdict",
        compared=("verdict", "expected_effect", "sponsor", "team", "revisit_on", "status"),
        wrong_at="did not hold",
        added_by="take-decision",
    ),
    RecordKind(
        kind="value",
        name=say("Value"),
        several=say("Value"),
        path="values",
        table="worth",
        icon="coins",
        lane="value",
        title="statement",
        says=("kind", "cell", "amount", "unit", "measure", "confidence", "contested", "revised"),
        compared=("statement", "status"),
        doubts="contested",
        added_by="discover-value",
    ),
    RecordKind(
        kind="experiment",
        name=say("Experiment"),
        several=say("Experiments"),
        path="experiments",
        table="experiments",
        icon="flask-conical",
        lane="experiment",
        title="title",
        status="trial",
        says=("change", "outcome", "because", "capability", "medium", "result", "summary"),
        compared=("trial", "result", "change", "outcome", "summary"),
    ),
    RecordKind(
        kind="evidence",
        name=say("Finding"),
        several=say("Findings"),
        path="findings",
        table="evidence",
        icon="eye",
        lane="finding",
        says=(
            "kind",
            "strength",
            "whose",
            "stakeholder",
            "area",
            "uri",
            "sha256",
            "found_by",
            "challenged",
        ),
        compared=("status",),
        doubts="challenged",
        added_by="gather-evidence",
    ),
    RecordKind(
        kind="insight",
        name=say("Insight"),
        several=say("Insights"),
        path="insights",
        table="insights",
        icon="eye",
        lane="finding",
        says=("revised",),
        compared=("text", "status"),
        added_by="derive-insight",
    ),
    RecordKind(
        kind="assumption",
        name=say("Assumption"),
        several=say("Assumptions"),
        path="assumptions",
        table="assumptions",
        icon="eye",
        lane="finding",
        says=("risk", "tested"),
        compared=("status",),
        wrong_at="failed",
        added_by="raise-assumption",
    ),
    RecordKind(
        kind="lesson",
        name=say("Lesson"),
        several=say("Lessons"),
        path="lessons",
        table="lessons",
        icon="lightbulb",
        lane="lesson",
        says=(
            "loop",
            "context",
            "confidence",
            "instruct",
            "delight",
            "confirmed",
            "contradicted",
            "reused",
            "learned_by",
        ),
        compared=("text", "context", "confidence", "confirmed", "reused", "status"),
        doubts="contradicted",
    ),
    RecordKind(
        kind="conclusion",
        name=say("Conclusion"),
        several=say("Conclusions"),
        path="conclusions",
        table="conclusions",
        icon="flag",
        says=("thoughts", "reactions", "supporters", "objections"),
        compared=("text", "status", "objections"),
        added_by="pool-thought",
    ),
    RecordKind(
        kind="invitation",
        name=say("Invitation"),
        several=say("Invitations"),
        path="invitations",
        table="invitations",
        icon="users",
        lane="participation",
        says=("audience", "taken_up"),
        added_by="open-invitation",
    ),
    RecordKind(
        kind="entry",
        name=say("Entry"),
        several=say("Entries"),
        path="entries",
        table="entries",
        icon="users",
        lane="participation",
        says=(
            "mode",
            "direction",
            "person",
            "medium",
            "minutes",
            "about",
            "useful",
            "not_useful",
        ),
    ),
    RecordKind(
        kind="practice",
        name=say("Practice"),
        several=say("Practices"),
        path="practices",
        table="practices",
        icon="lightbulb",
        lane="lesson",
        says=("owner",),
    ),
    RecordKind(
        kind="review",
        name=say("Review"),
        several=say("Reviews"),
        path="reviews",
        table="reviews",
        icon="flag",
        title="starts",
        says=("ends", "opened_by", "seen"),
    ),
    RecordKind(
        kind="person",
        name=say("Person"),
        several=say("People"),
        path="people",
        table="people",
        icon="users",
        title="name",
        says=("profile", "merged_into"),
    ),
)

KINDS: Mapping[str, RecordKind] = MappingProxyType({each.kind: each for each in _ROWS})
