"""Changing what rules about texts look for, which managers do."""

import pytest
from msgspec.structs import asdict

from domain.facts.programme import ProgrammeWordingChanged
from domain.kernel.access import Asker
from domain.kernel.errors import NotAllowed, Unknown
from domain.programme import Programme
from pilots.commands.programme import ChangeWording
from projections.engine.as_of import NOW
from projections.pilot.rules_in_force import lists_of
from tests.support.examples import OPENED
from tests.support.stories.builders import ask, person
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform

CHANGED = ProgrammeWordingChanged(
    list="vague", phrase="move the needle", wanted=True, reason="We say it all day."
)


def programme_of(platform: Platform, pilot: str) -> str:
    """Return the programme that was opened with a pilot."""
    (programme,) = platform.pilots.facts_of(pilot)[:1]
    return str(getattr(programme.fact, "programme", ""))


def test_a_phrase_comes_into_a_list() -> None:
    given(Programme, OPENED).when(CHANGED).then_kept()


def test_a_list_that_is_not_there_is_refused() -> None:
    wrong = ProgrammeWordingChanged(list="nice", phrase="so", wanted=True, reason="So.")
    given(Programme, OPENED).when(wrong).then_refused(Unknown, "no list called", field="list")


def test_a_manager_changes_it_and_pages_look_for_it_from_then_on(
    platform: Platform, mere: Asker, pilot: str
) -> None:
    programme = programme_of(platform, pilot)
    wish = ChangeWording(programme=programme, **asdict(CHANGED))
    assert kept(platform, ask(platform, mere, wish)) == [(CHANGED, ())]
    with platform.views.reading() as db:
        assert "move the needle" in lists_of(db, NOW, programme)["vague"]


def test_a_member_does_not(platform: Platform, mere: Asker, pilot: str) -> None:
    del mere
    wish = ChangeWording(programme=programme_of(platform, pilot), **asdict(CHANGED))
    with pytest.raises(NotAllowed, match="Only a manager"):
        ask(platform, person(platform, "Rua"), wish)
