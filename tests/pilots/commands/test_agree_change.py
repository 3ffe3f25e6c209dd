"""Agreeing what is to change in one area, by when and by whom."""

import pytest
from msgspec.structs import asdict, replace

from domain.kernel.access import Asker
from domain.kernel.aggregate import Fact
from domain.kernel.errors import WrongStage
from domain.readiness import Readiness
from pilots.commands.readiness import AgreeChange, AssessReadiness
from tests.support.examples.talks import AGREED, ASSESSED, WAIVED
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


@pytest.mark.parametrize("past", [(), (AGREED,), (WAIVED,)])
def test_a_change_is_agreed_once_it_is_known_what_is_missing(past: tuple[Fact, ...]) -> None:
    given(Readiness, ASSESSED, *past).when(AGREED).then_kept()


@pytest.mark.parametrize("past", [(), (replace(ASSESSED, area="roles"),)])
def test_an_area_is_assessed_first(past: tuple[Fact, ...]) -> None:
    given(Readiness, *past).when(AGREED).then_refused(
        WrongStage, "Say first how ready “Guidelines” is; then agree what has to", field="area"
    )


def test_change_owner_and_day_are_kept(
    platform: Platform, mere: Asker, rui: Asker, pilot: str
) -> None:
    ask(platform, mere, AssessReadiness(pilot=pilot, **asdict(ASSESSED)))
    agreed = replace(AGREED, owner=rui.person)

    told = ask(platform, mere, AgreeChange(pilot=pilot, **asdict(agreed)))

    assert kept(platform, told) == [(agreed, (pilot,))]
