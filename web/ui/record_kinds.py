"""The kinds of thing that have a page: what each is called, and what its page says of it."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from domain.kernel.messages import say
from web.i18n.formatting import date_in_words, square
from web.ui.describe import MODES


class Thing(Struct, frozen=True):
    """One kind of thing: its name, its icon, and the columns its page shows.

    `title` is the column that says what it is called, `status` the one that says how it stands.
    """

    name: str
    icon: str
    title: str
    says: tuple[str, ...] = ()
    status: str = "status"


ON_TRIAL = ("change", "outcome", "because", "capability", "medium", "result", "summary")
TAKING_PART = ("mode", "direction", "person", "medium", "minutes", "about", "useful", "not_useful")
FOUND = ("kind", "strength", "whose", "stakeholder", "area", "uri", "sha256", "found_by")
LEARNED = ("loop", "context", "confidence", "instruct", "delight", "confirmed", "contradicted")
WORTH = ("kind", "cell", "amount", "unit", "measure", "confidence", "contested", "revised")
POOLED = ("thoughts", "reactions", "supporters", "objections")

THINGS = {
    "programme": Thing("Programme", "route", "name", ("what_for",), ""),
    "pilot": Thing("Pilot", "route", "title", (), "stage"),
    "experiment": Thing("Experiment", "flask-conical", "title", ON_TRIAL, "trial"),
    "entry": Thing("Entry", "users", "text", TAKING_PART),
    "invitation": Thing("Invitation", "users", "text", ("audience", "taken_up")),
    "evidence": Thing("Finding", "eye", "text", (*FOUND, "challenged")),
    "insight": Thing("Insight", "eye", "text", ("revised",)),
    "assumption": Thing("Assumption", "eye", "text", ("risk", "tested")),
    "lesson": Thing("Lesson", "lightbulb", "text", (*LEARNED, "reused", "learned_by")),
    "practice": Thing("Practice", "lightbulb", "text", ("owner",)),
    "value": Thing("Value", "coins", "statement", WORTH),
    "conclusion": Thing("Conclusion", "flag", "text", POOLED),
    "review": Thing("Review", "flag", "starts", ("ends", "opened_by", "seen")),
    "decision": Thing("Decision", "flag", "verdict"),
    "person": Thing("Person", "users", "name", ("profile", "merged_into")),
}

LABELS = {
    "area": "Where in the work",
    "because": "Because",
    "cell": "In the outcome grid",
    "change": "We change",
    "confidence": "How sure, in percent",
    "confirmed": "Held elsewhere",
    "context": "Where it holds",
    "contradicted": "Did not hold elsewhere",
    "delight": "Delights, of 3",
    "direction": "Towards",
    "ends": "Up to",
    "instruct": "Instructs, of 3",
    "loop": "Learned about",
    "merged_into": "Is the same as",
    "mode": "How",
    "not_useful": "Said not to be useful",
    "outcome": "We expect",
    "owner": "Who sees to it",
    "person": "Who",
    "profile": "About them",
    "reused": "Built on",
    "seen": "Seen, up to position",
    "sha256": "SHA-256",
    "stakeholder": "About whom",
    "strength": "Strength, of 5",
    "summary": "What came of it",
    "uri": "Source",
    "useful": "Said to be useful",
    "whose": "Found by us or others",
}

DAYS = ("due", "ends_on", "revisit_on")
CHOSEN = (  # columns that hold words of ours, which are said in the reader's language
    "about", "area", "direction", "goal_type", "kind", "loop", "mode", "result", "risk", "severity",
    "stage", "stakeholder", "status", "trial", "verdict", "whose",
)  # fmt: skip  # a list


def name_of(kind: str, row: Mapping[Any, Any]) -> str:
    """Return what a thing is called, or else how somebody took part, or of which kind it is."""
    thing = THINGS[kind]
    title = str(row[thing.title] or "")
    if kind == "decision" and title:
        return say("Decided: {verdict}", verdict=say(title))
    return title or say(MODES.get(row.get("mode") or "", thing.name))


def label_of(column: str) -> str:
    """Return what a page calls a column."""
    return say(LABELS.get(column) or column.replace("_", " ").capitalize())


def in_words(column: str, kept: str) -> str:
    """Return what a column holds as pages say it; what a person wrote stays as it is."""
    if column == "cell":
        return square(kept)
    if column in DAYS:
        return date_in_words(kept)
    return say(kept) if column in CHOSEN else kept
