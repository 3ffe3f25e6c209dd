"""The first word of a line says what it is: an entry, a lesson, a measurement, an experiment."""

import pytest

from domain.facts.experiment import ExperimentPlanned, ExperimentStarted
from domain.facts.lesson import LessonLearned
from domain.facts.participation import ParticipationCorrected, ParticipationLogged
from domain.facts.pilot_measures import PilotMeasureDefined, PilotMeasurementTaken
from domain.kernel.aggregate import Fact
from pilots.request import new_id
from tests.support.pages.browser import Browser
from tests.support.pages.reading_pages import Node

JSON = "application/json"


@pytest.fixture
def pilot(browser: Browser) -> str:
    """A pilot as it is started in two lines."""
    said = {"aim": "Nobody stays late because of the handover", "measure": "handover"}
    return browser.sent("/start", said).removeprefix("/pilots/").partition("?")[0]


@pytest.fixture
def unmeasured(browser: Browser) -> str:
    """A pilot that nothing measures yet."""
    said = {"aim": "Nobody stays late because of the handover", "measure": ""}
    return browser.sent("/start", said).removeprefix("/pilots/").partition("?")[0]


def facts(browser: Browser, pilot: str, text: str, **said: str) -> list[Fact]:
    """Return what is stored where a line is logged."""
    head = browser.head()
    browser.sent("/log", {"pilot": pilot, "text": text} | said)
    return [event.fact for event in browser.stored(head)]


def row(browser: Browser, pilot: str) -> Node:
    """Return the newest row below the composer."""
    return browser.page(f"/pilots/{pilot}").first("section", id="logged").first("li")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("learned that the board must fit", "the board must fit"),
        ("We learned: ask early", "ask early"),
        ("gelernt, dass das Brett passen muss", "das Brett passen muss"),
    ],
)
def test_learned_is_a_lesson_without_the_word(
    browser: Browser, pilot: str, typed: str, kept: str
) -> None:
    (lesson,) = facts(browser, pilot, typed)

    assert isinstance(lesson, LessonLearned)
    assert lesson.text == kept


def test_measured_is_a_measurement_of_the_measure_there_is(browser: Browser, pilot: str) -> None:
    (taken,) = facts(browser, pilot, "measured 12,5 of 29 handovers")

    assert isinstance(taken, PilotMeasurementTaken)
    assert (str(taken.value), taken.n, taken.note) == ("12.5", 29, "12,5 of 29 handovers")


def test_a_number_of_which_measure_nobody_can_tell_is_asked_about(
    browser: Browser, pilot: str
) -> None:
    measure = {"measure": "calls", "name": "Calls at night", "unit": "calls"}
    browser.sent(f"/pilots/{pilot}/define-measure", measure)
    head, said = browser.head(), {"pilot": pilot, "text": "measured 12"}

    answer = browser.send("/log", said, accept=JSON)

    assert (answer.status_code, browser.head()) == (422, head)
    assert "Which measure?" in answer.json()["detail"]
    (taken,) = facts(browser, pilot, "measured 12 calls at night")
    assert getattr(taken, "measure", "") == "calls"


@pytest.mark.parametrize(
    "typed", ["measured twice, cut once", "tried two pens", "learned", "decided to go on", "saw it"]
)
def test_what_can_be_nothing_else_is_an_entry_as_it_was_typed(
    browser: Browser, unmeasured: str, typed: str
) -> None:
    (entry,) = facts(browser, unmeasured, typed)

    assert isinstance(entry, ParticipationLogged)
    assert entry.text == typed


def test_a_first_word_that_was_not_meant_so_is_an_entry(browser: Browser, pilot: str) -> None:
    (entry,) = facts(browser, pilot, "learned that it broke", **{"as": "entry"})

    assert getattr(entry, "text", "") == "learned that it broke"


def test_an_obstacle_is_an_entry_others_can_find(browser: Browser, pilot: str) -> None:
    (entry,) = facts(browser, pilot, "Problem: nobody has the key")

    assert isinstance(entry, ParticipationLogged)
    assert (entry.intent, entry.text) == ("problem", "Problem: nobody has the key")


