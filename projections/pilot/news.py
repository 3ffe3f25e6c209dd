"""What became known of pilots in a stretch of time, in a sentence or two for each."""

from collections.abc import Collection, Mapping
from typing import Any

from msgspec import Struct, json
from sqlalchemy import Connection, func, select

from domain.facts.decision import DecisionTaken
from domain.facts.experiment import ExperimentEnded, ExperimentStarted
from domain.facts.lesson import LessonLearned
from domain.facts.pilot_measures import PilotMeasurementTaken
from domain.facts.value import ValueDiscovered
from domain.kernel.messages import Message, say, say_many
from projections.engine.as_of import seen
from projections.models.experiments import EXPERIMENTS
from projections.models.timeline_facts import TIMELINE, lane_of
from projections.timeline.period import Period, within

TOLD = tuple(
    each.stored_as
    for each in (
        DecisionTaken,
        ExperimentEnded,
        ExperimentStarted,
        LessonLearned,
        PilotMeasurementTaken,
        ValueDiscovered,
    )
)
SENTENCES = 2  # of a pilot
VERDICTS = {
    "persevere": say("Decided: go on."),
    "pivot": say("Decided: change course."),
    "scale": say("Decided: grow."),
    "stop": say("Decided: stop."),
    "pause": say("Decided: pause."),
}


class Latest(Struct, frozen=True):
    """The newest fact of a name, and how many there are in the stretch."""

    amount: int
    stream: str
    data: Mapping[str, Any]


def news_of(
    db: Connection, stretch: Period, pilots: Collection[str]
) -> dict[str, tuple[Message, ...]]:
    """Return what is new of each pilot in a stretch: two sentences at most, what counts first."""
    latest = _latest(db, stretch, pilots)
    titles = _titles(db, stretch, [each for found in latest.values() for each in found.values()])
    return {pilot: _sentences(latest.get(pilot, {}), titles) for pilot in pilots}


def _latest(
    db: Connection, stretch: Period, pilots: Collection[str]
) -> dict[str, dict[str, Latest]]:
    columns = TIMELINE.c
    lanes = {lane_of(name.partition(".")[0]) for name in TOLD}
    key = columns.pilot, columns.name
    amounts = (
        select(*key, func.count().label("amount"), func.max(columns.position).label("last"))
        .where(columns.pilot.in_(list(pilots)), columns.lane.in_(sorted(lanes)))
        .where(columns.name.in_(TOLD), *within(stretch))
        .group_by(*key)
        .subquery()
    )
    query = select(*key, amounts.c.amount, columns.stream, columns.data).join_from(
        amounts,
        TIMELINE,
        (columns.position == amounts.c.last) & (columns.pilot == amounts.c.pilot),
    )
    found: dict[str, dict[str, Latest]] = {}
    for pilot, name, amount, stream, data in db.execute(query):
        found.setdefault(pilot, {})[name] = Latest(amount, stream, json.decode(data))
    return found


def _titles(db: Connection, stretch: Period, found: Collection[Latest]) -> dict[str, str]:
    """Return the titles of the experiments among the streams of what was found."""
    streams = [each.stream for each in found if each.stream.startswith("experiment-")]
    query = select(EXPERIMENTS.c.experiment, EXPERIMENTS.c.title).where(
        EXPERIMENTS.c.experiment.in_(streams), *seen(EXPERIMENTS, stretch.cut)
    )
    return dict(db.execute(query).all()) if streams else {}


def _sentences(latest: Mapping[str, Latest], titles: Mapping[str, str]) -> tuple[Message, ...]:
    news = []
    if decided := latest.get(DecisionTaken.stored_as):
        news.append(VERDICTS[decided.data["verdict"]])
    if ended := latest.get(ExperimentEnded.stored_as):
        news.append(_ended(ended, titles.get(ended.stream, "")))
    if learned := latest.get(LessonLearned.stored_as):
        news.append(say_many(learned.amount, "{n} lesson came.", "{n} lessons came."))
    if found := latest.get(ValueDiscovered.stored_as):
        news.append(say("Value found: {statement}", statement=found.data["statement"]))
    if started := latest.get(ExperimentStarted.stored_as):
        title = titles.get(started.stream, "")
        news.append(say("“{title}” has begun.", title=title))
    if measured := latest.get(PilotMeasurementTaken.stored_as):
        news.append(say_many(measured.amount, "{n} measurement came.", "{n} measurements came."))
    return tuple(news[:SENTENCES])


def _ended(ended: Latest, title: str) -> Message:
    match ended.data["result"]:
        case "supported":
            return say("“{title}” helped.", title=title)
        case "refuted":
            return say("“{title}” did not help.", title=title)
        case _:
            return say("“{title}” ended, and one cannot tell whether it helped.", title=title)
