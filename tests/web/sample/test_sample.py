"""The sample programme: four invented pilots over nine months that show what Pilotlog is for."""

import re
from collections import Counter
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec import to_builtins

from domain.kernel.aggregate import FACTS, Event
from projections.engine.as_of import NOW, as_known
from projections.models.decisions import DECISIONS
from projections.models.pilots import PILOTS
from projections.pilot.figures import figures_of
from tests.support.machines.clock import MONDAY
from tests.support.pages.browser import Browser
from web.bootstrap import Platform, build
from web.sample import steps, tell_sample
from web.sample.step import PEOPLE

UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
LEAP_DAY = datetime(2028, 2, 29, 20, tzinfo=UTC)
LEFT_TO_TRY = """evidence.challenged evidence.withdrawn experiment.abandoned lesson.superseded
lesson.voided participation.joined participation.superseded person.erased person.profile-changed
pilot.archived pilot.member-left pilot.owner-changed pilot.paused pilot.renamed pilot.resumed
programme.renamed prose.erased value.contested value.revised"""
THREE = ("Passenger", "One", "Tender")
TOLD: list[tuple[str, str, dict[str, Any]]] = [  # all other kinds are told somewhere, too
    ("Passenger", "assumption.tested", {"result": "failed"}),
    ("Passenger", "decision.verdicts-given", {"sponsor": "persevere", "team": "stop"}),
    ("Passenger", "evidence.linked", {"stance": "opposes"}),
    ("One", "measure-retargeted", {"old": "12", "new": "18"}),
    ("One", "medium-swapped", {"from": "group chat", "to": "shared board"}),
    ("One", "hypothesis-amended", {"field": "change"}),
    ("Tender", "pilot.gate-overridden", {"rule": "S001-one-question"}),
    ("Tender", "experiment.ended", {"result": "supported"}),
    *((each, "evidence.gathered", {"kind": "interview"}) for each in THREE),
    *((each, name, {}) for each in THREE for name in ("effort-logged", "measurement-taken")),
    *((each, name, {}) for each in THREE for name in ("taken-up", "participation.acknowledged")),
]


@pytest.fixture(scope="session")
def told(sample: Platform) -> list[Event]:
    events = sample.pilots.facts_after(0, 5000)
    return [event for event in events if event.command_id != "local-owner"]


@pytest.fixture(scope="session")
def pilots(sample: Platform) -> dict[str, Any]:
    with sample.views.reading() as db:
        rows = db.execute(as_known(PILOTS, NOW)).mappings()
        return {row["title"].partition(" ")[0]: row for row in rows}


def of(told: list[Event], name: str, pilot: Any = None, **said: Any) -> list[dict[str, Any]]:
    """Return the facts whose name ends so, about one pilot and with these fields, as data."""
    mine = [each for each in told if pilot is None or pilot["pilot"] in each.pilots]
    facts = [to_builtins(e.fact) for e in mine if e.fact.stored_as.endswith(f"{name}.v1")]
    return [fact for fact in facts if fact.items() >= said.items()]


@pytest.mark.parametrize(("pilot", "name", "said"), TOLD)
def test_it_tells_of(pilot: str, name: str, said: Any, told: list[Event], pilots: Any) -> None:
    assert of(told, name, pilots[pilot], **said)


def test_no_step_is_refused_and_no_kind_of_fact_is_missing(told: list[Event]) -> None:
    silent = 1  # the first of two blind verdicts leaves no fact
    assert len({each.command_id for each in told}) == len(steps()) + len(PEOPLE) - silent
    missing = FACTS.keys() - {each.fact.stored_as for each in told}
    assert missing == {f"{name}.v1" for name in LEFT_TO_TRY.split()}
    assert 250 <= len(of(told, "participation.logged")) <= 400
    names = [each["name"] for each in of(told, "registered") + of(told, "programme.opened")]
    names += [each["title"] for each in of(told, "pilot.proposed")]
    assert len(names) == len(PEOPLE) + 6  # the programme, four pilots, a guest
    assert not any("sample" in name for name in names)  # the band on top says it once


