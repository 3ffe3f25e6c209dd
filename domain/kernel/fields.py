"""The kinds of value that facts and commands carry, each with its limits, said once.

Free text and personal data are *prose*: they can be erased later without breaking the history.
"""

from datetime import datetime
from typing import Annotated, Literal

from msgspec import Meta, Struct

_PROSE = {"x-prose": True}


def _id(kind: str, pattern: str = "") -> Meta:
    names = {"x-names": kind}  # forms offer these to choose from, and each must be here
    return Meta(pattern=_whole(pattern or f"{kind}-[0-9a-z-]{{1,60}}"), extra_json_schema=names)


def _whole(pattern: str) -> str:
    """Return a pattern for the whole text, a line end included, in Python and in JSON Schema."""
    return rf"^(?:{pattern})$(?!\n)"


Moment = Annotated[datetime, Meta(tz=True)]
Precision = Literal["ms", "minute", "day", "month"]
Zone = Annotated[
    str, Meta(pattern=_whole(r"[A-Za-z0-9_+:/-]{1,64}"), description="Zone it was said in.")
]

Name = Annotated[str, Meta(max_length=200, extra_json_schema=_PROSE)]
Text = Annotated[str, Meta(max_length=10_000, extra_json_schema=_PROSE)]

Label = Annotated[str, Meta(min_length=1, max_length=100)]
Key = Annotated[str, Meta(pattern=_whole(r"[0-9a-z][0-9a-z-]{0,79}"))]
Rule = Annotated[str, Meta(pattern=_whole(r"S00[0-9]-[a-z0-9-]{1,60}"))]
Uri = Annotated[str, Meta(pattern=_whole(r"https?://\S+"), max_length=2000)]
Sha256 = Annotated[str, Meta(pattern=_whole(r"[0-9a-f]{64}"))]
Number = Annotated[str, Meta(pattern=_whole(r"-?[0-9]{1,15}(\.[0-9]{1,6})?"))]
Currency = Annotated[str, Meta(pattern=_whole(r"[A-Z]{3}"), description="ISO 4217 code.")]
Count = Annotated[int, Meta(ge=0, le=1_000_000_000)]
Minutes = Annotated[int, Meta(ge=1, le=100_000)]
Percent = Annotated[int, Meta(ge=0, le=100)]
Strength = Annotated[int, Meta(ge=1, le=5)]
Taps = Annotated[int, Meta(ge=0, le=3)]
Level = Annotated[int, Meta(ge=0, le=4)]
Stance = Literal[-1, 0, 1]

EventId = Annotated[str, Meta(pattern=_whole(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))]
StreamId = Annotated[str, _id("thing", r"[a-z]+-[0-9a-z-]{1,60}")]
ProgrammeId = Annotated[str, _id("programme")]
PilotId = Annotated[str, _id("pilot")]
ExperimentId = Annotated[str, _id("experiment")]
EntryId = Annotated[str, _id("entry")]
InvitationId = Annotated[str, _id("invitation")]
EvidenceId = Annotated[str, _id("evidence")]
InsightId = Annotated[str, _id("insight")]
AssumptionId = Annotated[str, _id("assumption")]
LessonId = Annotated[str, _id("lesson")]
ValueId = Annotated[str, _id("value")]
ConclusionId = Annotated[str, _id("conclusion")]
ReviewId = Annotated[str, _id("review")]
DecisionId = Annotated[str, _id("decision")]
PersonId = Annotated[str, _id("person", r"(person-[0-9a-z-]{1,60}|system|anonymous)")]

Cell = Annotated[
    str,
    Meta(
        pattern=_whole(
            r"((employees|customers|vendors|partners|other)/(satisfaction|retention|cost|sales)|unplaced)"
        ),
        description="A square of the outcome grid.",
    ),
]
PilotKind = Literal["business", "exploration"]
GoalType = Literal["network", "service", "crisis", "insight", "reach", "reputation", "other"]
Stakeholder = Literal["employees", "customers", "vendors", "partners", "other"]
Area = Literal["discovery", "engagement", "product", "delivery", "service", "people"]
Role = Literal["owner", "sponsor", "team", "participant", "guest"]
MeasureKind = Literal["outcome", "participation", "reach", "extraction"]
Mode = Literal[
    "listen", "react", "contribute", "co-create", "ask", "answer", "give", "coordinate", "lead",
    "invite", "promote", "sell",
]  # fmt: skip  # one line of the catalogue
Direction = Literal["broadcast", "to-host", "to-peer", "self"]
About = Literal["work", "tool"]
Loop = Literal["collaboration", "tool"]
Result = Literal["supported", "refuted", "inconclusive"]
Verdict = Literal["pivot", "persevere", "scale", "stop", "pause"]
Severity = Literal["gate", "warn", "off"]
GoalKind = Literal["mission", "goal", "objective", "strategy"]
Speed = Literal["slow", "steady", "fast"]
Formality = Literal["informal", "neutral", "formal"]
Timing = Literal["together", "any-time"]
Place = Literal["in-person", "remote", "either"]
HypothesisPart = Literal["change", "outcome", "because", "capability", "medium"]
EvidenceKind = Literal["observation", "measurement", "interview", "document", "quote", "artefact"]
Whose = Literal["own", "outside"]
Bearing = Literal["supports", "opposes", "context"]
Risk = Literal["low", "medium", "high"]
Tested = Literal["held", "failed", "unclear"]
ReadinessArea = Label


class Money(Struct, frozen=True):
    """An amount of money in one currency, written as its ISO 4217 code."""

    amount: Number
    currency: Currency


class Size(Struct, frozen=True):
    """How much of something, and in which unit."""

    amount: Number
    unit: Label


class Seen(Struct, frozen=True):
    """The place in the history, and its root, that a person had before them."""

    position: Count
    root: Annotated[str, Meta(max_length=128)]
