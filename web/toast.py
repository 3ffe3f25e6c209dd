"""What a page says about the thing just done, and how it is undone."""

from datetime import timedelta

from msgspec import Struct
from sqlalchemy import Connection

from domain.access import Asker
from domain.facts.lesson import LessonLearned, LessonVoided
from domain.facts.participation import (
    ParticipationJoined,
    ParticipationLogged,
    ParticipationVoided,
)
from projections.cut import NOW
from projections.feed import standing_of
from web.bootstrap import Platform

UNDO_WITHIN = timedelta(minutes=10)


class Toast(Struct):
    """One sentence, and where to send an undo, if it can be undone."""

    sentence: str
    undo: str = ""
    lessons: tuple[str, ...] = ()


def toast_for(platform: Platform, db: Connection, position: int, asker: Asker) -> Toast | None:
    """Return what to say about the fact at a position, where the asker did it just now."""
    event = next(iter(platform.pilots.facts_after(position - 1, 1)), None)
    if event is None or event.recorded_at is None or event.by != asker.person:
        return None
    if platform.pilots.clock() - event.recorded_at > UNDO_WITHIN:
        return None
    stream = event.originator_id
    stands = standing_of(db, [stream], NOW).get(stream, ("", ""))[0] != "voided"
    match event.fact:
        case ParticipationLogged() if stands:
            return Toast("Logged.", f"/entries/{stream}/void")
        case LessonLearned(because=(entry, *_)) if stands and entry.startswith("entry-"):
            return Toast("Logged, with a lesson.", f"/entries/{entry}/void", (stream,))
        case LessonLearned() if stands:
            return Toast("Lesson kept.", f"/lessons/{stream}/void")
        case ParticipationJoined():
            return Toast("You joined it.")
        case ParticipationVoided() | LessonVoided():
            return Toast("Taken back. The log keeps both.")
        case _:
            return Toast("Saved.")
