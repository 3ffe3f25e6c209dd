"""Noting how it goes, without a name."""

from datetime import date

import pytest
from msgspec.structs import replace

from domain.facts.pilot_people import PilotPulseNoted
from domain.kernel.access import Asker
from domain.kernel.errors import Missing
from domain.pilot import Pilot
from pilots.commands.pilot_people import NotePulse
from tests.support.examples import PROPOSED
from tests.support.examples.pilots import PULSE
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


def test_three_answers_and_the_energy_are_noted() -> None:
    given(Pilot, PROPOSED).when(PULSE).then_kept()


@pytest.mark.parametrize("part", [{"answers": None}, {"energy": None}], ids=str)
def test_one_of_the_two_is_enough(part: dict[str, None]) -> None:
    given(Pilot, PROPOSED).when(replace(PULSE, **part)).then_kept()


def test_an_empty_pulse_is_refused() -> None:
    empty = replace(PULSE, answers=None, energy=None)

    given(Pilot, PROPOSED).when(empty).then_refused(
        Missing, "Answer the three questions, or say how much energy there is", field="energy"
    )


def test_it_is_noted_for_today_by_nobody(platform: Platform, mere: Asker, pilot: str) -> None:
    wish = NotePulse(pilot=pilot, knew_whom=4, was_heard=5, was_useful=3, energy=1)

    noted = ask(platform, mere, wish)

    assert kept(platform, noted) == [(PULSE, (pilot,))]
    (event,) = platform.pilots.facts_of(pilot, noted.facts[0].version - 1)
    assert event.by == "anonymous"


def test_another_day_can_be_named(platform: Platform, mere: Asker, pilot: str) -> None:
    day = date(2026, 2, 27)

    noted = ask(platform, mere, NotePulse(pilot=pilot, day=day, energy=-1))

    assert kept(platform, noted) == [(PilotPulseNoted(day=day, energy=-1), (pilot,))]


def test_two_answers_alone_are_refused(platform: Platform, mere: Asker, pilot: str) -> None:
    with pytest.raises(Missing, match="three questions"):
        ask(platform, mere, NotePulse(pilot=pilot, knew_whom=4, was_heard=5))


def test_no_answer_is_dropped_silently(platform: Platform, mere: Asker, pilot: str) -> None:
    with pytest.raises(Missing, match="three questions"):
        ask(platform, mere, NotePulse(pilot=pilot, knew_whom=4, was_heard=5, energy=1))
