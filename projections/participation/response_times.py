"""How soon somebody else responds to what was said, and which questions wait for an answer."""

from datetime import datetime
from statistics import median

from msgspec import Struct, field
from sqlalchemy import Connection, ScalarSelect, func, select

from domain.kernel.moments import moment_of, stamp
from domain.metrics import exchange
from domain.metrics.metric import Figure
from domain.rules.known import Question
from projections.engine.as_of import Cut, counted
from projections.models.entries import COUNTED, ENTRIES, PARTICIPATION
from projections.participation.activity import ASKED, counting, differ, unanswered_before

OPEN_TO_RESPONSE = ("contribute", "ask")
ENTRIES_LOOKED_AT = 2000  # contributions and questions a median is taken over
QUEUE = 20
HOUR = 3600


class Response(Struct, frozen=True, kw_only=True):
    """How many contributions and questions somebody else responded to, and how soon."""

    entries: Figure = field(name="said")
    count: Figure
    share: Figure
    median_hours: Figure


class Waiting(Struct, frozen=True):
    """A question nobody else has answered, and how many hours it has waited."""

    entry: str
    text: str
    asked_at: datetime
    hours: float


class Answers(Struct, frozen=True, kw_only=True):
    """How a pilot answers: its questions, those that wait, and how soon one gets a response."""

    asked: Figure
    waiting: Figure
    share_answered: Figure
    queue: tuple[Waiting, ...]
    """The questions that have waited longest, at most 20."""
    response: Response


def answers(db: Connection, cut: Cut, pilot: str, moment: datetime) -> Answers:
    """Return what was asked in a pilot up to a moment, what of it waits, and how soon it goes."""
    modes = counted(PARTICIPATION, cut, ("mode",), pilot=pilot, mode=ASKED, status=COUNTED)
    asked = sum(amount for _, amount in db.execute(modes))
    waiting = _count_waiting(db, cut, pilot)
    queue = tuple(
        _waiting(each, moment) for each in unanswered_before(db, cut, pilot, moment, QUEUE)
    )
    return Answers(
        asked=exchange.QUESTIONS.counts(asked),
        waiting=exchange.UNANSWERED.counts(waiting),
        share_answered=exchange.ANSWERED_SHARE.share(asked - waiting, asked),
        queue=queue,
        response=hours_to_first_response(db, cut, pilot),
    )


def hours_to_first_response(
    db: Connection, cut: Cut, pilot: str, medium: str | None = None
) -> Response:
    """Return how many contributions and questions got a response, and after how many hours.

    A response is an entry to what was said, by somebody else, and not before it. `medium` keeps
    to what was said in one medium.
    """
    conditions = [
        ENTRIES.c.pilot == pilot,
        ENTRIES.c.mode.in_(OPEN_TO_RESPONSE),
        *([ENTRIES.c.medium == medium] if medium else []),
        *counting(cut),
    ]
    asked_at = select(ENTRIES.c.occurred_at, _first_response(cut).label("first")).where(*conditions)
    rows = db.execute(
        asked_at.order_by(ENTRIES.c.occurred_at.desc()).limit(ENTRIES_LOOKED_AT)
    ).all()
    waits = [_hours(at, first) for at, first in rows if first]
    return Response(
        entries=exchange.OPEN_ENTRIES.counts(len(rows)),
        count=exchange.RESPONSES.counts(len(waits)),
        share=exchange.RESPONSE_SHARE.share(len(waits), len(rows)),
        median_hours=exchange.RESPONSE_HOURS.over(median(waits) if waits else None, len(waits)),
    )


def _first_response(cut: Cut) -> ScalarSelect[str]:
    reply = ENTRIES.alias("reply")
    to_it = reply.c.to == ENTRIES.c.entry, reply.c.occurred_at >= ENTRIES.c.occurred_at
    by_another = differ(reply.c.person, ENTRIES.c.person, cut)
    first = select(reply.c.occurred_at).where(*to_it, by_another, *counting(cut, reply))
    return first.order_by(reply.c.occurred_at).limit(1).scalar_subquery()


def _count_waiting(db: Connection, cut: Cut, pilot: str) -> int:
    reply = ENTRIES.alias("reply")
    by_another = differ(reply.c.person, ENTRIES.c.person, cut)
    answered = select(reply.c.entry).where(
        reply.c.to == ENTRIES.c.entry, by_another, *counting(cut, reply)
    )
    asked = ENTRIES.c.pilot == pilot, ENTRIES.c.mode.in_(ASKED), ~answered.exists()
    return db.scalar(select(func.count()).select_from(ENTRIES).where(*asked, *counting(cut))) or 0


def _waiting(question: Question, moment: datetime) -> Waiting:
    hours = _hours(stamp(question.occurred_at), stamp(moment))
    return Waiting(question.entry, question.text, question.occurred_at, hours)


def _hours(start: str, end: str) -> float:
    return (moment_of(end) - moment_of(start)).total_seconds() / HOUR
