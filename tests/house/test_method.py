"""Every row of the method says what it does, where that stands, and has a test marked with it."""

import re
from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest

from domain.rules import RULES
from domain.rules.rule import Warn
from domain.rules.steps import STEPS
from domain.rules.thresholds import DEFAULTS
from pilots.commands import COMMANDS
from pilots.gates import GATED
from web.aspects import ASPECTS
from web.method import METHOD, MethodRow

ROOT = Path(__file__).parents[2]
TEXTS = [
    file.read_text()
    for file in (ROOT / "tests").rglob("test_*.py")
    if file.parent != Path(__file__).parent
]
MARK = "@pytest.mark.row("
MARKED = re.compile(rf'{re.escape(MARK)}"([^"]+)"\)\ndef (test_\w+)\(')
TESTS = Counter(found.groups() for text in TEXTS for found in MARKED.finditer(text))
WARNS = [rule for rule in RULES if isinstance(rule, Warn)]
each_row = pytest.mark.parametrize("row", METHOD, ids=lambda row: row.id)


@each_row
def test_a_row_says_what_it_claims_and_does(row: MethodRow) -> None:
    assert re.fullmatch(r"[A-Z][^\n]*[.?]", str(row.claim))
    assert re.fullmatch(r"[A-Z][^\n]*\.", str(row.does))


@each_row
def test_a_row_has_a_place_in_the_code(row: MethodRow) -> None:
    assert row.places
    for place in row.places:
        file, _, name = place.partition(": ")
        assert (ROOT / file).is_file()
        told = vars(import_module(file.removesuffix(".py").replace("/", ".")))
        assert {name, f"_{name}"} & told.keys(), place


@each_row
def test_a_row_has_one_test_that_bears_its_name_and_is_marked_with_it(row: MethodRow) -> None:
    assert TESTS[row.id, row.test] == 1


def test_no_row_stands_twice_and_no_rule_and_no_view_stands_outside() -> None:
    ids = [row.id for row in METHOD]
    named = {rule.id for rule in RULES} | DEFAULTS.keys()
    named |= {rule for aspect in ASPECTS for view in aspect.views for rule in view.rows}
    assert len(ids) == len(set(ids)) == 81
    assert named <= set(ids)


def test_every_test_that_is_marked_with_a_row_belongs_to_one() -> None:
    assert {rule for rule, _ in TESTS} == {row.id for row in METHOD}


def test_each_mark_stands_right_above_a_test() -> None:
    assert TESTS.total() == sum(text.count(MARK) for text in TEXTS)


def test_rules_of_one_id_claim_the_same() -> None:
    assert len({(rule.id, rule.claim) for rule in RULES}) == len({rule.id for rule in RULES})


@pytest.mark.parametrize("rule", WARNS, ids=lambda rule: f"{rule.id} {rule.check.__name__}")
def test_what_a_warning_leads_to_is_a_command(rule: Warn) -> None:
    file = ROOT / f"{rule.check.__module__.replace('.', '/')}.py"
    named = re.findall(r'Next\(\s*"([a-z-]+)"', file.read_text())
    assert set(named) <= COMMANDS.keys()


def test_each_step_that_a_gate_stands_before_is_a_command_and_its_fact() -> None:
    assert {name: COMMANDS[name].records.stored_as for name in STEPS} == STEPS
    assert set(STEPS) == GATED
