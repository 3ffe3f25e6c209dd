"""Which experiments each pilot has, and how each turned out."""

from collections.abc import Iterator

from sqlalchemy import Column, Index, Integer, String

from domain.facts.experiment import (
    ExperimentAbandoned,
    ExperimentEffortLogged,
    ExperimentEnded,
    ExperimentHypothesisAmended,
    ExperimentPlanned,
    ExperimentStarted,
)
from domain.kernel.aggregate import Event
from domain.kernel.moments import stamp
from projections.engine.changes import Add, Begin, Change, TableChange
from projections.engine.from_fact import FromFact
from projections.engine.schema import Rollup, log, states

PLANNED = FromFact(
    ExperimentPlanned, "pilot", "title", "change", "outcome", "because", "capability", "medium"
)
ENDED = FromFact(ExperimentEnded, "result", "summary")

EXPERIMENTS = states(
    "experiments",
    Column("experiment", String, primary_key=True),
    *PLANNED.columns(),
    Column("measures", String),
    Column("trial", String),
    Column("planned_at", String),
    Column("started_at", String),
    Column("began_at", String),
    Column("ended_at", String),
    *ENDED.columns(),
)
Index("experiments_of_pilot", EXPERIMENTS.c.pilot, EXPERIMENTS.c.planned_at)

EFFORTS = log(
    "efforts",
    Column("experiment", String, primary_key=True),
    Column("pilot", String, nullable=False),
    Column("hours", Integer),
    Column("amount", String),
    Column("currency", String),
    Column("occurred_at", String, nullable=False),
)
Index("efforts_of_pilot", EFFORTS.c.pilot, EFFORTS.c.position)

TRIALS = Rollup("experiments_by_trial", EXPERIMENTS, by=("pilot", "trial"))


def project(event: Event) -> Iterator[TableChange]:
    """Give an experiment its next state; leave every other fact alone."""
    key = (event.originator_id,)
    at, known = stamp(event.occurred_at), stamp(event.recorded_at or event.occurred_at)
    match event.fact:
        case ExperimentPlanned() as fact:
            new = {"trial": "planned", "planned_at": at, "measures": " ".join(fact.measures)}
            yield Begin(EXPERIMENTS, key, PLANNED.values(fact) | new)
        case ExperimentHypothesisAmended(field=field, new=new):
            yield Change(EXPERIMENTS, key, {field: new})
        case ExperimentEffortLogged(hours=hours, money=money):
            spent = {"hours": hours, "amount": money and money.amount}
            spent |= {"currency": money and money.currency, "occurred_at": at}
            where = {"experiment": event.originator_id, "pilot": event.pilots[0]}
            yield Add(EFFORTS, where | spent)
        case ExperimentStarted():
            yield Change(
                EXPERIMENTS, key, {"trial": "running", "started_at": at, "began_at": known}
            )
        case ExperimentEnded() as fact:
            ended = {"trial": "ended", "ended_at": at}
            yield Change(EXPERIMENTS, key, ENDED.values(fact) | ended)
        case ExperimentAbandoned(reason=reason):
            ended = {"trial": "abandoned", "ended_at": at, "summary": reason}
            yield Change(EXPERIMENTS, key, ended)
        case _:
            pass
