"""Saying why one area need not change."""

import pytest
from msgspec.structs import asdict, replace

from domain.kernel.access import Asker
from domain.kernel.aggregate import Fact
from domain.kernel.errors import WrongStage
from domain.readiness import Readiness
from pilots.commands.readiness import WaiveReadiness
from tests.support.examples.talks import AGREED, ASSESSED, WAIVED
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


@pytest.mark.parametrize("past", [(), (ASSESSED,), (ASSESSED, AGREED), (WAIVED, ASSESSED)])
def test_an_area_need_not_change(past: tuple[Fact, ...]) -> None:
    given(Readiness, *past).when(WAIVED).then_kept()


def test_one_area_is_waived_once() -> None:
    given(Readiness, WAIVED).when(WAIVED).then_refused(
        WrongStage, "“Guidelines” is waived already", field="area"
    )


def test_another_area_is_another_matter() -> None:
    given(Readiness, WAIVED).when(replace(WAIVED, area="roles")).then_kept()


def test_the_reason_is_kept(platform: Platform, mere: Asker, pilot: str) -> None:
    waived = ask(platform, mere, WaiveReadiness(pilot=pilot, **asdict(WAIVED)))

    assert kept(platform, waived) == [(WAIVED, (pilot,))]
