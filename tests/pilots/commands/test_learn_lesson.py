"""Writing down what was learned."""

import pytest

from domain.facts.lesson import LessonLearned
from domain.kernel.access import Asker
from domain.kernel.errors import Unknown
from domain.lesson import Lesson
from pilots.commands.experiment import PlanExperiment
from pilots.commands.lesson import LearnLesson
from pilots.commands.participation import LogParticipation
from tests.support.examples import LEARNED
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


def test_a_lesson_is_kept_with_how_sure_people_are() -> None:
    given(Lesson).when(LEARNED).then_kept()


def test_everything_said_about_the_lesson_is_kept(
    platform: Platform, mere: Asker, pilot: str
) -> None:
    seen = ask(platform, mere, LogParticipation(pilot=pilot)).stream("entry")
    trial = ask(platform, mere, PlanExperiment(pilot=pilot, title="Shelf")).stream("experiment")
    said = {
        "pilot": pilot,
        "experiment": trial,
        "loop": "tool",
        "text": "Paper is read.",
        "because": (seen, trial),
        "context": "Where people pass.",
        "confidence": 80,
        "instruct": 3,
        "delight": 1,
    }

    made = ask(platform, mere, LearnLesson(**said))  # type: ignore[arg-type]  # read as said

    learned = LessonLearned(**said)  # type: ignore[arg-type]  # the same words
    assert kept(platform, made) == [(learned, (pilot,))]


@pytest.mark.parametrize("gone", ["pilot", "experiment"])
def test_where_it_was_learned_must_be_here(
    platform: Platform, mere: Asker, pilot: str, gone: str
) -> None:
    where = "pilot-gone" if gone == "pilot" else pilot
    before = platform.pilots.head()

    with pytest.raises(Unknown, match=f"There is no {gone} {gone}-gone here"):
        ask(platform, mere, LearnLesson(pilot=where, experiment="experiment-gone", text="Much."))

    assert platform.pilots.head() == before
