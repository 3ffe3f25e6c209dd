"""The experiments: from plan to result, and what they leave alone."""

from pathlib import Path

import pytest

from domain.facts.experiment import (
    ExperimentAbandoned,
    ExperimentEffortLogged,
    ExperimentEnded,
    ExperimentHypothesisAmended,
    ExperimentPlanned,
    ExperimentStarted,
)
from domain.kernel.aggregate import Fact
from domain.kernel.fields import Money
from projections.engine.as_of import Cut, counted
from projections.engine.changes import Add
from projections.models import experiments
from projections.models.experiments import EFFORTS, EXPERIMENTS, TRIALS
from tests.support.stories.telling import PILOT, counts, happened, in_order, rows, state, told

pytestmark = pytest.mark.both_engines

IDEA = "experiment-idea"
PLANNED = ExperimentPlanned(
    pilot=PILOT, title="Weekly minutes", change="Write them together", outcome="Fewer questions"
)
AT = "2026-03-02T09:0{}:00.000000Z"


def test_a_planned_experiment_stands_with_its_hypothesis(tmp_path: Path) -> None:
    found = state(told(tmp_path, in_order(IDEA, PLANNED)), EXPERIMENTS)
    assert {key: value for key, value in found.items() if value is not None} == {
        "experiment": IDEA,
        "pilot": PILOT,
        "title": "Weekly minutes",
        "change": "Write them together",
        "outcome": "Fewer questions",
        "measures": "",
        "trial": "planned",
        "planned_at": AT.format(1),
    }


def test_an_amended_hypothesis_changes_only_the_part_it_names(tmp_path: Path) -> None:
    amended = ExperimentHypothesisAmended(field="outcome", new="More answers", reason="Clearer.")
    engine = told(tmp_path, in_order(IDEA, PLANNED, amended))
    now, before = rows(engine, EXPERIMENTS)[0], rows(engine, EXPERIMENTS, Cut(position=1))[0]
    assert {key for key in now if now[key] != before[key]} == {"outcome", "position", "known_from"}
    assert now["outcome"] == "More answers"


@pytest.mark.parametrize(
    ("last", "trial", "result", "summary"),
    [
        (ExperimentEnded(result="refuted", summary="No change."), "ended", "refuted", "No change."),
        (ExperimentAbandoned(reason="No time."), "abandoned", None, "No time."),
    ],
)
def test_an_experiment_ends_with_what_came_of_it(
    tmp_path: Path, last: Fact, trial: str, result: str | None, summary: str
) -> None:
    found = state(told(tmp_path, in_order(IDEA, PLANNED, ExperimentStarted(), last)), EXPERIMENTS)
    told_of = {key: found[key] for key in ("trial", "started_at", "ended_at", "result", "summary")}
    assert told_of == {
        "trial": trial,
        "started_at": AT.format(2),
        "ended_at": AT.format(3),
        "result": result,
        "summary": summary,
    }


def test_experiments_are_counted_by_trial(tmp_path: Path) -> None:
    events = [*in_order(IDEA, PLANNED, ExperimentStarted()), happened("experiment-b", PLANNED, 3)]
    with told(tmp_path, events).connect() as db:
        now = counts(db, counted(TRIALS, Cut(), ("trial",), pilot=PILOT))
        then = counts(db, counted(TRIALS, Cut(position=1), ("trial",), pilot=PILOT))
        elsewhere = counts(db, counted(TRIALS, Cut(), ("trial",), pilot="pilot-other"))
    assert now == {("planned",): 1, ("running",): 1}
    assert then == {("planned",): 1}
    assert not elsewhere


def test_effort_is_kept_beside_what_it_went_into() -> None:
    spent = ExperimentEffortLogged(hours=3, money=Money(amount="12.50", currency="EUR"))
    (added,) = experiments.project(happened(IDEA, spent))
    assert isinstance(added, Add)
    assert added.table is EFFORTS
    said = {"hours": 3, "amount": "12.50", "currency": "EUR"}
    assert added.values.items() >= (said | {"experiment": IDEA, "pilot": PILOT}).items()
