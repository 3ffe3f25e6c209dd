"""Writing down what a measure shows, even after the end."""

import pytest
from msgspec.structs import replace

from domain.kernel.access import Asker
from domain.kernel.errors import Invalid, Unknown
from domain.pilot import Pilot
from pilots.commands.pilot_measures import DefineMeasure, TakeMeasurement
from tests.support.examples import CLOSED, MEASURED, PROPOSED
from tests.support.examples.pilots import TAKEN
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


def test_a_measure_is_taken_again_and_again() -> None:
    given(Pilot, PROPOSED, MEASURED, TAKEN).when(TAKEN).then_kept()


def test_measuring_goes_on_after_the_end() -> None:
    given(Pilot, PROPOSED, MEASURED, CLOSED).when(TAKEN).then_kept()


def test_what_was_never_defined_is_not_measured() -> None:
    given(Pilot, PROPOSED).when(TAKEN).then_refused(
        Unknown, "has no measure called “tools-lent”. Define it first", field="measure"
    )


@pytest.fixture
def measured(platform: Platform, mere: Asker, pilot: str) -> str:
    name = "Tools lent"
    wish = DefineMeasure(pilot=pilot, measure="tools-lent", name=name, unit="tools")
    ask(platform, mere, wish)
    return pilot


def test_the_measurement_is_kept_with_its_experiment(
    platform: Platform, mere: Asker, measured: str, experiment: str
) -> None:
    wish = TakeMeasurement(
        pilot=measured,
        measure="tools-lent",
        experiment=experiment,
        value="14",
        n=6,
        note=TAKEN.note,
    )

    taken = kept(platform, ask(platform, mere, wish))

    assert taken == [(replace(TAKEN, experiment=experiment), (measured,))]


def test_an_experiment_of_another_pilot_measures_nothing_here(
    platform: Platform, mere: Asker, elsewhere: str, measured: str, experiment: str
) -> None:
    wish = TakeMeasurement(pilot=elsewhere, measure="x", experiment=experiment, value="1")

    with pytest.raises(Invalid, match="is an experiment of another pilot"):
        ask(platform, mere, wish)

    assert platform.pilots.rebuilt(Pilot, measured).charter.targets["tools-lent"] is None
