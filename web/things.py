"""The kinds of thing that have a page: what each is called, and what its page says of it."""

from msgspec import Struct
from sqlalchemy import Table

from projections.conclusions import CONCLUSIONS
from projections.decisions import DECISIONS, REVIEWS
from projections.entries import ENTRIES
from projections.experiments import EXPERIMENTS
from projections.findings import ASSUMPTIONS, EVIDENCE, INSIGHTS
from projections.invitations import INVITATIONS
from projections.lessons import LESSONS
from projections.people import PEOPLE
from projections.pilots import PILOTS
from projections.practices import PRACTICES
from projections.programmes import PROGRAMMES
from projections.worth import VALUES


class Thing(Struct, frozen=True):
    """One kind of thing: its name, its icon, its table, and the columns its page shows.

    `title` is the column that says what it is called, `status` the one that says how it stands.
    """

    name: str
    icon: str
    table: Table
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
    "programme": Thing("Programme", "route", PROGRAMMES, "name", ("what_for",), ""),
    "pilot": Thing("Pilot", "route", PILOTS, "title", (), "stage"),
    "experiment": Thing("Experiment", "flask-conical", EXPERIMENTS, "title", ON_TRIAL, "trial"),
    "entry": Thing("Entry", "users", ENTRIES, "text", TAKING_PART),
    "invitation": Thing("Invitation", "users", INVITATIONS, "text", ("audience", "taken_up")),
    "evidence": Thing("Finding", "eye", EVIDENCE, "text", (*FOUND, "challenged")),
    "insight": Thing("Insight", "eye", INSIGHTS, "text", ("revised",)),
    "assumption": Thing("Assumption", "eye", ASSUMPTIONS, "text", ("risk", "tested")),
    "lesson": Thing("Lesson", "lightbulb", LESSONS, "text", (*LEARNED, "reused", "learned_by")),
    "practice": Thing("Practice", "lightbulb", PRACTICES, "text", ("owner",)),
    "value": Thing("Value", "coins", VALUES, "statement", WORTH),
    "conclusion": Thing("Conclusion", "flag", CONCLUSIONS, "text", POOLED),
    "review": Thing("Review", "flag", REVIEWS, "starts", ("ends", "opened_by", "seen")),
    "decision": Thing("Decision", "flag", DECISIONS, "verdict"),
    "person": Thing("Person", "users", PEOPLE, "name", ("profile", "merged_into")),
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


def label_of(column: str) -> str:
    """Return what a page calls a column."""
    return LABELS.get(column) or column.replace("_", " ").capitalize()