def test_one_was_stopped_on_what_was_known(told: list[Event], pilots: Any, filled: Browser) -> None:
    (stop,) = of(told, "decision.taken", pilots["Passenger"], verdict="stop")
    (reached,) = of(told, "conclusion.reached", pilots["Passenger"])
    (honest,) = [each for each in told if "Write the stop line" in getattr(each.fact, "text", "")]
    assert (len(reached["supporters"]), len(reached["objections"])) == (4, 1)
    assert min(len(stop["evidence"]), len(stop["lessons"]), len(stop["conclusion"])) >= 1
    assert honest.position > stop["seen"]["position"]
    page = f"/pilots/{pilots['Passenger']['pilot']}?at={stop['seen']['position']}"
    assert pilots["Passenger"]["stage"] == "closed"
    assert filled.page(page).first("main").first("header").text().startswith("Running")


def test_one_moved_its_end_twice_and_has_a_decision_due(sample: Platform, pilots: Any) -> None:
    night = pilots["One"]
    with sample.views.reading() as db:
        mine = as_known(DECISIONS, NOW).where(DECISIONS.c.pilot == night["pilot"])
        known = {row["status"]: row for row in db.execute(mine).mappings()}
        people = figures_of(db, NOW, [night["pilot"]])[night["pilot"]].people.count
    due = date.fromisoformat(known["taken"]["revisit_on"])
    assert (night["stage"], night["moved_ends"], people) == ("running", 2, 7)  # Tom is Tomas
    assert timedelta() <= MONDAY.date() - due <= timedelta(days=4)
    assert known["did not hold"]["verdict"] == "persevere"


def test_what_one_learned_goes_on_elsewhere(told: list[Event], pilots: Any) -> None:
    chat, night, library = (pilots[each]["pilot"] for each in THREE)
    lessons = [each for each in told if each.originator_id.startswith("lesson-")]
    went = {(each.fact.stored_as, *each.pilots[:1]) for each in lessons if library in each.pilots}
    assert pilots["Tender"]["kind"] == "exploration"
    assert {("lesson.reused.v1", chat), ("lesson.confirmed.v1", chat)} <= went
    assert ("lesson.contradicted.v1", night) in went


def test_values_came_out_otherwise_or_nobody_had_expected_them(told: list[Event]) -> None:
    guessed = {each.originator_id: to_builtins(each.fact) for each in told}
    found = of(told, "value.discovered")
    guesses = [(guessed[each["expected"]], each) for each in found if "expected" in each]
    assert [guess["size"] != each["size"] for guess, each in guesses] == [True] * 3
    assert len([each for each in found if "expected" not in each and each["evidence"]]) == 2
    assert {*Counter(each["day"] for each in of(told, "pulse-noted")).values()} == {6}


def plain(told: list[Event]) -> list[str]:
    """Return the facts as text, with each id replaced by its place among all ids."""
    text = "\n".join(f"{e.recorded_at} {e.occurred_at} {e.by} {e.fact}" for e in told)
    ids = {each: str(place) for place, each in enumerate(dict.fromkeys(UUID.findall(text)))}
    return UUID.sub(lambda found: ids[found[0]], text).splitlines()


@pytest.mark.parametrize("now", [MONDAY, LEAP_DAY])
def test_it_is_told_alike_each_time_on_days_one_works(tmp_path: Path, now: datetime) -> None:
    stories = []
    for name in ("once", "again"):
        tell_sample(tmp_path / name, now)
        with closing(build(tmp_path / name)) as here:
            here.views.keep_up()
            assert here.differences(lambda _: None) == []
            stories.append(list(here.pilots.facts_after(0, 5000)))
    days = [each.recorded_at or now for each in stories[0]]
    late = [(each.recorded_at or now) - each.occurred_at for each in stories[0]]

    assert plain(stories[0]) == plain(stories[1])
    assert timedelta(hours=12) < now - max(days) < timedelta(days=4)
    assert timedelta(days=260) < now - min(days) < timedelta(days=285)
    assert {day.weekday() for day in days} == {0, 1, 2, 3, 4}
    assert len({(day.hour, day.minute) for day in days}) > 250
    assert min(late) >= timedelta()
    assert len([each for each in late if each > timedelta(hours=6)]) > 25
