"""Archiving a pilot, once it is closed."""

import pytest

from domain.kernel.access import Asker
from domain.kernel.aggregate import Fact
from domain.kernel.errors import WrongStage
from domain.pilot import Pilot
from pilots.commands.pilot_course import ArchivePilot, ClosePilot
from pilots.commands.pilot_purpose import NameProblem
from tests.support.examples import CLOSED, MEASURED, PROPOSED, STARTED, STATED
from tests.support.examples.pilots import ARCHIVED, PAUSED, TAKEN
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


def test_a_closed_pilot_is_put_out_of_the_way() -> None:
    given(Pilot, PROPOSED, CLOSED).when(ARCHIVED).then_kept()


@pytest.mark.parametrize("past", [(STATED, STARTED), (STATED, STARTED, PAUSED), (CLOSED, ARCHIVED)])
def test_only_a_closed_pilot_is_archived(past: tuple[Fact, ...]) -> None:
    given(Pilot, PROPOSED, *past).when(ARCHIVED).then_refused(WrongStage, "archived")


def test_a_pilot_that_never_started_is_closed_first() -> None:
    given(Pilot, PROPOSED).when(ARCHIVED).then_refused(
        WrongStage, "“Common garden” is proposed, so it cannot be archived. Close it first"
    )


def test_measuring_goes_on_in_the_archive() -> None:
    given(Pilot, PROPOSED, MEASURED, CLOSED, ARCHIVED).when(TAKEN).then_kept()


def test_the_charter_in_the_archive_stays(platform: Platform, mere: Asker, pilot: str) -> None:
    ask(platform, mere, ClosePilot(pilot=pilot, reason="Done.", override="So."))

    archived = ask(platform, mere, ArchivePilot(pilot=pilot))

    assert kept(platform, archived) == [(ARCHIVED, (pilot,))]
    with pytest.raises(WrongStage, match="is archived: you can still log, measure and learn"):
        ask(platform, mere, NameProblem(pilot=pilot, problem="Rain.", who_has_it="All"))
