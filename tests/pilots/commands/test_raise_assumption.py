"""Saying what is taken for true though nobody has tested it."""

from msgspec.structs import replace

from domain.insight import Assumption
from domain.kernel.access import Asker
from pilots.commands.insight import RaiseAssumption
from tests.support.examples.findings import RAISED
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


def test_something_is_taken_for_true() -> None:
    given(Assumption).when(RAISED).then_kept()


def test_the_risk_is_medium_unless_it_is_said(platform: Platform, mere: Asker, pilot: str) -> None:
    wishes = [
        RaiseAssumption(pilot=pilot, text=RAISED.text),
        RaiseAssumption(pilot=pilot, text=RAISED.text, risk="high"),
    ]

    unsaid, said = (kept(platform, ask(platform, mere, wish)) for wish in wishes)

    raised = replace(RAISED, pilot=pilot)
    assert unsaid == [(replace(raised, risk="medium"), (pilot,))]
    assert said == [(raised, (pilot,))]
