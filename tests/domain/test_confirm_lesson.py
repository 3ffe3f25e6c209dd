"""Saying that a lesson held in a pilot."""

import pytest

from domain.access import Asker
from domain.errors import Unknown, WrongStage
from domain.lesson import Lesson
from pilots.commands.lesson import LearnLesson
from pilots.commands.lesson_elsewhere import ConfirmLesson
from pilots.commands.pilot import ProposePilot
from tests.conftest import ask
from tests.examples import CONFIRMED, CONTRADICTED, ELSEWHERE, LEARNED, UNLEARNED
from tests.scenario import Scenario, given
from web.bootstrap import Platform


def confirm(story: Scenario[Lesson]) -> Scenario[Lesson]:
    return story.when(lambda it: it.confirm(pilot=ELSEWHERE, evidence=CONFIRMED.evidence))


def test_a_lesson_can_hold_elsewhere() -> None:
    confirm(given(Lesson, LEARNED)).then(CONFIRMED)


def test_a_doubted_lesson_can_hold_after_all() -> None:
    confirm(given(Lesson, LEARNED, CONTRADICTED)).then(CONFIRMED)


def test_a_lesson_taken_back_holds_nowhere() -> None:
    confirm(given(Lesson, LEARNED, UNLEARNED)).then_refused(WrongStage, "cannot be confirmed")


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
