"""Guessing, before, what a pilot will be worth."""

from msgspec.structs import asdict, replace

from domain.facts.value import ValueExpected
from domain.kernel.access import Asker
from domain.value import Value
from pilots.commands.value import ExpectValue
from tests.support.examples.findings import EXPECTED
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


def test_a_value_is_expected() -> None:
    given(Value).when(EXPECTED).then_kept()


def test_everything_said_about_it_is_kept(platform: Platform, mere: Asker, pilot: str) -> None:
    expected = replace(EXPECTED, pilot=pilot)

    guessed = ask(platform, mere, ExpectValue(**asdict(expected)))

    assert kept(platform, guessed) == [(expected, (pilot,))]


def test_a_guess_is_enough(platform: Platform, mere: Asker, pilot: str) -> None:
    guessed = ask(platform, mere, ExpectValue(pilot=pilot, statement="Less noise."))

    assert kept(platform, guessed) == [
        (ValueExpected(pilot=pilot, statement="Less noise."), (pilot,))
    ]
