"""Which experiments each pilot has, and how each turned out."""

from collections.abc import Iterator

from sqlalchemy import Column, Index, String

from domain.facts.experiment import (
    ExperimentAbandoned,
    ExperimentEnded,
    ExperimentHypothesisAmended,
    ExperimentPlanned,
    ExperimentStarted,
)
from domain.kernel import Event
from domain.moments import stamp
from projections.changes import Begin, Change, Said
from projections.tables import Rollup, states

EXPERIMENTS = states(
    "experiments",
    Column("experiment", String, primary_key=True),
    Column("pilot", String),
    *(
        Column(name, String)
        for name in ("title", "change", "outcome", "because", "capability", "medium", "trial")
    ),
    Column("planned_at", String),
    Column("started_at", String),
    Column("ended_at", String),
    Column("result", String),
    Column("summary", String),
)
Index("experiments_of_pilot", EXPERIMENTS.c.pilot, EXPERIMENTS.c.planned_at)

TRIALS = Rollup("experiments_by_trial", EXPERIMENTS, by=("pilot", "trial"))


def project(event: Event) -> Iterator[Said]:
    """Give an experiment its next state; leave every other fact alone."""
    key = (event.originator_id,)
    at = stamp(event.occurred_at)
    match event.fact:
        case ExperimentPlanned() as fact:
            names = ("pilot", "title", "change", "outcome", "because", "capability", "medium")
            values = {name: getattr(fact, name) for name in names}
            yield Begin(EXPERIMENTS, key, values | {"trial": "planned", "planned_at": at})
        case ExperimentHypothesisAmended(field=field, new=new):
            yield Change(EXPERIMENTS, key, {field: new})
        case ExperimentStarted():
            yield Change(EXPERIMENTS, key, {"trial": "running", "started_at": at})
        case ExperimentEnded(result=result, summary=summary):
            told = {"trial": "ended", "ended_at": at, "result": result, "summary": summary}
            yield Change(EXPERIMENTS, key, told)
        case ExperimentAbandoned(reason=reason):
            told = {"trial": "abandoned", "ended_at": at, "summary": reason}
            yield Change(EXPERIMENTS, key, told)
        case _:
            pass
