"""What the door makes of good fields: the command they mean, in clean text."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from domain.kernel.errors import Invalid, Missing, Refused
from domain.kernel.fields import Money
from pilots.commands import COMMANDS
from pilots.commands.parsing import help_of, label_of, read_command
from pilots.commands.participation import CorrectParticipation, LogParticipation
from pilots.commands.pilot import ProposePilot, StartPilot


@pytest.mark.parametrize("empty", [{}, {"title": ""}, {"title": " \r\n\t"}])
def test_empty_counts_as_left_out(empty: dict[str, str]) -> None:
    with pytest.raises(Missing, match=r"^Title: this is needed\.$"):
        read_command(ProposePilot, empty)

    assert read_command(ProposePilot, {"title": "A", "accomplishment": "", "programme": " "}) == (
        ProposePilot(title="A")
    )


def test_a_field_may_be_emptied_by_a_correction() -> None:
    raw = {"entry": "entry-a", "reason": "Private.", "changes": {"text": "", "minutes": None}}

    read = read_command(CorrectParticipation, raw)

    assert isinstance(read, CorrectParticipation)
    assert (read.changes.text, read.changes.minutes) == ("", None)


def test_text_is_kept_in_one_form_of_unicode() -> None:
    raw = {"title": "  Ta\u0304maki\r\nhui ", "accomplishment": "\u212b"}

    assert read_command(ProposePilot, raw) == ProposePilot(
        title="T\u0101maki\nhui", accomplishment="\u00c5"
    )


def test_what_a_form_sends_as_text_becomes_what_it_means() -> None:
    raw = {
        "pilot": "pilot-garden",
        "stake_hours": "40",
        "stake_money": {"amount": "12.50", "currency": "NZD"},
        "ends_on": "2026-09-30",
        "occurred_at": "2026-03-02T09:00:00Z",
    }

    assert read_command(StartPilot, raw) == StartPilot(
        pilot="pilot-garden",
        stake_hours=40,
        stake_money=Money(amount="12.50", currency="NZD"),
        ends_on=date(2026, 9, 30),
        occurred_at=datetime(2026, 3, 2, 9, tzinfo=UTC),
    )


@pytest.mark.parametrize("kind", COMMANDS.values(), ids=list(COMMANDS))
def test_every_command_can_be_asked_for_through_the_door(kind: Any) -> None:
    with pytest.raises(Refused) as wrong:
        read_command(kind, {"no_such_field": "x"})

    assert isinstance(wrong.value, Missing | Invalid)


def test_a_form_calls_fields_by_their_titles() -> None:
    assert str(label_of(LogParticipation, "mode")) == "How"
    assert str(label_of(LogParticipation, "zone")) == "Zone"
    assert help_of(LogParticipation.__annotations__["person"]) == "Yourself, if left empty."
