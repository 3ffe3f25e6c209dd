"""Closing a pilot, after which people can still log and learn."""

from domain.kernel.access import Asker
from domain.kernel.errors import WrongStage
from domain.pilot import Pilot
from pilots.commands.lesson import LearnLesson
from pilots.commands.participation import LogParticipation
from pilots.commands.pilot_course import ClosePilot
from tests.support.examples import CLOSED, PROPOSED, STARTED, STATED
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given
from web.bootstrap import Platform


def test_a_running_pilot_is_closed_for_a_reason() -> None:
    given(Pilot, PROPOSED, STATED, STARTED).when(CLOSED).then_kept()


def test_a_pilot_that_never_started_can_be_closed() -> None:
    given(Pilot, PROPOSED).when(CLOSED).then_kept()


def test_a_closed_pilot_is_not_closed_twice() -> None:
    given(Pilot, PROPOSED, CLOSED).when(CLOSED).then_refused(
        WrongStage, "“Common garden” is closed already"
    )


def test_logging_and_learning_go_on_after_the_end(
    platform: Platform, mere: Asker, pilot: str
) -> None:
    ask(platform, mere, ClosePilot(pilot=pilot, reason="The season is over."))

    logged = ask(platform, mere, LogParticipation(pilot=pilot, text="Cleaned the shed."))
    learned = ask(platform, mere, LearnLesson(pilot=pilot, text="Sheds fill up."))

    assert [fact.name for fact in (*logged.facts, *learned.facts)] == [
        "participation.logged.v1",
        "lesson.learned.v1",
    ]
