"""Making lessons that held the way things are done."""

import pytest
from msgspec.structs import replace

from domain.kernel.access import Asker
from domain.kernel.errors import Missing, Refused
from domain.practice import Practice
from pilots.commands.lesson import ConfirmLesson, VoidLesson
from pilots.commands.parsing import read_command
from pilots.commands.practice import AdoptPractice
from tests.support.examples import ANA
from tests.support.examples.findings import ADOPTED_PRACTICE
from tests.support.stories.builders import ask, open_gates
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


def test_lessons_become_how_things_are_done() -> None:
    given(Practice).when(ADOPTED_PRACTICE).then_kept()


def test_it_is_about_every_pilot_its_lessons_reached(
    platform: Platform, mere: Asker, pilot: str, elsewhere: str, lesson: str
) -> None:
    open_gates(platform, mere, pilot)
    ask(platform, mere, ConfirmLesson(lesson=lesson, pilot=elsewhere))
    text, owner = ADOPTED_PRACTICE.text, mere.person

    adopted = ask(platform, mere, AdoptPractice(lessons=(lesson,), text=text, owner=owner))

    practice = replace(ADOPTED_PRACTICE, lessons=(lesson,), owner=owner)
    assert kept(platform, adopted) == [(practice, (pilot, elsewhere))]


def test_a_practice_rests_on_one_lesson_at_least() -> None:
    said = {"lessons": [], "text": "So be it.", "owner": ANA}

    with pytest.raises(Missing, match="Lessons it rests on: this is needed") as wrong:
        read_command(AdoptPractice, said)

    assert wrong.value.field == "lessons"


def test_nothing_rests_on_what_was_taken_back(platform: Platform, mere: Asker, lesson: str) -> None:
    ask(platform, mere, VoidLesson(lesson=lesson, reason="We mixed it up."))

    with pytest.raises(Refused):
        ask(platform, mere, AdoptPractice(lessons=(lesson,), text="So.", owner=mere.person))
