"""Renaming a pilot, whose history keeps the old title."""

from domain.kernel.access import Asker
from domain.kernel.errors import WrongStage
from domain.pilot import Pilot
from pilots.commands.pilot import RenamePilot
from tests.support.examples import CLOSED, PROPOSED, STATED
from tests.support.examples.pilots import RENAMED
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


def test_a_pilot_gets_another_title() -> None:
    given(Pilot, PROPOSED).when(RENAMED).then_kept()


def test_the_new_title_is_the_one_that_counts() -> None:
    given(Pilot, PROPOSED, RENAMED, CLOSED).when(STATED).then_refused(
        WrongStage, "“Garden for all” is closed"
    )


def test_the_title_it_has_is_no_new_one() -> None:
    given(Pilot, PROPOSED, RENAMED).when(RENAMED).then_refused(
        WrongStage, "that is how “Garden for all” stands already", field="title"
    )


def test_the_new_title_is_kept(platform: Platform, mere: Asker, pilot: str) -> None:
    wish = RenamePilot(pilot=pilot, title=RENAMED.title)

    assert kept(platform, ask(platform, mere, wish)) == [(RENAMED, (pilot,))]
