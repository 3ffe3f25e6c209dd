"""Defining a measure before anything is counted."""

from datetime import date

from msgspec.structs import asdict

from domain.facts.pilot_measures import PilotMeasureDefined
from domain.kernel.access import Asker
from domain.kernel.errors import WrongStage
from domain.pilot import Pilot
from pilots.commands.parsing import read_command
from pilots.commands.pilot_measures import DefineMeasure
from tests.support.examples import CLOSED, MEASURED, PILOT, PROPOSED
from tests.support.examples.pilots import CHARTER_STAYS
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform

EVERYTHING = PilotMeasureDefined(
    measure="tools-lent",
    name="Tools lent in a month",
    unit="tools",
    kind="participation",
    cell="customers/satisfaction",
    audience="Neighbours",
    benefits="They save the price of a ladder.",
    baseline="0",
    target="20.5",
    due=date(2026, 9, 30),
)


def test_a_measure_is_defined_once_under_its_key() -> None:
    given(Pilot, PROPOSED).when(MEASURED).then_kept()


def test_a_key_stands_for_one_measure_only() -> None:
    given(Pilot, PROPOSED, MEASURED).when(MEASURED).then_refused(
        WrongStage, "“Common garden” already has a measure called “tools-lent”", field="measure"
    )


def test_a_closed_pilot_defines_nothing() -> None:
    given(Pilot, PROPOSED, CLOSED).when(MEASURED).then_refused(WrongStage, CHARTER_STAYS)


def test_everything_said_about_the_measure_is_kept(
    platform: Platform, mere: Asker, pilot: str
) -> None:
    made = ask(platform, mere, DefineMeasure(pilot=pilot, **asdict(EVERYTHING)))

    assert kept(platform, made) == [(EVERYTHING, (pilot,))]


def test_it_can_be_asked_for_on_a_form() -> None:
    raw = {"pilot": PILOT, "measure": "lent", "name": "Lent", "unit": "tools", "target": "20"}

    assert read_command(DefineMeasure, raw) == DefineMeasure(
        pilot=PILOT, measure="lent", name="Lent", unit="tools", target="20"
    )
