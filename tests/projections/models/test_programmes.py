"""The programmes: their names and reasons, and what is left alone."""

from pathlib import Path

import pytest

from domain.facts.programme import (
    ProgrammeGoalAdded,
    ProgrammeOpened,
    ProgrammeRenamed,
    ProgrammeRuleSet,
)
from projections.engine.as_of import Cut
from projections.models.programmes import GOALS, PROGRAMMES, RULES
from tests.support.stories.telling import in_order, rows, state, told

pytestmark = pytest.mark.both_engines

OURS = "programme-ours"
OPENED = ProgrammeOpened(name="Ours", what_for="To listen")


def test_an_opened_programme_stands_with_its_reason(tmp_path: Path) -> None:
    engine = told(tmp_path, in_order(OURS, OPENED))
    assert state(engine, PROGRAMMES) == {
        "programme": OURS,
        "name": "Ours",
        "what_for": "To listen",
        "time_zone": None,
    }


def test_a_renamed_programme_keeps_its_reason(tmp_path: Path) -> None:
    engine = told(tmp_path, in_order(OURS, OPENED, ProgrammeRenamed(name="All of ours")))
    found = state(engine, PROGRAMMES)
    assert (found["name"], found["what_for"]) == ("All of ours", "To listen")
    assert rows(engine, PROGRAMMES, Cut(position=1))[0]["name"] == "Ours"


def test_goals_hang_below_each_other_and_rules_stand_as_set_last(tmp_path: Path) -> None:
    facts = [
        OPENED,
        ProgrammeGoalAdded(goal="listen", kind="mission", text="We listen."),
        ProgrammeGoalAdded(goal="calls", parent="listen", kind="goal", text="All calls."),
        ProgrammeRuleSet(rule="S001-x", severity="warn", threshold=3, reason="We are new."),
        ProgrammeRuleSet(rule="S001-x", severity="gate", reason="We have learned."),
    ]
    engine = told(tmp_path, in_order(OURS, *facts))
    assert [(row["goal"], row["parent"]) for row in rows(engine, GOALS)] == [
        ("calls", "listen"),
        ("listen", None),
    ]
    rule = state(engine, RULES)
    assert (rule["severity"], rule["threshold"]) == ("gate", None)
    assert rows(engine, RULES, Cut(position=4))[0]["threshold"] == 3
