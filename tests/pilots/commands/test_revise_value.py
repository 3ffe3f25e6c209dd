"""Saying a value anew, with what it said before."""

from msgspec.structs import replace

from domain.facts.value import ValueRevised
from domain.kernel.access import Asker
from domain.kernel.errors import WrongStage
from domain.value import Value
from pilots.commands.value import ReviseValue
from tests.support.examples.findings import CONTESTED, DISCOVERED, EXPECTED, REVALUED
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


def revise(value: Value) -> None:
    value.record(value.revised(REVALUED.new, REVALUED.reason))


def test_a_value_is_said_anew() -> None:
    given(Value, EXPECTED).when_asked(revise).then(REVALUED)


def test_what_was_found_is_said_anew_too() -> None:
    said = replace(REVALUED, old=DISCOVERED.statement)

    given(Value, DISCOVERED).when_asked(revise).then(said)


def test_it_goes_on_from_what_was_said_last() -> None:
    back = ValueRevised(old=REVALUED.new, new=EXPECTED.statement, reason="He sold it.")

    given(Value, EXPECTED, CONTESTED, REVALUED).when(back).then_kept()


def test_what_it_says_already_is_no_change() -> None:
    given(Value, EXPECTED, REVALUED).when_asked(revise).then_refused(
        WrongStage, "That is what it already says. Change it", field="new"
    )


def test_old_and_new_are_kept(platform: Platform, mere: Asker, pilot: str, value: str) -> None:
    wish = ReviseValue(value=value, new=REVALUED.new, reason=REVALUED.reason)

    assert kept(platform, ask(platform, mere, wish)) == [(REVALUED, (pilot,))]
