"""The catalogue: every fact listed once, in a sentence, and a schema that means it."""

import re
from inspect import getdoc
from typing import Any

import pytest
from jsonschema_rs import Draft202012Validator

from domain.catalogue import catalogue, json_schema
from domain.facts import FAMILIES
from domain.kernel.aggregate import FACTS, UPCASTS, Fact
from domain.kernel.prose import prose_paths
from tests.upgrades.frozen import frozen_lines

VALIDATOR = Draft202012Validator(json_schema())
TODAY = [fact for fact in FACTS.values() if fact not in UPCASTS]
LINE = next(line for line in frozen_lines() if line["name"] == "participation.logged.v1")


@pytest.mark.parametrize("fact", FACTS.values(), ids=list(FACTS))
def test_a_fact_is_told_in_one_sentence(fact: type[Fact]) -> None:
    assert re.fullmatch(r"[A-Z][^.\n|]*\.", str(getdoc(fact)))


@pytest.mark.parametrize("fact", FACTS.values(), ids=list(FACTS))
def test_a_fact_is_stored_by_the_name_of_its_class(fact: type[Fact]) -> None:
    words, _, version = fact.stored_as.rpartition(".v")

    assert version.isdigit()
    assert re.fullmatch(r"[a-z]+\.[a-z]+(-[a-z]+)*", words)
    assert re.sub(r"[.-]", "", words) == fact.__name__.lower()


def test_every_fact_has_one_row_in_its_family() -> None:
    page = catalogue()
    rows = re.findall(r"^\| `([a-z.-]+\.v\d+)` \|", page, re.MULTILINE)

    assert sorted(rows) == sorted(fact.stored_as for fact in TODAY)
    assert page.count("\n## ") == len(FAMILIES)
    assert f"{len(TODAY)} facts" in page


@pytest.mark.parametrize("fact", TODAY, ids=lambda fact: fact.stored_as)
def test_prose_stands_in_italics_and_nothing_else_does(fact: type[Fact]) -> None:
    (row,) = (line for line in catalogue().splitlines() if f"`{fact.stored_as}`" in line)

    carries = row.rstrip(" |").rpartition(" | ")[2]

    assert set(re.findall(r"\*([\w]+)\*", carries)) == {path[0] for path in prose_paths(fact)}
    assert re.findall(r"[*`](\w+)[*`]", carries) == list(fact.__struct_encode_fields__)


@pytest.mark.parametrize("line", frozen_lines(), ids=lambda line: f"{line['name']}-{line['id']}")
def test_every_example_line_validates(line: dict[str, Any]) -> None:
    VALIDATOR.validate(line)


SPOILED = {
    "of an unknown name": LINE | {"name": "os.system.v1"},
    "of another fact": LINE | {"name": "pilot.closed.v1"},
    "nowhere": LINE | {"position": 0},
    "salted too little": LINE | {"salt": "short"},
    "with a field too many": LINE | {"more": 1},
    "without data": {key: value for key, value in LINE.items() if key != "data"},
    "whose data says too much": LINE | {"data": LINE["data"] | {"more": 1}},
    "whose data is no choice": LINE | {"data": LINE["data"] | {"mode": "sleep"}},
    "whose data is no id": LINE | {"data": LINE["data"] | {"pilot": "garden"}},
    "whose data is too long": LINE | {"data": LINE["data"] | {"text": "x" * 10_001}},
}


@pytest.mark.parametrize("line", SPOILED.values(), ids=list(SPOILED))
def test_the_schema_refuses_a_line(line: dict[str, Any]) -> None:
    assert VALIDATOR.is_valid(LINE)
    assert not VALIDATOR.is_valid(line)
