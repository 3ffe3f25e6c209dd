"""Saying how ready one area is, and what is missing."""

import pytest
from msgspec.structs import asdict

from domain.kernel.access import Asker
from domain.kernel.aggregate import Fact
from domain.readiness import Readiness
from pilots.commands.readiness import AssessReadiness
from tests.support.examples.talks import AGREED, ASSESSED, MADE, WAIVED
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


@pytest.mark.parametrize("past", [(), (ASSESSED,), (ASSESSED, AGREED, MADE), (WAIVED,)])
def test_an_area_is_assessed_again_and_again(past: tuple[Fact, ...]) -> None:
    given(Readiness, *past).when(ASSESSED).then_kept()


def test_each_pilot_has_one_readiness(
    platform: Platform, mere: Asker, pilot: str, elsewhere: str
) -> None:
    here = AssessReadiness(pilot=pilot, **asdict(ASSESSED))
    there = AssessReadiness(pilot=elsewhere, **asdict(ASSESSED))

    first, second, third = (ask(platform, mere, wish) for wish in (here, here, there))

    assert kept(platform, first) == kept(platform, second) == [(ASSESSED, (pilot,))]
    assert kept(platform, third) == [(ASSESSED, (elsewhere,))]
    assert first.stream("readiness") == second.stream("readiness") != third.stream("readiness")
