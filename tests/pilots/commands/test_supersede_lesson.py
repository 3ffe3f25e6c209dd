"""Letting a later lesson take the place of an earlier one."""

import pytest

from domain.facts.lesson import LessonSuperseded
from domain.kernel.access import Asker
from domain.kernel.aggregate import Fact
from domain.kernel.errors import Invalid, NotAllowed, Refused, WrongStage
from domain.lesson import Lesson
from pilots.commands.lesson import LearnLesson, SupersedeLesson
from tests.support.examples import CONFIRMED, LEARNED, OUTGROWN, UNLEARNED
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


def test_a_later_lesson_takes_its_place() -> None:
    given(Lesson, LEARNED, CONFIRMED).when(OUTGROWN).then_kept()


def test_a_lesson_does_not_take_its_own_place() -> None:
    own = LessonSuperseded(by_lesson="lesson-example")

    given(Lesson, LEARNED).when(own).then_refused(
        Invalid, "A lesson cannot take its own place. Name the later one", field="by_lesson"
    )


@pytest.mark.parametrize(
    ("gone", "words"),
    [(UNLEARNED, "This lesson was taken back"), (OUTGROWN, "A later lesson took the place")],
)
def test_what_is_gone_has_no_place_to_take(gone: Fact, words: str) -> None:
    given(Lesson, LEARNED, gone).when(OUTGROWN).then_refused(WrongStage, words)


def test_the_later_lesson_is_kept(platform: Platform, mere: Asker, pilot: str, lesson: str) -> None:
    later = ask(platform, mere, LearnLesson(pilot=pilot, text="Begin.")).stream("lesson")

    replaced = ask(platform, mere, SupersedeLesson(lesson=lesson, by_lesson=later))

    assert kept(platform, replaced) == [(LessonSuperseded(by_lesson=later), (pilot,))]


def test_only_the_writer_or_a_manager_may(
    platform: Platform, rui: Asker, pilot: str, lesson: str
) -> None:
    later = ask(platform, rui, LearnLesson(pilot=pilot, text="Mine.")).stream("lesson")

    with pytest.raises(NotAllowed):
        ask(platform, rui, SupersedeLesson(lesson=lesson, by_lesson=later))


def test_what_was_replaced_takes_nobodys_place(
    platform: Platform, mere: Asker, pilot: str, lesson: str
) -> None:
    later = ask(platform, mere, LearnLesson(pilot=pilot, text="Begin.")).stream("lesson")
    ask(platform, mere, SupersedeLesson(lesson=lesson, by_lesson=later))

    with pytest.raises(Refused):
        ask(platform, mere, SupersedeLesson(lesson=later, by_lesson=lesson))
