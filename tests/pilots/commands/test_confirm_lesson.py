"""Saying that a lesson held in a pilot."""

import pytest

from domain.kernel.access import Asker
from domain.kernel.errors import Unknown, WrongStage
from domain.lesson import Lesson
from pilots.commands.lesson import ConfirmLesson, LearnLesson
from pilots.commands.pilot import ProposePilot
from tests.support.examples import CONFIRMED, CONTRADICTED, LEARNED, UNLEARNED
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given
from web.bootstrap import Platform


def test_a_lesson_can_hold_elsewhere() -> None:
    given(Lesson, LEARNED).when(CONFIRMED).then_kept()


def test_a_doubted_lesson_can_hold_after_all() -> None:
    given(Lesson, LEARNED, CONTRADICTED).when(CONFIRMED).then_kept()


def test_a_lesson_taken_back_holds_nowhere() -> None:
    given(Lesson, LEARNED, UNLEARNED).when(CONFIRMED).then_refused(
        WrongStage, "This lesson was taken back"
    )


def test_the_fact_is_about_both_pilots(platform: Platform, mere: Asker, pilot: str) -> None:
    orchard = ask(platform, mere, ProposePilot(title="Orchard")).stream("pilot")
    lesson = ask(platform, mere, LearnLesson(pilot=pilot, text="Begin.")).stream("lesson")

    kept = ask(platform, mere, ConfirmLesson(lesson=lesson, pilot=orchard))

    (confirmed,) = platform.pilots.facts_after(kept.position - 1, 1)
    assert confirmed.pilots == (pilot, orchard)


@pytest.mark.parametrize("gone", ["pilot", "lesson"])
def test_strangers_are_refused_and_nothing_is_stored(
    platform: Platform, mere: Asker, pilot: str, gone: str
) -> None:
    where = "pilot-gone" if gone == "pilot" else pilot
    before = platform.pilots.head()

    with pytest.raises(Unknown, match=f"There is no {gone} {gone}-gone here"):
        ask(platform, mere, ConfirmLesson(lesson="lesson-gone", pilot=where))

    assert platform.pilots.head() == before
