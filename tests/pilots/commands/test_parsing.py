"""The door: raw fields become a command, or one sentence says which field is wrong."""

from math import inf, nan
from typing import Any

import pytest

from domain.kernel.errors import Refused
from pilots.commands import COMMANDS
from pilots.commands.parsing import read_command

DEEP: list[Any] = []
for _ in range(5000):
    DEEP = [DEEP]

NAMES = {
    "start-pilot": {"pilot": "pilot-garden"},
    "log-participation": {"pilot": "pilot-garden"},
    "correct-participation": {"entry": "entry-a", "reason": "Wrong."},
    "define-measure": {"pilot": "pilot-garden", "measure": "lent", "name": "Lent", "unit": "tools"},
    "open-programme": {"name": "Neighbours"},
    "learn-lesson": {"pilot": "pilot-garden", "text": "Begin."},
}
BAD = [
    ("open-programme", {"name": "x" * 201}, "name", "Name: write at most 200 characters."),
    ("open-programme", {"name": "x" * 1_000_000}, "name", "Name: write at most 200 characters."),
    ("learn-lesson", {"text": "x" * 1_000_000}, "text", "at most 10000 characters."),
    ("open-programme", {"name": ["x"]}, "name", "Name: "),
    ("open-programme", {"name": "Neigh\x00bours"}, "name", "NUL"),
    ("open-programme", {"name": "\udc80"}, "name", "half a character"),
    ("open-programme", {"name": DEEP}, "name", ""),
    ("open-programme", {"colour": "red"}, "colour", "Colour: there is no such field."),
    ("open-programme", {"command-id": "1"}, "command-id", "there is no such field."),
    ("start-pilot", {"pilot": "garden"}, "pilot", "Pilot: this is not written as it should be."),
    ("start-pilot", {"pilot": "pilot-" + "x" * 1_000_000}, "pilot", "Pilot: "),
    ("start-pilot", {"stake_hours": "-1"}, "stake_hours", "a number of at least 0 is needed."),
    ("start-pilot", {"stake_hours": "9" * 400}, "stake_hours", "a number of at most 1000000000"),
    ("start-pilot", {"stake_hours": "some"}, "stake_hours", "a whole number is needed."),
    ("start-pilot", {"stake_hours": 1.5}, "stake_hours", "a whole number is needed."),
    ("start-pilot", {"stake_hours": nan}, "stake_hours", "not NaN or infinity."),
    ("start-pilot", {"stake_hours": -inf}, "stake_hours", "not NaN or infinity."),
    ("start-pilot", {"stake_hours": "NaN"}, "stake_hours", "a whole number is needed."),
    ("start-pilot", {"stake_money": {"amount": "NaN", "currency": "NZD"}}, "stake_money", ""),
    ("start-pilot", {"stake_money": {"amount": nan, "currency": "NZD"}}, "stake_money", "NaN"),
    ("start-pilot", {"stake_money": {"currency": "NZD"}}, "stake_money", "this is needed."),
    ("start-pilot", {"ends_on": "soon"}, "ends_on", "write a day such as 2026-03-02."),
    ("start-pilot", {"ends_on": "2026-02-30"}, "ends_on", "write a day such as 2026-03-02."),
    ("start-pilot", {"occurred_at": "2026-03-02"}, "occurred_at", "When: write a time such as"),
    ("start-pilot", {"occurred_at": "2026-03-02T09:00"}, "occurred_at", "When: write a time"),
    ("start-pilot", {"zone": "Mars; DROP"}, "zone", "Zone: this is not written"),
    ("log-participation", {"mode": "sleep"}, "mode", "How: “sleep” is not one of the choices."),
    ("log-participation", {"mode": "don't"}, "mode", "How: “don't” is not one of the choices."),
    ("log-participation", {"mode": "x" * 1_000_000}, "mode", "is not one of the choices."),
    ("log-participation", {"stance": "7"}, "stance", "Stance: “7” is not one of the choices."),
    ("log-participation", {"guests": ["A"] * 51}, "guests", "New people: name at most 50."),
    ("log-participation", {"guests": ["A", ""]}, "guests", "New people: this is needed."),
    ("log-participation", {"guests": ["A", "\x00"]}, "guests", "NUL"),
    ("log-participation", {"guests": "Tui"}, "guests", "New people: "),
    ("log-participation", {"with": ["Ana"]}, "with", "With: this is not written"),
    ("correct-participation", {"changes": {"minutes": 0}}, "changes", "at least 1 is needed."),
    ("correct-participation", {"changes": {"person": "person-a"}}, "changes", "no such field."),
    ("correct-participation", {"changes": {"text": "\x00"}}, "changes", "NUL"),
    ("define-measure", {"measure": "Two Words"}, "measure", "Short key: this is not written"),
    ("define-measure", {"target": "1,5"}, "target", "It should become: this is not written"),
    ("define-measure", {"unit": "u" * 101}, "unit", "Unit: write at most 100 characters."),
]  # fmt: skip  # a table


IDS = [f"{number}-{bad[0]}-{bad[2]}" for number, bad in enumerate(BAD)]


@pytest.mark.parametrize(
    ("name", "spoiled", "field", "words"),
    BAD,
    ids=IDS,
)
def test_a_bad_field_is_told_in_one_short_sentence(
    name: str, spoiled: dict[str, Any], field: str, words: str
) -> None:
    with pytest.raises(Refused) as wrong:
        read_command(COMMANDS[name], NAMES[name] | spoiled)

    said = str(wrong.value)
    assert words in said
    assert said.endswith(".")
    assert len(said) < 300
    assert "`" not in said
    assert wrong.value.field.split(".")[0] == field
