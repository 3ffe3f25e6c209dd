"""What is called by a name that begins so is found through an index, in any capitals."""

import re

import pytest

from domain.kernel.access import Asker
from pilots.commands.participation import LogParticipation
from pilots.commands.pilot import ProposePilot
from projections.search.autocomplete import (
    has_words,
    media_beginning,
    people_beginning,
    pilots_with,
)
from tests.projections.engine.test_as_of_plans import plan_of
from tests.support.stories.builders import ask, person
from web.bootstrap import Platform


@pytest.fixture
def database() -> str:
    """Only SQLite tells its plans in these words."""
    return ""


def test_people_are_found_by_the_beginning_of_their_names(platform: Platform) -> None:
    for name in ("Ömer Aksoy", "Ines", "ine de Vries", "Sabine"):
        person(platform, name)

    with platform.views.reading() as db:
        found = [row["name"] for row in people_beginning(db, "INE", 5)]
        assert found == ["ine de Vries", "Ines"]
        assert [row["name"] for row in people_beginning(db, "öm", 5)] == ["Ömer Aksoy"]
        assert len(people_beginning(db, "INE", 1)) == 1


def test_pilots_are_found_by_the_words_of_their_titles(platform: Platform, mere: Asker) -> None:
    for title in ("Bärenplatz by night", "Night desk", "Knights"):
        ask(platform, mere, ProposePilot(title=title))

    with platform.views.reading() as db:
        found = [row["title"] for row in pilots_with(db, "nIGHT", 5)]
        assert found == ["Night desk", "Bärenplatz by night"]
        assert [row["title"] for row in pilots_with(db, "ni bar", 5)] == ["Bärenplatz by night"]
        assert len(pilots_with(db, "night", 1)) == 1


def test_media_are_found_each_once(platform: Platform, mere: Asker, pilot: str) -> None:
    for medium in ("wiki", "wiki", "Wire", "phone"):
        ask(platform, mere, LogParticipation(pilot=pilot, medium=medium, text="x"))

    with platform.views.reading() as db:
        assert media_beginning(db, "wi", 5) == ["Wire", "wiki"]
        assert media_beginning(db, "wi", 1) == ["Wire"]
        assert media_beginning(db, "x", 5) == []


@pytest.mark.parametrize(
    ("label", "asked", "fits"),
    [
        ("Pause the pilot", "pau", True),
        ("Pause the pilot", "pilot pause", True),
        ("Pause the pilot", "ause", False),
        ("Pause the pilot", "pause now", False),
        ("Pause the pilot", "", True),
    ],
)
def test_each_word_must_begin_a_word(label: str, asked: str, *, fits: bool) -> None:
    assert has_words(label, asked) is fits


def test_nothing_is_read_from_end_to_end(platform: Platform, mere: Asker, pilot: str) -> None:
    ask(platform, mere, LogParticipation(pilot=pilot, medium="wiki", text="x"))
    steps = [
        *plan_of(platform, lambda db: people_beginning(db, "me", 3)),
        *plan_of(platform, lambda db: media_beginning(db, "wi", 3)),
    ]

    assert steps
    by_index = re.compile(r"SEARCH \w+ USING (COVERING )?INDEX")
    assert [step for step in steps if not by_index.match(step)] == []
    newest = plan_of(platform, lambda db: pilots_with(db, "minutes", 3))
    assert newest == ["SCAN pilots USING INDEX pilots_in_order"]
