"""A pilot says in one sentence whether it works."""

import pytest

from domain.result.headline import headline_of
from domain.result.measure import deciding
from domain.result.stage import is_silent, shown_stage
from tests.domain.result.test_measure import FIRST, measure

REACHED, OTHER = measure(taken=("34", "52")), measure("31", "18", ("17",))
STILL, AWAY = measure(taken=("22", "23")), measure(taken=("52", "12"))
NEW = measure()


@pytest.mark.parametrize(
    ("measures", "sentence"),
    [
        ([], "No measure yet."),
        ([NEW], "Not enough to say yet."),
        ([measure(None, "40")], "Not enough to say yet."),
        ([REACHED], "The target is reached."),
        ([REACHED, OTHER], "Both targets are reached."),
        ([REACHED, OTHER, REACHED], "All 3 targets are reached."),
        ([REACHED, STILL, AWAY], "1 of 3 targets is reached."),
        ([REACHED, OTHER, AWAY], "2 of 3 targets are reached."),
        ([measure(taken=("38",))], "On the way: 38 of 50."),
        ([measure("45", "10", ("11.5",))], "On the way: down to 11.5, target 10."),
        ([STILL], "Not moving since 2026-03-09."),
        ([AWAY], "Moving away from the target."),
        ([NEW, STILL], "Not moving since 2026-03-09."),
    ],
)
def test_the_measures_come_to_one_sentence(measures: list[object], sentence: str) -> None:
    assert str(headline_of(deciding(measures))) == sentence  # type: ignore[arg-type]  # of a table


@pytest.mark.parametrize(
    ("stage", "early", "silent", "shown"),
    [
        ("proposed", False, True, "proposed"),
        ("running", False, False, "running"),
        ("running", False, True, "ended_unknown"),
        ("paused", False, True, "paused"),
        ("closed", True, False, "stopped"),
        ("closed", False, True, "ended"),
        ("archived", True, False, "stopped"),
    ],
)
def test_a_stage_is_the_one_people_know(stage: str, early: bool, silent: bool, shown: str) -> None:  # noqa: FBT001  # of a table
    assert shown_stage(stage, ended_early=early, silent_import=silent) == shown


def test_an_import_is_silent_after_thirty_days() -> None:
    assert is_silent(None, FIRST)
    assert not is_silent(FIRST, FIRST.replace(day=31))
    assert is_silent(FIRST, FIRST.replace(month=4, day=2))
