"""Putting a lesson right, which keeps what it said before."""

import pytest
from msgspec.structs import asdict

from domain.facts.lesson import LessonChanges, LessonCorrected
from domain.kernel.access import Asker
from domain.kernel.aggregate import Fact
from domain.kernel.errors import Invalid, Missing, NotAllowed, WrongStage
from domain.lesson import Lesson
from pilots.commands.experiment import PlanExperiment
from pilots.commands.lesson import CorrectLesson, LearnLesson
from tests.support.examples import LEARNED, OUTGROWN, REWORDED, UNLEARNED
from tests.support.stories.builders import ask, open_gates
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform

BETTER = LessonChanges(text="Lists grow where they are seen.")


def test_a_correction_says_only_what_changes() -> None:
    given(Lesson, LEARNED).when(REWORDED).then_kept()


def test_a_lesson_can_be_corrected_again() -> None:
    given(Lesson, LEARNED, REWORDED).when(REWORDED).then_kept()


def test_a_correction_of_nothing_is_refused() -> None:
    nothing = LessonCorrected(changes=LessonChanges(), reason="Because.")

    given(Lesson, LEARNED).when(nothing).then_refused(Missing, "Change a field, or leave")


@pytest.mark.parametrize(
    ("gone", "words"),
    [(UNLEARNED, "This lesson was taken back"), (OUTGROWN, "Go on with the later one")],
)
def test_what_is_gone_is_not_corrected(gone: Fact, words: str) -> None:
    given(Lesson, LEARNED, gone).when(REWORDED).then_refused(WrongStage, words)


def test_the_writer_and_a_manager_put_it_right(
    platform: Platform, mere: Asker, rui: Asker, pilot: str
) -> None:
    lesson = ask(platform, rui, LearnLesson(pilot=pilot, text="Begin.")).stream("lesson")
    wish = CorrectLesson(lesson=lesson, changes=BETTER, reason=REWORDED.reason)

    for allowed in (rui, mere):
        assert kept(platform, ask(platform, allowed, wish)) == [(REWORDED, (pilot,))]


def test_somebody_elses_lesson_stays(platform: Platform, rui: Asker, lesson: str) -> None:
    before = platform.pilots.head()

    with pytest.raises(NotAllowed, match="Somebody else wrote this"):
        ask(platform, rui, CorrectLesson(lesson=lesson, changes=BETTER, reason="Mine."))

    assert platform.pilots.head() == before


def test_it_can_be_put_into_an_experiment_of_its_pilot(
    platform: Platform, mere: Asker, pilot: str, lesson: str, experiment: str
) -> None:
    there = LessonCorrected(changes=LessonChanges(experiment=experiment), reason="There.")

    corrected = ask(platform, mere, CorrectLesson(lesson=lesson, **asdict(there)))

    assert kept(platform, corrected) == [(there, (pilot,))]


def test_it_is_not_put_into_an_experiment_of_another_pilot(
    platform: Platform, mere: Asker, elsewhere: str, lesson: str
) -> None:
    open_gates(platform, mere, elsewhere)
    wish = PlanExperiment(pilot=elsewhere, title="Shelf")
    changes = LessonChanges(experiment=ask(platform, mere, wish).stream("experiment"))
    before = platform.pilots.head()

    with pytest.raises(Invalid, match="“Shelf” is an experiment of another pilot"):
        ask(platform, mere, CorrectLesson(lesson=lesson, changes=changes, reason="There."))

    assert platform.pilots.head() == before
