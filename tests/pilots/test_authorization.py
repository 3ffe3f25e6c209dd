"""The pulse: whoever answers it leaves no trace that leads to them, in no table of the history."""

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace
from sqlalchemy import select

from domain.facts.pilot_people import PilotPulseNoted
from domain.kernel.access import Asker
from domain.kernel.errors import NotAllowed, Reused
from pilots.commands.participation import LogParticipation
from pilots.commands.pilot_people import NotePulse
from pilots.request import CommandRequest
from pilots.store.tables import HISTORY
from tests.support.machines.clock import MONDAY
from tests.support.stories.builders import ask, person
from tests.support.stories.scenario import kept
from web.bootstrap import Platform

pytestmark = pytest.mark.both_engines

Everything = dict[str, set[tuple[Any, ...]]]


@pytest.fixture
def rui(platform: Platform) -> Asker:
    """Somebody with a zone of their own."""
    return replace(person(platform, "Ruibarbo"), zone="Pacific/Chatham")


def everything(platform: Platform) -> Everything:
    """Return all that each table of the history holds."""
    with platform.history.connect() as db:
        return {
            name: {tuple(row) for row in db.execute(select(table))}
            for name, table in HISTORY.tables.items()
        }


def new_in(platform: Platform, before: Everything) -> str:
    """Return all that was written since, as one text."""
    after = everything(platform)
    return repr({name: rows - before[name] for name, rows in after.items()})


@pytest.mark.parametrize("asking", [{"source": "web"}, {"source": "api", "seen": 2}], ids=str)
def test_nothing_that_is_written_leads_to_the_person(
    platform: Platform, rui: Asker, pilot: str, asking: dict[str, Any]
) -> None:
    before = everything(platform)

    noted = platform.pilots.carry_out(
        CommandRequest(asker=rui, **asking), NotePulse(pilot=pilot, energy=1)
    )

    assert kept(platform, noted)[0][1] == (pilot,)
    written = new_in(platform, before)
    assert "anonymous" in written
    for trace in (rui.person, rui.person.removeprefix("person-"), rui.name, rui.zone):
        assert trace not in written


def test_two_pulses_cannot_be_told_to_come_from_one_person(
    platform: Platform, rui: Asker, pilot: str
) -> None:
    first, second = (
        ask(platform, rui, NotePulse(pilot=pilot, energy=energy)) for energy in (1, -1)
    )

    one, two = platform.pilots.facts_of(pilot, first.facts[0].version - 1)
    assert one.by == two.by == "anonymous"
    assert one.command_id != two.command_id
    assert (one.because_of, two.because_of) == (None, None)
    assert second.position == first.position + 1


def test_a_pulse_sent_twice_is_noted_once(platform: Platform, rui: Asker, pilot: str) -> None:
    asking, wish = CommandRequest(asker=rui, command_id="once"), NotePulse(pilot=pilot, energy=1)

    first = platform.pilots.carry_out(asking, wish)

    assert platform.pilots.carry_out(asking, wish) == first
    assert platform.pilots.head() == first.position


def test_it_takes_somebody_who_may_write(platform: Platform, pilot: str) -> None:
    auditor = person(platform, "Ira", standing="auditor")
    before = everything(platform)

    with pytest.raises(NotAllowed, match="Auditors read everything"):
        ask(platform, auditor, NotePulse(pilot=pilot, energy=1))

    assert everything(platform) == before


def test_a_day_that_is_named_is_kept_however_late_it_is_told(
    platform: Platform, rui: Asker, pilot: str
) -> None:
    wish = NotePulse(pilot=pilot, day=date(2026, 1, 5), energy=0)

    noted = ask(platform, rui, wish)

    assert kept(platform, noted) == [(PilotPulseNoted(day=date(2026, 1, 5), energy=0), (pilot,))]


def test_an_id_used_for_something_signed_does_not_lead_back(
    platform: Platform, rui: Asker, pilot: str
) -> None:
    asking = CommandRequest(asker=rui, command_id="ruis-own-id")
    platform.pilots.carry_out(asking, LogParticipation(pilot=pilot))
    before = everything(platform)

    with pytest.raises(Reused, match="Use a new id"):
        platform.pilots.carry_out(asking, NotePulse(pilot=pilot, energy=1))

    assert everything(platform) == before


def test_the_zone_it_is_said_in_is_not_kept(platform: Platform, rui: Asker, pilot: str) -> None:
    before = everything(platform)

    ask(platform, rui, NotePulse(pilot=pilot, energy=1, zone=rui.zone, occurred_at=MONDAY))

    assert rui.zone not in new_in(platform, before)
