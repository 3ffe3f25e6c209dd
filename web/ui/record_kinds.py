"""How a record is said: its name, the labels of its columns, and the words they hold."""

from collections.abc import Mapping
from typing import Any

from domain.decision import way
from domain.kernel.messages import Message, Text, say
from domain.kinds import KINDS
from web.i18n.formatting import capped, date_in_words, square
from web.ui.describe import MODES

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
    "time_zone": say("Days and weeks as in"),
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
    title = str(row[KINDS[kind].title] or "")
    if kind == "decision" and title:
        return say("Decided: {verdict}", verdict=way(title))
    return title or MODES.get(row.get("mode") or "", KINDS[kind].name)


def title_of_decision(verdict: str, effect: str) -> Text:
    """Return a decision in a line: what was decided, and what is expected of it."""
    if not verdict:
        return say("Verdicts given")
    decided = capped(way(verdict))
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
