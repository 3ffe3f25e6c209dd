"""Finding what people wrote: in any capitals and accents, newest or best first, as it was known."""

from collections.abc import Callable
from typing import Any

import pytest

from domain.kernel.access import Asker
from pilots.commands.erasure import EraseProse
from pilots.commands.lesson import LearnLesson
from pilots.commands.participation import LogParticipation
from pilots.commands.pilot import ProposePilot
from projections.engine.as_of import NOW, Cut
from projections.search import search as searching
from projections.search.search import search
from tests.support.machines.clock import Clock
from tests.support.stories.builders import ask
from web.bootstrap import Platform

pytestmark = pytest.mark.both_engines

Find = Callable[..., list[str]]


@pytest.fixture
def find(platform: Platform) -> Find:
    """Finds texts."""

    def found(asked: str, cut: Cut = NOW, **more: Any) -> list[str]:
        with platform.views.reading() as db:
            return [row["text"] for row in search(db, asked, cut, **more)]

    return found


@pytest.fixture
def log(platform: Platform, mere: Asker, pilot: str) -> Callable[[str], int]:
    """Logs a text and returns where it stands."""

    def logged(text: str) -> int:
        return ask(platform, mere, LogParticipation(pilot=pilot, text=text)).position

    return logged


Log = Callable[[str], int]


@pytest.mark.parametrize(
    "asked",
    [
        "café",
        "CAFE",
        "cafe wrote",
        "wrote caf",
        "  wrote,   café!",
        "Rōta",
        "rot",
        "o2",
        "don t",
    ],
)
def test_words_are_found_whatever_their_capitals_accents_and_order(
    find: Find, log: Log, asked: str
) -> None:
    log("Wrote the ROTA in the Café; don't forget O2.")
    log("Called the office.")

    assert find(asked) == ["Wrote the ROTA in the Café; don't forget O2."]


@pytest.mark.parametrize(
    "asked",
    ["", "   ", "nothing", "wrote office", "rote", '"', "*", "a OR b", "wrote NEAR(office)",
     "'; --", "\x00", "wrote & ! office", ":* <-> |", "q̈"],
)  # fmt: skip  # a list to look up
def test_what_is_not_there_is_not_found_and_signs_mean_nothing(
    find: Find, log: Log, asked: str
) -> None:
    log("Wrote the rota.")
    log("Called the office.")

    assert find(asked) == []


def test_the_newest_come_first_and_can_be_paged(find: Find, log: Log) -> None:
    places = [log(f"Rota of week {week}") for week in range(5)]

    assert find("rota", limit=2) == ["Rota of week 4", "Rota of week 3"]
    assert find("rota week", before=places[1]) == ["Rota of week 0"]


def test_the_best_come_first_where_that_is_asked_for(find: Find, log: Log) -> None:
    log("Crane, crane and crane again")
    log("A long talk about many other things, and at the very end of it somebody named the crane")

    assert find("crane", best=True)[0] == "Crane, crane and crane again"


def test_only_the_newest_are_ranked(find: Find, log: Log, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "RANKED", 2)
    for text in ("crane crane crane", "the crane is here", "a crane was there"):
        log(text)

    assert sorted(find("crane", best=True)) == ["a crane was there", "the crane is here"]


def test_what_was_not_yet_written_is_not_found(find: Find, log: Log, clock: Clock) -> None:
    first = log("Rota one")
    then = clock.now
    clock.pass_days(2)
    log("Rota two")

    assert find("rota", Cut(position=first)) == ["Rota one"]
    assert find("rota", Cut(moment=f"{then:%Y-%m-%dT%H:%M:%S.%f}Z")) == ["Rota one"]


def test_all_that_people_write_is_found_in_one_pilot_or_in_all(
    platform: Platform, mere: Asker, pilot: str, find: Find
) -> None:
    other = ask(platform, mere, ProposePilot(title="Crane hours")).stream("pilot")
    ask(platform, mere, LearnLesson(pilot=pilot, text="Ask", context="By the crane"))

    assert find("crane") == ["Ask\nBy the crane", "Crane hours"]
    assert find("crane", pilot=other) == ["Crane hours"]
    assert find("crane", pilot="pilot-none") == []


def test_what_was_erased_is_found_no_more(
    platform: Platform, mere: Asker, pilot: str, find: Find
) -> None:
    kept = ask(platform, mere, LogParticipation(pilot=pilot, text="Met Ngaio"))
    assert find("ngaio") == ["Met Ngaio"]

    wish = EraseProse(stream=kept.stream("entry"), version=1, reason="Not here.")
    ask(platform, mere, wish)

    assert find("ngaio") == []
    platform.rebuild(lambda _: None)
    assert find("ngaio") == []


def test_it_is_found_after_a_rebuild_too(platform: Platform, find: Find, log: Log) -> None:
    log("Rota kept")
    platform.views.keep_up()

    platform.rebuild(lambda _: None)

    assert find("rota") == ["Rota kept"]
