"""Saying which kind of people is touched, and where in their work."""

import pytest
from msgspec.structs import replace

from domain.kernel.access import Asker
from domain.kernel.errors import WrongStage
from domain.pilot import Pilot
from pilots.commands.pilot_purpose import AddStakeholder
from tests.support.examples import CLOSED, PROPOSED
from tests.support.examples.pilots import CHARTER_STAYS, STAKEHOLDER
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


def test_a_kind_of_people_is_touched_in_an_area() -> None:
    given(Pilot, PROPOSED).when(STAKEHOLDER).then_kept()


@pytest.mark.parametrize("other", [{"area": "people"}, {"kind": "vendors"}], ids=str)
def test_another_square_is_another_stakeholder(other: dict[str, str]) -> None:
    given(Pilot, PROPOSED, STAKEHOLDER).when(replace(STAKEHOLDER, **other)).then_kept()


def test_a_square_is_listed_once() -> None:
    given(Pilot, PROPOSED, STAKEHOLDER).when(STAKEHOLDER).then_refused(
        WrongStage, "“Common garden” already lists partners in delivery", field="area"
    )


def test_a_closed_pilot_lists_nobody() -> None:
    given(Pilot, PROPOSED, CLOSED).when(STAKEHOLDER).then_refused(WrongStage, CHARTER_STAYS)


def test_kind_and_area_are_kept(platform: Platform, mere: Asker, pilot: str) -> None:
    wish = AddStakeholder(pilot=pilot, kind="partners", area="delivery")

    assert kept(platform, ask(platform, mere, wish)) == [(STAKEHOLDER, (pilot,))]