def test_tried_begins_an_experiment_and_then_belongs_to_it(browser: Browser, pilot: str) -> None:
    planned, started, entry = facts(browser, pilot, "tried two pens")
    (second,) = facts(browser, pilot, "tried it again with Ana")

    assert isinstance(planned, ExperimentPlanned)
    assert planned.title == "two pens"
    assert isinstance(started, ExperimentStarted)
    assert isinstance(entry, ParticipationLogged)
    assert isinstance(second, ParticipationLogged)
    assert entry.experiment == second.experiment
    assert entry.experiment


def test_tried_without_a_measure_is_logged_and_asked_how_one_would_see(
    browser: Browser, unmeasured: str
) -> None:
    (entry,) = facts(browser, unmeasured, "tried two pens")
    assert not getattr(entry, "experiment", "")
    form = next(each for each in row(browser, unmeasured).find("form", **{"class": "asks-how"}))
    head, said = browser.head(), form.values() | {"measure": "from 20 to 5 minutes for it"}

    for _ in range(2):  # the answer to the first was lost
        browser.sent(form.attrs["action"], said)

    defined, planned, started, corrected = (event.fact for event in browser.stored(head))
    assert isinstance(defined, PilotMeasureDefined)
    assert (str(defined.baseline), str(defined.target), defined.unit) == ("20", "5", "minutes")
    assert isinstance(planned, ExperimentPlanned)
    assert (planned.title, planned.measures) == ("two pens", (defined.measure,))
    assert isinstance(started, ExperimentStarted)
    assert isinstance(corrected, ParticipationCorrected)
    assert corrected.changes.experiment
    assert not row(browser, unmeasured).find("form", **{"class": "asks-how"})


def test_a_gate_before_an_experiment_leaves_the_entry_alone(browser: Browser) -> None:
    proposed = browser.send("/pilots/propose", {"title": "Night desk"}).headers["location"]
    pilot = proposed.removeprefix("/pilots/").partition("?")[0]
    measure = {"measure": "calls", "name": "Calls", "unit": "calls", "override": "It was agreed."}
    browser.sent(f"/pilots/{pilot}/define-measure", measure)

    (entry,) = facts(browser, pilot, "tried two pens")

    assert isinstance(entry, ParticipationLogged)


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("decided to go on", "take-decision?expected_effect=decided+to+go+on"),
        ("saw three boards", "gather-evidence?text=saw+three+boards"),
        ("measured 12", "define-measure"),
    ],
)
def test_what_a_first_word_may_mean_is_offered_beside_the_entry(
    browser: Browser, unmeasured: str, typed: str, offered: str
) -> None:
    facts(browser, unmeasured, typed)

    assert any(offered in link.attrs["href"] for link in row(browser, unmeasured).find("a"))


def test_a_lesson_comes_from_the_entry_it_was_learned_from(browser: Browser, pilot: str) -> None:
    facts(browser, pilot, "Read the board")
    entry = browser.stored()[-1].originator_id

    (lesson,) = facts(browser, pilot, "learned read it twice", because=entry)

    assert getattr(lesson, "because", ()) == (entry,)


def test_the_same_line_sent_again_is_stored_once_whatever_it_is(
    browser: Browser, pilot: str
) -> None:
    for typed in ("learned ask early", "measured 12", "tried two pens", "met"):
        said = {"pilot": pilot, "text": typed, "command_id": new_id()}
        first = browser.send("/log", said, accept=JSON).json()
        again = browser.send("/log", said | {"said_at": "2026-03-02T09:00:00Z"}, accept=JSON).json()
        assert again == first


def test_what_somebody_else_typed_on_this_device_is_not_sent_as_ones_own(
    manager: Browser, member: Browser
) -> None:
    proposed = manager.send("/pilots/propose", {"title": "Night desk"}).headers["location"]
    pilot = proposed.removeprefix("/pilots/").partition("?")[0]
    said, head = {"pilot": pilot, "text": "met", "who": member.who}, manager.head()

    answer = manager.send("/log", said, accept=JSON)

    assert (answer.status_code, answer.json()["field"], manager.head()) == (403, "who", head)
    member.sent("/log", said)
