"""Saying that an agreed change was made."""

import pytest
from msgspec.structs import asdict, replace

from domain.kernel.access import Asker
from domain.kernel.aggregate import Fact
from domain.kernel.errors import WrongStage
from domain.readiness import Readiness
from pilots.commands.readiness import AgreeChange, AssessReadiness, MakeChange
from tests.support.examples.talks import AGREED, ASSESSED, MADE, WAIVED
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


def test_an_agreed_change_is_made() -> None:
    given(Readiness, ASSESSED, AGREED).when(MADE).then_kept()


@pytest.mark.parametrize(
    "past",
    [
        (),
        (ASSESSED,),
        (ASSESSED, AGREED, MADE),
        (ASSESSED, AGREED, WAIVED),
        (ASSESSED, AGREED, ASSESSED),
        (replace(ASSESSED, area="roles"), replace(AGREED, area="roles")),
    ],
)
def test_a_change_is_agreed_first(past: tuple[Fact, ...]) -> None:
    given(Readiness, *past).when(MADE).then_refused(
        WrongStage, "No change is agreed for “Guidelines”. Agree on one", field="area"
    )


def test_what_shows_it_is_kept(platform: Platform, mere: Asker, pilot: str) -> None:
    ask(platform, mere, AssessReadiness(pilot=pilot, **asdict(ASSESSED)))
    agreed = replace(AGREED, owner=mere.person)
    ask(platform, mere, AgreeChange(pilot=pilot, **asdict(agreed)))

    made = ask(platform, mere, MakeChange(pilot=pilot, **asdict(MADE)))

    assert kept(platform, made) == [(MADE, (pilot,))]
