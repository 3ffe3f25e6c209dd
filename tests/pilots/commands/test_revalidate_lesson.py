"""Looking at a lesson again, and saying how sure one is now."""

import pytest

from domain.kernel.access import Asker
from domain.kernel.aggregate import Fact
from domain.kernel.errors import WrongStage
from domain.lesson import Lesson
from pilots.commands.lesson import RevalidateLesson
from tests.support.examples import CONTRADICTED, LEARNED, OUTGROWN, REVALIDATED, UNLEARNED
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


@pytest.mark.parametrize("past", [(), (CONTRADICTED,), (REVALIDATED,)])
def test_people_say_how_sure_they_are_now(past: tuple[Fact, ...]) -> None:
    given(Lesson, LEARNED, *past).when(REVALIDATED).then_kept()


@pytest.mark.parametrize(
    ("gone", "words"),
    [(UNLEARNED, "This lesson was taken back"), (OUTGROWN, "Go on with the later one")],
)
def test_nobody_is_sure_of_what_is_gone(gone: Fact, words: str) -> None:
    given(Lesson, LEARNED, gone).when(REVALIDATED).then_refused(WrongStage, words)


def test_everybody_may_look_again(platform: Platform, rui: Asker, pilot: str, lesson: str) -> None:
    looked = ask(platform, rui, RevalidateLesson(lesson=lesson, confidence=80))

    assert kept(platform, looked) == [(REVALIDATED, (pilot,))]
