"""The composer shows what it understood; what was chosen by hand stays."""

from datetime import UTC, datetime

import pytest

from domain.facts.experiment import ExperimentPlanned, ExperimentStarted
from domain.facts.lesson import LessonLearned
from domain.facts.participation import ParticipationLogged
from domain.facts.person import PersonRegistered
from tests.web.browsers import Browser
from tests.web.conftest import entries_of
from tests.web.reading import Node, read
from tests.web.world import World

LINE = "@rua @moana co-wrote the FAQ on wiki 40m yesterday"


def chips(browser: Browser, said: dict[str, str]) -> dict[str, str]:
    """Return the fields as the composer fills them while somebody types."""
    forms = understood(browser, said).find("form")
    return next(form for form in forms if form.attrs.get("id") == "log").values()


def understood(browser: Browser, said: dict[str, str]) -> Node:
    return read(browser.send("/log/understood", said).text)


def test_a_line_fills_the_chips(browser: Browser, world: World) -> None:
    told = chips(browser, {"text": LINE, "pilot": world.pilot})

    assert told["with"] == "Rua, moana"
    assert (told["medium"], told["minutes"], told["mode"]) == ("wiki", "40", "co-create")
    assert told["occurred_at"].endswith("T12:00")
    assert told["text"] == LINE


def test_while_one_types_only_the_chips_travel(browser: Browser, world: World) -> None:
    said = {"text": LINE, "pilot": world.pilot}

    answer = browser.send("/log/understood", said, hx_request_type="partial")

    assert read(answer.text).first("div", id="chips").find("input")
    assert "<html" not in answer.text


def test_a_chip_follows_the_line_until_it_is_changed_by_hand(
    browser: Browser, world: World
) -> None:
    said = {"pilot": world.pilot, "text": "talked 40m on wiki"}
    told = chips(browser, said)

    changed = told | {"minutes": "55", "text": "talked 50m on phone"}
    again = chips(browser, changed)

    assert (again["minutes"], again["medium"]) == ("55", "phone")
    emptied = chips(browser, again | {"medium": "", "text": "talked 50m on phone today"})
    assert emptied["medium"] == ""


def test_without_a_script_the_line_is_read_when_it_is_sent(browser: Browser, world: World) -> None:
    before = browser.head()

    browser.done("/log", {"pilot": world.pilot, "text": LINE})

    guest, logged = browser.stored(before)
    assert guest.fact == PersonRegistered(name="moana")
    assert isinstance(logged.fact, ParticipationLogged)
    assert logged.fact.text == "co-wrote the FAQ"
    assert (logged.fact.medium, logged.fact.minutes) == ("wiki", 40)
    assert len(logged.fact.with_) == 2
    assert logged.precision == "day"


def test_what_a_chip_says_holds_against_the_line(browser: Browser, world: World) -> None:
    said = {"pilot": world.pilot, "text": "talked 40m", "read": "talked 40m", "minutes": ""}

    browser.done("/log", said)

    assert entries_of(browser)[-1].minutes is None


def test_a_first_name_means_the_one_who_bears_it(browser: Browser, world: World) -> None:
    browser.done("/people/register", {"name": "Aroha Ngata"})
    head = browser.head()

    browser.done("/log", {"pilot": world.pilot, "text": "@aroha helped"})

    assert [each.fact.stored_as for each in browser.stored(head)] == ["participation.logged.v1"]


def test_a_name_of_several_is_asked_back(browser: Browser, world: World) -> None:
    for name in ("Aroha Ngata", "Aroha Tane"):
        browser.done("/people/register", {"name": name})
    head = browser.head()

    answer = browser.send("/log", {"pilot": world.pilot, "text": "@aroha helped"})

    assert answer.status_code == 422
    assert "Aroha Ngata, Aroha Tane" in answer.text
    assert browser.head() == head
    whole = {"text": "@aroha helped", "read": "@aroha helped", "with": "Aroha Tane"}
    browser.done("/log", {"pilot": world.pilot} | whole)


def test_who_is_new_is_said_before_it_is_sent(browser: Browser, world: World) -> None:
    page = understood(browser, {"pilot": world.pilot, "text": LINE})

    assert "added as a guest: moana" in page.text()


def test_it_is_oneself_who_logs(browser: Browser, world: World) -> None:
    browser.done("/log", {"pilot": world.pilot, "text": "@you wrote it"})

    assert entries_of(browser)[-1].with_ == ()


@pytest.mark.parametrize(
    ("learned", "loop"),
    [("The wiki software is slow", "tool"), ("Say no to each other early", "collaboration")],
)
def test_what_a_lesson_is_about_is_guessed(
    browser: Browser, world: World, learned: str, loop: str
) -> None:
    browser.done("/log", {"pilot": world.pilot, "text": "met", "learned": learned})

    lesson = browser.stored()[-1].fact
    assert isinstance(lesson, LessonLearned)
    assert lesson.loop == loop


def test_a_lesson_has_its_taps(browser: Browser, world: World) -> None:
    said = {"text": "met", "learned": "Ask early.", "instruct": "2", "delight": "3"}

    browser.done("/log", {"pilot": world.pilot} | said)

    lesson = browser.stored()[-1].fact
    assert isinstance(lesson, LessonLearned)
    assert (lesson.instruct, lesson.delight) == (2, 3)


def test_something_new_is_planned_and_started_in_the_same_wish(
    browser: Browser, world: World
) -> None:
    head = browser.head()
    said = {"text": "met", "experiment": "new", "try_out": "Two pens"}

    browser.done("/log", {"pilot": world.pilot, "learned": "Ask early."} | said)

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
    browser.done("/log", said | {"experiment": ""})


def test_what_waited_for_the_network_keeps_its_own_time(browser: Browser, world: World) -> None:
    now = browser.platform.pilots.clock()
    browser.platform.pilots.clock.pass_days(2)  # type: ignore[attr-defined]  # the tests' clock
    said = {"pilot": world.pilot, "said_at": now.isoformat()}

    browser.done("/log", said | {"text": "met"})
    browser.done("/log", said | {"text": "met yesterday"})

    plain, yesterday = browser.stored()[-2:]
    assert plain.occurred_at == now.replace(microsecond=plain.occurred_at.microsecond)
    assert (now - yesterday.occurred_at).days <= 1
    assert yesterday.precision == "day"


def test_a_device_whose_clock_runs_ahead_logs_nothing_later_than_now(
    browser: Browser, world: World
) -> None:
    said = {"pilot": world.pilot, "text": "met", "said_at": "2099-01-01T00:00:00+00:00"}

    browser.done("/log", said)

    assert browser.stored()[-1].occurred_at < datetime(2099, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize("text", ["\x00", "x" * 10_001])
def test_text_that_cannot_be_kept_is_refused_as_ever(
    browser: Browser, world: World, text: str
) -> None:
    answer = browser.send("/log", {"pilot": world.pilot, "text": text})

    assert answer.status_code == 422


def test_an_auditor_is_shown_nothing_to_fill_in(auditor: Browser) -> None:
    assert auditor.send("/log/understood", {"text": LINE}).status_code == 403
    assert auditor.send("/log/same", {"text": LINE}).status_code == 403
