"""Keeping a value that was found, expected or not."""

from msgspec.structs import asdict, replace

from domain.kernel.access import Asker
from domain.value import Value
from pilots.commands.value import DiscoverValue
from tests.support.examples.findings import DISCOVERED
from tests.support.stories.builders import ask, open_gates
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


def test_a_value_nobody_expected_is_found() -> None:
    given(Value).when(DISCOVERED).then_kept()


def test_a_value_that_was_expected_names_the_guess(
    platform: Platform, mere: Asker, pilot: str, value: str, evidence: str
) -> None:
    open_gates(platform, mere, pilot)
    found = replace(DISCOVERED, pilot=pilot, expected=value, evidence=(evidence,))

    discovered = ask(platform, mere, DiscoverValue(**asdict(found)))

    assert kept(platform, discovered) == [(found, (pilot,))]
    assert discovered.stream("value") != value
