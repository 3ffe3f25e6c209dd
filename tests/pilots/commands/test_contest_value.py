"""Doubting a value, which stays with the doubt beside it."""

import pytest

from domain.kernel.access import Asker
from domain.kernel.aggregate import Fact
from domain.value import Value
from pilots.commands.value import ContestValue
from tests.support.examples.findings import CONTESTED, DISCOVERED, EXPECTED
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


@pytest.mark.parametrize("first", [EXPECTED, DISCOVERED])
def test_a_value_is_doubted_for_a_reason(first: Fact) -> None:
    given(Value, first, CONTESTED).when(CONTESTED).then_kept()


def test_everybody_may_doubt_it(platform: Platform, rui: Asker, pilot: str, value: str) -> None:
    wish = ContestValue(value=value, reason=CONTESTED.reason)

    assert kept(platform, ask(platform, rui, wish)) == [(CONTESTED, (pilot,))]
