"""Bringing a Pol.is conversation in: what it becomes here, whole or not at all."""

from collections import Counter
from pathlib import Path

import pytest

from domain.facts.participation import ParticipationLogged, ParticipationSuperseded
from domain.kernel.aggregate import Event
from domain.pilot import Pilot
from pilots.exchange.polis import Imported, import_polis
from pilots.exchange.polis_files import read_polis
from tests.support.stories.polis_exports import START, VOTES, at, write_export
from web.bootstrap import Platform

pytestmark = pytest.mark.both_engines


def bring(platform: Platform, folder: Path) -> Imported:
    return import_polis(platform.pilots, read_polis(folder))


def events(platform: Platform) -> list[Event]:
    return list(platform.pilots.facts_after(0, 1000))


def logged(platform: Platform, mode: str) -> dict[str, tuple[Event, ParticipationLogged]]:
    """Return entries of a mode by the id they have in the source."""
    return {
        str(event.outside_id): (event, event.fact)
        for event in events(platform)
        if isinstance(event.fact, ParticipationLogged) and event.fact.mode == mode
    }


def current(platform: Platform) -> int:
    """Return how many votes stand."""
    over = sum(isinstance(event.fact, ParticipationSuperseded) for event in events(platform))
    return len(logged(platform, "react")) - over


def test_a_conversation_becomes_a_running_pilot(platform: Platform, tmp_path: Path) -> None:
    done = bring(platform, write_export(tmp_path / "dogs"))

    assert (done.title, done.added, done.known) == ("Dogs in the park", 6, 0)
    pilot = platform.pilots.rebuilt(Pilot, done.pilot)
    assert (pilot.title, pilot.course.stage) == ("Dogs in the park", "running")
    (reason,) = (e.fact for e in events(platform) if e.fact.stored_as == "pilot.gate-overridden.v1")
    assert "imported" in reason.reason  # type: ignore[attr-defined]  # the fact of that name
    assert {event.by for event in events(platform)} == {"system"}
    assert len({event.source for event in events(platform)}) == 1


def test_what_was_said_and_voted_keeps_the_time_of_the_source(
    platform: Platform, tmp_path: Path
) -> None:
    bring(platform, write_export(tmp_path / "dogs"))

    for event, _ in logged(platform, "react").values():
        assert event.recorded_at == event.occurred_at
    assert sorted(event.occurred_at for event, _ in logged(platform, "react").values()) == sorted(
        at(START + after) for after in (60_000, 120_000, 180_000, 300_000)
    )
    told = [fact.text for _, fact in logged(platform, "contribute").values()]
    assert told == ["Dogs should be on a lead.", "Not before nine,\nsaid “everybody”."]
    assert events(platform)[0].recorded_at == at(START)


def test_a_vote_goes_to_oneself_to_the_host_or_to_a_peer(
    platform: Platform, tmp_path: Path
) -> None:
    bring(platform, write_export(tmp_path / "dogs"))

    directions = [fact.direction for _, fact in logged(platform, "react").values()]

    assert directions == ["self", "to-host", "to-peer", "to-peer"]
    assert [fact.stance for _, fact in logged(platform, "react").values()] == [1, 1, -1, 0]


def test_rows_that_repeat_each_other_are_told_apart_by_a_number(
    platform: Platform, tmp_path: Path
) -> None:
    moment = START + 120_001
    bring(platform, write_export(tmp_path / "dogs", votes=[(moment, 0, 1, 1)] * 3))

    assert list(logged(platform, "react")) == [f"vote/0/1/{moment}/1/{n}" for n in (1, 2, 3)]
    assert current(platform) == 1


def test_a_vote_that_was_changed_supersedes_the_one_before(
    platform: Platform, tmp_path: Path
) -> None:
    again = (START + 900_000, 0, 1, -1)
    bring(platform, write_export(tmp_path / "dogs", votes=[again, *VOTES]))

    (over,) = (e for e in events(platform) if isinstance(e.fact, ParticipationSuperseded))
    first, later = (
        next(
            e
            for e, f in logged(platform, "react").values()
            if f.stance == stance and f.direction == "to-host"
        )
        for stance in (1, -1)
    )
    assert over.fact == ParticipationSuperseded(by_entry=later.originator_id)
    assert (over.originator_id, over.because_of) == (first.originator_id, later.id)
    assert over.recorded_at == later.recorded_at == at(START + 900_000)


def test_the_same_export_again_adds_nothing(platform: Platform, tmp_path: Path) -> None:
    folder = write_export(tmp_path / "dogs")
    first = bring(platform, folder)
    before = platform.pilots.head()

    again = bring(platform, folder)

    assert (again.pilot, again.added, again.known) == (first.pilot, 0, 6)
    assert platform.pilots.head() == before


def test_two_conversations_do_not_mix(platform: Platform, tmp_path: Path) -> None:
    dogs = bring(platform, write_export(tmp_path / "dogs"))
    other = [("topic", "Cats"), ("url", "https://polis.example/cats")]
    cats = bring(platform, write_export(tmp_path / "cats", summary=other))

    assert dogs.pilot != cats.pilot
    about = Counter(event.pilots for event in events(platform))
    assert about[(dogs.pilot,)] == about[(cats.pilot,)] == 10
    names = [event.fact.stored_as for event in events(platform)]
    assert names.count("programme.opened.v1") == 1


def test_an_import_that_is_interrupted_leaves_nothing(platform: Platform, tmp_path: Path) -> None:
    folder, seen = write_export(tmp_path / "dogs"), Counter[str]()

    def interrupt(rows: int) -> None:
        seen["rows"] += rows
        if seen["rows"] == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_polis(platform.pilots, read_polis(folder), interrupt)

    assert platform.pilots.head() == 0
    assert bring(platform, folder).added == 6
