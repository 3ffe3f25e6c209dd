"""What the composer logs in one wish: a lesson with its taps, a new experiment, its own time."""

from datetime import UTC, datetime

import pytest

from domain.facts.experiment import ExperimentPlanned, ExperimentStarted
from domain.facts.lesson import LessonLearned
from tests.support.pages.browser import Browser
from tests.support.stories.world import World


@pytest.mark.parametrize(
    ("learned", "loop"),
    [("The wiki software is slow", "tool"), ("Say no to each other early", "collaboration")],
)
def test_what_a_lesson_is_about_is_guessed(
    browser: Browser, world: World, learned: str, loop: str
) -> None:
    browser.sent("/log", {"pilot": world.pilot, "text": "met", "learned": learned})

    lesson = browser.stored()[-1].fact
    assert isinstance(lesson, LessonLearned)
    assert lesson.loop == loop


def test_a_lesson_has_its_taps(browser: Browser, world: World) -> None:
    said = {"text": "met", "learned": "Ask early.", "instruct": "2", "delight": "3"}

    browser.sent("/log", {"pilot": world.pilot} | said)

    lesson = browser.stored()[-1].fact
    assert isinstance(lesson, LessonLearned)
    assert (lesson.instruct, lesson.delight) == (2, 3)


def test_something_new_is_planned_and_started_in_the_same_wish(
    browser: Browser, world: World
) -> None:
    head = browser.head()
    said = {"text": "met", "experiment": "new", "try_out": "Two pens"}

    browser.sent("/log", {"pilot": world.pilot, "learned": "Ask early."} | said)

    told = browser.stored(head)
    planned, started, logged, lesson = (each.fact for each in told)
    assert isinstance(planned, ExperimentPlanned)
    assert planned.title == "Two pens"
    assert isinstance(started, ExperimentStarted)
    experiment = told[0].originator_id
    assert getattr(logged, "experiment", "") == getattr(lesson, "experiment", "") == experiment
    assert len({each.command_id for each in told}) == 1


def test_a_new_experiment_passes_the_gates_of_one_that_is_planned(browser: Browser) -> None:
    proposed = browser.send("/pilots/propose", {"title": "Night desk"}).headers["location"]
    pilot, head = proposed.removeprefix("/pilots/").partition("?")[0], browser.head()
    said = {"pilot": pilot, "text": "met", "experiment": "new", "try_out": "Two pens"}

    answer = browser.send("/log", said)

    assert answer.status_code in (409, 422)
    assert browser.head() == head
    assert "Two pens" in answer.text
    browser.sent("/log", said | {"experiment": ""})


def test_what_waited_for_the_network_keeps_its_own_time(browser: Browser, world: World) -> None:
    now = browser.platform.pilots.clock()
    browser.platform.pilots.clock.pass_days(2)  # type: ignore[attr-defined]  # the tests' clock
    said = {"pilot": world.pilot, "said_at": now.isoformat()}

    browser.sent("/log", said | {"text": "met"})
    browser.sent("/log", said | {"text": "met yesterday"})

    plain, yesterday = browser.stored()[-2:]
    assert plain.occurred_at == now.replace(microsecond=plain.occurred_at.microsecond)
    assert (now - yesterday.occurred_at).days <= 1
    assert yesterday.precision == "day"


def test_a_device_whose_clock_runs_ahead_logs_nothing_later_than_now(
    browser: Browser, world: World
) -> None:
    said = {"pilot": world.pilot, "text": "met", "said_at": "2099-01-01T00:00:00+00:00"}

    browser.sent("/log", said)

    assert browser.stored()[-1].occurred_at < datetime(2099, 1, 1, tzinfo=UTC)
