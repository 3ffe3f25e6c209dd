"""Taking a lesson back, which leaves it in the history."""

import pytest

from domain.kernel.access import Asker
from domain.kernel.errors import NotAllowed, Unknown, WrongStage
from domain.lesson import Lesson
from pilots.commands.lesson import LearnLesson, VoidLesson
from tests.support.examples import CONFIRMED, LEARNED, UNLEARNED
from tests.support.stories.builders import ask, person
from tests.support.stories.scenario import given
from web.bootstrap import Platform


def test_a_lesson_is_taken_back_for_a_reason() -> None:
    given(Lesson, LEARNED).when(UNLEARNED).then_kept()


def test_a_lesson_that_held_elsewhere_can_still_be_taken_back() -> None:
    given(Lesson, LEARNED, CONFIRMED).when(UNLEARNED).then_kept()


def test_it_is_taken_back_once() -> None:
    given(Lesson, LEARNED, UNLEARNED).when(UNLEARNED).then_refused(
        WrongStage, "This lesson was taken back"
    )


@pytest.mark.parametrize(
    ("who", "words"),
    [("member", "Somebody else wrote this"), ("auditor", "change nothing")],
)
def test_somebody_elses_lesson_stays(
    platform: Platform, mere: Asker, pilot: str, who: str, words: str
) -> None:
    other = person(platform, "Ira", standing=who)
    lesson = ask(platform, mere, LearnLesson(pilot=pilot, text="Begin.")).stream("lesson")
    before = platform.pilots.head()

    with pytest.raises(NotAllowed, match=words):
        ask(platform, other, VoidLesson(lesson=lesson, reason="I dislike it."))

    assert platform.pilots.head() == before


@pytest.mark.parametrize("by_manager", [True, False])
def test_the_writer_and_a_manager_may_take_it_back(
    platform: Platform, mere: Asker, pilot: str, *, by_manager: bool
) -> None:
    writer = person(platform, "Rui")
    lesson = ask(platform, writer, LearnLesson(pilot=pilot, text="Begin.")).stream("lesson")

    ask(platform, mere if by_manager else writer, VoidLesson(lesson=lesson, reason="Mixed up."))

    assert platform.pilots.rebuilt(Lesson, lesson).gone


def test_an_unknown_lesson_is_not_taken_back(platform: Platform, mere: Asker) -> None:
    with pytest.raises(Unknown, match="There is no lesson lesson-gone here"):
        ask(platform, mere, VoidLesson(lesson="lesson-gone", reason="Why not?"))
