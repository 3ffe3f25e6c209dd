"""Reactions without words that follow each other are told as one, in whatever language."""

from dataclasses import replace
from typing import Any

import pytest

from domain.facts.participation import ParticipationChanges
from pilots.commands.participation import CorrectParticipation
from pilots.commands.people import MergePerson
from tests.support.pages.browser import Browser
from tests.support.stories.story import Story
from web.i18n.languages import languages

AGREED = {"mode": "react", "stance": 1, "text": ""}
RUNS: list[tuple[str, list[tuple[str, dict[str, Any]]], int]] = [  # who reacts how, items in all
    ("the same person", [("Rua", {}), ("Rua", {}), ("Rua", {})], 1),
    ("the same, for and against", [("Rua", {}), ("Rua", {"stance": -1})], 1),
    ("two who are one", [("Rua", {}), ("Double", {})], 1),
    ("two people", [("Rua", {}), ("Hana", {}), ("Hana", {})], 2),
    ("with words between", [("Rua", {}), ("Rua", {"text": "Why?"}), ("Rua", {})], 3),
    ("elsewhere", [("Rua", {"medium": "wiki"}), ("Rua", {"medium": "phone"})], 2),
    ("to no statement", [("Rua", {"stance": None}), ("Rua", {"stance": None})], 2),
]


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize(("_", "reactions", "items"), RUNS, ids=[name for name, *_ in RUNS])
def test_reactions_in_a_row_are_one_item(
    story: Story, language: str, _: str, reactions: list[tuple[str, dict[str, Any]]], items: int
) -> None:
    story.start()
    visitor = Browser(replace(story.platform, local=story.mere))

    def told() -> int:
        feed = visitor.get(f"/feed.atom?pilot={story.pilot}", accept_language=language)
        return feed.text.count("<entry>")

    story.do(MergePerson(person=story.who("Double").person, into=story.who("Rua").person))
    before = told()
    for who, said in reactions:
        story.log(who, **AGREED | said)
    assert told() - before == items


def test_words_that_were_added_later_stay_to_be_read(story: Story) -> None:
    story.start()
    _, second = (story.log("Rua", **AGREED) for _ in range(2))
    changes = ParticipationChanges(text="It is late.")
    story.do(CorrectParticipation(entry=second, changes=changes, reason="Said so."))
    assert "It is late." in story.page()
