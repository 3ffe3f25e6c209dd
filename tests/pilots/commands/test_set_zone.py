"""Setting by whose clocks a programme counts its days and weeks."""

import re

from domain.facts.programme import ProgrammeZoneSet
from domain.kernel.errors import Invalid, WrongStage
from domain.programme import Programme
from pilots.commands.programme import SetZone
from tests.support.examples import OPENED
from tests.support.examples.pilots import ZONE_SET
from tests.support.stories.builders import ask, person
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform

HOME = ProgrammeZoneSet(time_zone="UTC")


def test_a_programme_counts_by_other_clocks_and_can_go_back() -> None:
    given(Programme, OPENED).when(ZONE_SET, HOME).then_kept()


def test_clocks_nobody_has_are_refused() -> None:
    for name in ("Europe/Atlantis", "Europe", "europe/berlin/../berlin", "+02:00", "localtime"):
        given(Programme, OPENED).when(ProgrammeZoneSet(time_zone=name)).then_refused(
            Invalid, re.escape(f"There is no time zone called “{name}”"), field="time_zone"
        )


def test_the_zone_it_has_is_no_new_one() -> None:
    given(Programme, OPENED).when(HOME).then_refused(
        WrongStage, "already are those of UTC. Choose another time zone", field="time_zone"
    )


def test_the_zone_is_kept(platform: Platform, programme: str) -> None:
    wish = SetZone(programme=programme, time_zone=ZONE_SET.time_zone)
    boss = person(platform, "Boss", standing="manager")

    assert kept(platform, ask(platform, boss, wish)) == [(ZONE_SET, ())]
