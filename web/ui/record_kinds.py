"""The kinds of thing that have a page: what each is called, and what its page says of it."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from domain.kernel.messages import Message, Text, say
from web.i18n.formatting import capped, date_in_words, square
from web.ui.describe import MODES


class Thing(Struct, frozen=True):
    """One kind of thing: its name, its icon, and the columns its page shows.

    `title` is the column that says what it is called, `status` the one that says how it stands.
    """

    name: Message
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
    "programme": Thing(say("Programme"), "route", "name", ("what_for",), ""),
    "pilot": Thing(say("Pilot"), "route", "title", (), "stage"),
    "experiment": Thing(say("Experiment"), "flask-conical", "title", ON_TRIAL, "trial"),
    "entry": Thing(say("Entry"), "users", "text", TAKING_PART),
    "invitation": Thing(say("Invitation"), "users", "text", ("audience", "taken_up")),
    "evidence": Thing(say("Finding"), "eye", "text", (*FOUND, "challenged")),
    "insight": Thing(say("Insight"), "eye", "text", ("revised",)),
    "assumption": Thing(say("Assumption"), "eye", "text", ("risk", "tested")),
    "lesson": Thing(say("Lesson"), "lightbulb", "text", (*LEARNED, "reused", "learned_by")),
    "practice": Thing(say("Practice"), "lightbulb", "text", ("owner",)),
    "value": Thing(say("Value"), "coins", "statement", WORTH),
    "conclusion": Thing(say("Conclusion"), "flag", "text", POOLED),
    "review": Thing(say("Review"), "flag", "starts", ("ends", "opened_by", "seen")),
    "decision": Thing(say("Decision"), "flag", "verdict"),
    "person": Thing(say("Person"), "users", "name", ("profile", "merged_into")),
}

LABELS = {
    "area": say("Where in the work"),
    "because": say("Because"),
    "cell": say("In the outcome grid"),
    "change": say("We change"),
    "confidence": say("How sure, in percent"),
    "confirmed": say("Held elsewhere"),
    "context": say("Where it holds"),
    "contradicted": say("Did not hold elsewhere"),
    "delight": say("Delights, of 3"),
    "direction": say("Towards"),
    "ends": say("Up to"),
    "instruct": say("Instructs, of 3"),
    "loop": say("Learned about"),
    "merged_into": say("Is the same as"),
    "mode": say("How"),
    "not_useful": say("Said not to be useful"),
    "outcome": say("We expect"),
    "owner": say("Who sees to it"),
    "person": say("Who"),
    "profile": say("About them"),
    "reused": say("Built on"),
    "seen": say("Seen, up to position"),
    "sha256": say("SHA-256"),
    "stakeholder": say("About whom"),
    "strength": say("Strength, of 5"),
    "summary": say("What came of it"),
    "uri": say("Source"),
    "useful": say("Said to be useful"),
    "whose": say("Found by us or others"),
}

DAYS = ("due", "ends_on", "revisit_on")
CHOSEN = (  # columns that hold words of ours, which are said in the reader's language
    "about", "area", "direction", "goal_type", "kind", "loop", "mode", "result", "risk", "severity",
    "stage", "stakeholder", "status", "trial", "verdict", "whose",
)  # fmt: skip  # a list


def name_of(kind: str, row: Mapping[Any, Any]) -> Text:
    """Return what a thing is called, or else how somebody took part, or of which kind it is."""
    thing = THINGS[kind]
    title = str(row[thing.title] or "")
    if kind == "decision" and title:
        return say("Decided: {verdict}", verdict=say(title))
    return title or MODES.get(row.get("mode") or "", thing.name)


def title_of_decision(verdict: str, effect: str) -> Text:
    """Return a decision in a line: what was decided, and what is expected of it."""
    if not verdict:
        return say("Verdicts given")
    decided = capped(say(verdict))
    return say("{verdict}: {effect}", verdict=decided, effect=effect) if effect else decided


def label_of(column: str) -> Message:
    """Return what a page calls a column."""
    return LABELS.get(column) or say(column.replace("_", " ").capitalize())


def in_words(column: str, kept: str) -> Text:
    """Return what a column holds as pages say it; what a person wrote stays as it is."""
    if column == "cell":
        return square(kept)
    if column in DAYS:
        return date_in_words(kept)
    return say(kept) if column in CHOSEN else kept
