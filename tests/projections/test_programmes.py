"""The programmes: their names and reasons, and what is left alone."""

from pathlib import Path

import pytest

from domain.facts.programme import (
    ProgrammeGoalAdded,
    ProgrammeOpened,
    ProgrammeRenamed,
    ProgrammeRuleSet,
)
from domain.kernel import Fact
from projections import programmes
from projections.cut import Cut
from projections.programmes import PROGRAMMES
from tests.projections.telling import happened, in_order, rows, state, told

OURS = "programme-ours"
OPENED = ProgrammeOpened(name="Ours", what_for="To listen")


def test_an_opened_programme_stands_with_its_reason(tmp_path: Path) -> None:
    engine = told(tmp_path, in_order(OURS, OPENED))
    assert state(engine, PROGRAMMES) == {
        "programme": OURS,
        "name": "Ours",
        "what_for": "To listen",
    }


def test_a_renamed_programme_keeps_its_reason(tmp_path: Path) -> None:
    engine = told(tmp_path, in_order(OURS, OPENED, ProgrammeRenamed(name="All of ours")))
    found = state(engine, PROGRAMMES)
    assert (found["name"], found["what_for"]) == ("All of ours", "To listen")
    assert rows(engine, PROGRAMMES, Cut(position=1))[0]["name"] == "Ours"


@pytest.mark.parametrize(
    "fact",
    [
        ProgrammeRuleSet(rule="S001-one-question", severity="warn", reason="We are new."),
        ProgrammeGoalAdded(goal="listen", kind="mission", text="We listen."),
    ],
)
def test_what_programmes_leave_alone_says_nothing(fact: Fact) -> None:
    assert list(programmes.project(happened(OURS, fact))) == []
