"""The sample programme: two invented pilots over some months, each name marked as a sample."""

from datetime import datetime, timedelta
from pathlib import Path

from domain.facts.person import PersonRegistered
from domain.facts.pilot import PilotProposed
from domain.facts.programme import ProgrammeOpened
from tests.conftest import MONDAY
from tests.web.browsers import Browser
from tests.web.conftest import pilots_of
from web.sample import tell_sample


def test_it_makes_two_pilots_whose_pages_hold(filled: Browser) -> None:
    pilots = pilots_of(filled)

    assert len(pilots) == 2
    for pilot in pilots:
        page = filled.page(f"/pilots/{pilot}")
        assert page.first("h1").text().endswith("(sample)")
        assert page.first("ol").find("li")
        assert filled.page(f"/pilots/{pilot}/events").find("tbody")
        assert filled.page(f"/pilots/{pilot}?as_of=2026-02-01").find("h1")


def test_its_facts_are_spread_over_months_up_to_now(filled: Browser) -> None:
    moments = [event.recorded_at for event in filled.stored() if event.by != "system"]
    known = [moment for moment in moments if isinstance(moment, datetime)]

    assert max(known) - min(known) > timedelta(days=100)
    assert MONDAY - max(known) < timedelta(days=7)
    assert max(known) <= MONDAY + timedelta(hours=1)
    assert len({moment.strftime("%Y-%m") for moment in known}) >= 4


def test_every_name_in_it_is_marked(filled: Browser) -> None:
    facts = [event.fact for event in filled.stored()]
    names = [f.name for f in facts if isinstance(f, PersonRegistered | ProgrammeOpened)]
    names += [fact.title for fact in facts if isinstance(fact, PilotProposed)]

    assert len(names) == 9
    assert [name for name in names if "(sample)" not in name] == ["You"]


def test_it_shows_each_kind_of_thing(filled: Browser) -> None:
    said = {event.fact.stored_as.partition(".")[0] for event in filled.stored()}

    assert said >= {"programme", "pilot", "experiment", "participation", "lesson", "person"}


def test_it_can_be_told_as_of_any_day(tmp_path: Path) -> None:
    tell_sample(tmp_path / "leap", MONDAY.replace(year=2028, month=2, day=29))

    assert (tmp_path / "leap/events.sqlite").exists()
