"""What somebody logged in the last minutes, below the composer: to edit, to undo, to go on."""

from collections.abc import Sequence
from datetime import timedelta
from urllib.parse import urlencode

from msgspec import Struct, field

from domain.facts.lesson import LessonLearned
from domain.facts.participation import ParticipationLogged
from domain.kernel.aggregate import Fact
from domain.kernel.messages import Message, say
from domain.kernel.moments import stamp
from projections.engine.as_of import NOW
from projections.participation.duplicate_sessions import Session, same_session
from projections.participation.participants import companions_of
from projections.records.lookups import SOMEBODY, names_of
from projections.records.records import record
from projections.timeline.feed import latest
from web.composer.line.kind import kind_in
from web.http.last_saved import UNDO_WITHIN
from web.http.page import Part
from web.http.reading import Reading
from web.ui.describe import fact_of
from web.ui.feed_items import FeedItem, items_of

EDIT_WITHIN = timedelta(hours=1)  # in which nobody asks for a reason
LOGGED = ("participation.logged.v1", "lesson.learned.v1", "pilot.measurement-taken.v1")
LOOKED_AT = 30  # facts, the newest
SHOWN = 3


class Same(Struct, frozen=True):
    """An entry of somebody else that seems to tell the same."""

    entry: str
    who: Message | str
    text: str


class LoggedRow(Struct, kw_only=True):
    """One thing that was just logged, and what can be done with it."""

    item: FeedItem
    lesson: str = ""
    """What was learned with it, in one wish."""
    lessons: tuple[str, ...] = ()
    undo: str = ""
    edit: str = ""
    offers: Sequence[tuple[Message, str]] = ()
    """What its first word may have meant, each with the form that does it."""
    asks_how: bool = False
    """Whether something was tried that nothing measures."""
    same: Sequence[Same] = field(default_factory=list)


class JustLoggedPart(Part):
    """What whoever reads logged in the last ten minutes, newest first."""

    just_logged: Sequence[LoggedRow]


def just_logged(reading: Reading, pilot: str = "") -> JustLoggedPart:
    """Return what was just logged, in one pilot or in any."""
    if not reading.may_change:
        return JustLoggedPart(just_logged=())
    since = stamp(reading.now - UNDO_WITHIN)
    rows = [
        row
        for row in latest(reading.db, NOW, pilot=pilot, limit=LOOKED_AT)
        if row["by"] == reading.asker.person and row["known_from"] >= since
    ]
    logged = {row["position"]: row for row in rows if row["name"] in LOGGED}
    items, _ = items_of(reading.db, list(logged.values()), NOW, reading.asker)
    facts = {each: fact_of(row["name"], row["data"]) for each, row in logged.items()}
    found = [_row(item, facts[item.position]) for item in items if item.count == 1]
    found = _with_their_lessons(found, facts)[:SHOWN]
    if found and found[0].edit and not found[0].item.gone:
        found[0].same = _same(reading, found[0].item.stream)
    return JustLoggedPart(just_logged=found)


def _row(item: FeedItem, fact: Fact) -> LoggedRow:
    match fact:
        case ParticipationLogged():
            return LoggedRow(
                item=item,
                undo=f"/entries/{item.stream}/void",
                edit=f"/entries/{item.stream}/edit",
                offers=_offers(item, fact),
                asks_how=_said_first(fact) == "tried" and not item.experiment,
            )
        case LessonLearned():
            begin = f"/lessons/{item.stream}"
            return LoggedRow(item=item, undo=f"{begin}/void", edit=f"{begin}/correct")
        case _:
            return LoggedRow(item=item)


def _with_their_lessons(rows: list[LoggedRow], facts: dict[int, Fact]) -> list[LoggedRow]:
    """Let a lesson that was logged with an entry stand in its row."""
    entries = {row.item.stream: row for row in rows}
    kept = []
    for row in rows:
        fact = facts[row.item.position]
        entry = entries.get(next(iter(fact.because), "")) if _is_lesson(fact) else None  # type: ignore[attr-defined]  # lessons say why
        if entry is None or row.item.gone != entry.item.gone:
            kept.append(row)
        else:
            entry.lesson = str(row.item.title)
            entry.lessons = (*entry.lessons, row.item.stream)
    return kept


def _is_lesson(fact: Fact) -> bool:
    return isinstance(fact, LessonLearned)


def _said_first(fact: ParticipationLogged) -> str:
    read = kind_in(fact.text)
    return read.kind if read else ""


def _offers(item: FeedItem, fact: ParticipationLogged) -> list[tuple[Message, str]]:
    """Return the forms that make of an entry what its first word may have meant."""
    pilot = f"/pilots/{item.pilot}"
    match _said_first(fact):
        case "decided":
            asked = urlencode({"expected_effect": fact.text})
            return [(say("Make it a decision"), f"{pilot}/take-decision?{asked}")]
        case "saw" | "heard":
            asked = urlencode({"text": fact.text, "entries": item.stream})
            return [(say("Keep it as evidence"), f"{pilot}/gather-evidence?{asked}")]
        case "measured":
            return [(say("Say what is measured"), f"{pilot}/define-measure")]
        case _:
            return []


def _same(reading: Reading, entry: str) -> list[Same]:
    row = record(reading.db, NOW, "entry", entry)
    if row is None:
        return []
    along = companions_of(reading.db, [entry]).get(entry, set())
    ours = Session(row["pilot"], row["person"], along, row["text"], row["occurred_on"])
    rows = same_session(reading.db, ours, reading.now)
    names = names_of(reading.db, [each["person"] for each in rows], NOW)
    return [
        Same(each["entry"], names.get(each["person"]) or SOMEBODY, each["text"]) for each in rows
    ]
