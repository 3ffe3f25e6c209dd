"""What the API calls things stays: the outside relies on each of these names.

`names.json` is the list. A name that is new is added to it; one that is gone is a fault.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.pages.browser import Browser, pilots_of
from web.aspects import ASPECTS

KEPT = json.loads(Path(__file__).with_name("names.json").read_text())
READS = (
    "/api/v1/pilots",
    "/api/v1/people",
    "/api/v1/value",
    "/api/v1/review",
    "/api/v1/events",
    "/api/v1/lessons/alike?q=board",
    "/api/v1/pilots/{pilot}",
    "/api/v1/pilots/{pilot}/timeline",
    *(f"/api/v1/pilots/{{pilot}}/aspects/{aspect.slug}" for aspect in ASPECTS),
)
FACT = "data"  # names of a fact's own are kept by docs/events.md


def names_in(told: Any, at: str = "") -> Iterator[str]:
    if isinstance(told, dict):
        for name, value in told.items():
            path = f"{at}.{name}".lstrip(".")
            yield path
            if name != FACT:
                yield from names_in(value, path)
    elif isinstance(told, list):
        for each in told:
            yield from names_in(each, f"{at}[]")


@pytest.mark.parametrize("path", READS)
def test_an_answer_calls_things_as_it_always_did(filled: Browser, path: str) -> None:
    pilots = pilots_of(filled) if "{pilot}" in path else [""]
    answers = [filled.get(path.format(pilot=pilot)).json() for pilot in pilots]

    assert sorted({name for each in answers for name in names_in(each)}) == KEPT[path]
