"""What a page says about the thing just done, and how it is undone."""

from collections.abc import Sequence

from msgspec import Struct
from sqlalchemy import Connection

from domain.facts.lesson import LessonLearned, LessonVoided
from domain.facts.participation import ParticipationJoined, ParticipationLogged, ParticipationVoided
from domain.kernel.aggregate import Event
from domain.kernel.messages import Message, say
from projections.engine.as_of import NOW
from projections.timeline.feed import standing_of


class Toast(Struct):
    """One sentence, and where to send an undo, if it can be undone."""

    sentence: Message
    undo: str = ""
    lessons: tuple[str, ...] = ()


def toast_for(db: Connection, done: Sequence[Event], *, undoes: bool = True) -> Toast | None:
    """Return what to say about what was just done; nothing where nothing was.

    Without `undoes` it is undone elsewhere on the page.
    """
    if toast := _toast(db, done):
        return toast if undoes else Toast(toast.sentence)
    return None


def _toast(db: Connection, done: Sequence[Event]) -> Toast | None:
    if not done:
        return None
    event = done[-1]
    stream = event.originator_id
    stands = standing_of(db, [stream], NOW).get(stream, ("", ""))[0] != "voided"
    match event.fact:
        case ParticipationLogged() if stands:
            return Toast(say("Logged."), f"/entries/{stream}/void")
        case LessonLearned(because=(entry, *_)) if stands and entry.startswith("entry-"):
            return Toast(say("Logged, with a lesson."), f"/entries/{entry}/void", (stream,))
        case LessonLearned() if stands:
            return Toast(say("Lesson kept."), f"/lessons/{stream}/void")
        case ParticipationJoined():
            return Toast(say("You joined it."))
        case ParticipationVoided() | LessonVoided():
            return Toast(say("Taken back. The log keeps both."))
        case _:
            return Toast(say("Saved."))
