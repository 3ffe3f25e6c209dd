"""Where a thing came from and what came of it: both ways, over several steps, within bounds."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from domain.facts.decision import DecisionTaken
from domain.facts.evidence import EvidenceGathered, EvidenceLinked
from domain.facts.experiment import ExperimentPlanned
from domain.facts.lesson import LessonConfirmed, LessonLearned, LessonReused
from domain.kernel.aggregate import Event, Fact
from domain.kernel.fields import Seen
from projections.engine.as_of import NOW, Cut
from projections.learning.provenance import built_on, lineage_from
from tests.support.stories.telling import PILOT, happened, told

pytestmark = pytest.mark.both_engines

FOUND = EvidenceGathered(
    pilot=PILOT,
    kind="quote",
    strength=2,
    whose="own",
    text="It is slow.",
    experiment="experiment-a",
    entries=("entry-a",),
)
DECIDED = DecisionTaken(
    pilot=PILOT,
    verdict="scale",
    seen=Seen(position=7, root=""),
    expected_effect="More.",
    lessons=("lesson-a",),
)


def lesson(*because: str) -> LessonLearned:
    return LessonLearned(pilot=PILOT, loop="tool", text="Ask first.", because=because)


def planned(*lessons: str) -> ExperimentPlanned:
    return ExperimentPlanned(pilot=PILOT, title="One page", informed_by=lessons)


def engine_after(folder: Path, *facts: tuple[str, Fact]) -> Engine:
    events: list[Event] = [
        happened(stream, fact, position) for position, (stream, fact) in enumerate(facts, 1)
    ]
    return told(folder, events, "grounds", "marks")


def pairs(engine: Engine, thing: str, cut: Cut = NOW, *, back: bool) -> list[tuple[str, str]]:
    with engine.connect() as db:
        return [(tie.source, tie.outcome) for tie in lineage_from(db, cut, thing, back=back).ties]


STORY = (
    ("experiment-a", planned()),
    ("evidence-a", FOUND),
    ("lesson-a", lesson("evidence-a")),
    ("experiment-b", planned("lesson-a")),
    ("decision-a", DECIDED),
)


def test_a_decision_goes_back_to_the_experiment_it_all_began_with(tmp_path: Path) -> None:
    assert pairs(engine_after(tmp_path, *STORY), "decision-a", back=True) == [
        ("lesson-a", "decision-a"),
        ("evidence-a", "lesson-a"),
        ("entry-a", "evidence-a"),
        ("experiment-a", "evidence-a"),
    ]


def test_and_the_experiment_leads_on_to_all_that_came_of_it(tmp_path: Path) -> None:
    assert pairs(engine_after(tmp_path, *STORY), "experiment-a", back=False) == [
        ("experiment-a", "evidence-a"),
        ("evidence-a", "lesson-a"),
        ("lesson-a", "experiment-b"),
        ("lesson-a", "decision-a"),
    ]


def test_what_was_not_known_then_is_on_no_way(tmp_path: Path) -> None:
    engine = engine_after(tmp_path, *STORY)
    assert pairs(engine, "lesson-a", Cut(position=3), back=False) == []
    assert pairs(engine, "lesson-a", Cut(position=4), back=False) == [("lesson-a", "experiment-b")]


def test_a_reused_lesson_and_held_evidence_come_before_what_they_are_tied_to(
    tmp_path: Path,
) -> None:
    engine = engine_after(
        tmp_path,
        ("lesson-a", lesson()),
        ("lesson-a", LessonReused(experiment="experiment-b")),
        ("evidence-b", EvidenceLinked(target="lesson-a", stance="supports")),
        ("lesson-a", LessonConfirmed(pilot="pilot-other", evidence=("evidence-c",))),
    )
    assert pairs(engine, "lesson-a", back=False) == [("lesson-a", "experiment-b")]
    assert pairs(engine, "lesson-a", back=True) == [
        ("evidence-c", "lesson-a"),
        ("evidence-b", "lesson-a"),
    ]


def test_a_thing_that_leads_back_to_itself_ends_the_way(tmp_path: Path) -> None:
    engine = engine_after(
        tmp_path, ("lesson-a", lesson("lesson-b")), ("lesson-b", lesson("lesson-a"))
    )
    assert pairs(engine, "lesson-a", back=True) == [("lesson-b", "lesson-a")]


def test_how_many_experiments_build_on_a_lesson(tmp_path: Path) -> None:
    with engine_after(tmp_path, *STORY).connect() as db:
        assert built_on(db, NOW, "lesson-a") == 1
        assert built_on(db, NOW, "evidence-a") == 0
