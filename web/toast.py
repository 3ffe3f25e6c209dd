"""What a page says about the thing just done, and how it is undone."""

from datetime import datetime, timedelta

from msgspec import Struct
from sqlalchemy import Connection

from domain.access import Asker
from domain.facts.lesson import LessonLearned, LessonVoided
from domain.facts.participation import ParticipationLogged, ParticipationVoided
from domain.moments import moment_of
from projections.cut import NOW
from projections.feed import fact_at, standing_of
from web.telling import fact_of

UNDO_WITHIN = timedelta(minutes=10)


class Toast(Struct):
    """One sentence, and where to send an undo, if it can be undone."""

    sentence: str
    undo: str = ""
    lessons: tuple[str, ...] = ()


def toast_for(db: Connection, position: int, asker: Asker, now: datetime) -> Toast | None:
    """Return what to say about the fact at a position, where the asker did it just now."""
    row = fact_at(db, position)
    if row is None or row["by"] != asker.person:
        return None
    if now - moment_of(row["known_from"]) > UNDO_WITHIN:
        return None
    stands = standing_of(db, [row["stream"]], NOW).get(row["stream"], ("", ""))[0] != "voided"
    match fact_of(row["name"], row["data"]):
        case ParticipationLogged() if stands:
            return Toast("Logged.", f"/entries/{row['stream']}/void")
        case LessonLearned(because=(entry, *_)) if stands and entry.startswith("entry-"):
            return Toast("Logged, with a lesson.", f"/entries/{entry}/void", (row["stream"],))
        case LessonLearned() if stands:
            return Toast("Lesson kept.", f"/lessons/{row['stream']}/void")
        case ParticipationVoided() | LessonVoided():
            return Toast("Taken back. The log keeps both.")
        case _:
            return Toast("Saved.")
