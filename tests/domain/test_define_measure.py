"""Defining a measure before anything is counted."""

from datetime import date

from msgspec.structs import asdict

from domain.access import Asker
from domain.errors import WrongStage
from domain.facts.pilot_measures import PilotMeasureDefined
from domain.pilot import Pilot
from pilots.commands.door import read_command
from pilots.commands.pilot_measures import DefineMeasure
from tests.conftest import ask
from tests.examples import CLOSED, MEASURED, PILOT, PROPOSED
from tests.scenario import given
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
    given(Pilot, PROPOSED).when(lambda pilot: pilot.define_measure(MEASURED)).then(MEASURED)


def test_a_key_stands_for_one_measure_only() -> None:
    given(Pilot, PROPOSED, MEASURED).when(
        lambda pilot: pilot.define_measure(MEASURED)
    ).then_refused(WrongStage, "“Common garden” already has a measure called “tools-lent”")


def test_a_closed_pilot_defines_nothing() -> None:
    given(Pilot, PROPOSED, CLOSED).when(lambda pilot: pilot.define_measure(MEASURED)).then_refused(
        WrongStage, "is closed; .* but not define a measure"
    )


def test_everything_said_about_the_measure_is_kept(
    platform: Platform, mere: Asker, pilot: str
) -> None:
    kept = ask(platform, mere, DefineMeasure(pilot=pilot, **asdict(EVERYTHING)))

    (defined,) = platform.pilots.facts_after(kept.position - 1, 1)
    assert defined.fact == EVERYTHING


def test_it_can_be_asked_for_on_a_form() -> None:
    raw = {"pilot": PILOT, "measure": "lent", "name": "Lent", "unit": "tools", "target": "20"}

    assert read_command(DefineMeasure, raw) == DefineMeasure(
        pilot=PILOT, measure="lent", name="Lent", unit="tools", target="20"
    )
