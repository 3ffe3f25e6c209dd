"""The entries: who took part, corrections and voids, and what they leave alone."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from domain.facts.participation import (
    ParticipationAcknowledged,
    ParticipationChanges,
    ParticipationCorrected,
    ParticipationJoined,
    ParticipationLogged,
    ParticipationSuperseded,
    ParticipationVoided,
)
from domain.facts.pilot import PilotResumed
from projections.engine.as_of import Cut, counted
from projections.models import entries
from projections.models.entries import ALONG, COMPANIONS, COUNTED, ENTRIES, PARTICIPATION, RHYTHM
from tests.support.stories.telling import PILOT, counts, happened, in_order, rows, state, told

pytestmark = pytest.mark.both_engines

ENTRY = "entry-one"
LOGGED = ParticipationLogged(
    pilot=PILOT,
    person="person-mere",
    with_=("person-rua", "person-kiri", "person-rua"),
    mode="co-create",
    direction="to-peer",
    minutes=30,
    text="We wrote the minutes.",
)


def test_a_logged_entry_stands_with_what_was_said(tmp_path: Path) -> None:
    found = state(told(tmp_path, in_order(ENTRY, LOGGED)), ENTRIES)
    assert {key: value for key, value in found.items() if value is not None} == {
        "entry": ENTRY,
        "pilot": PILOT,
        "person": "person-mere",
        "mode": "co-create",
        "direction": "to-peer",
        "minutes": 30,
        "about": "work",
        "text": "We wrote the minutes.",
        "occurred_at": "2026-03-02T09:01:00.000000Z",
        "occurred_on": "2026-03-02",
        "logged_on": "2026-03-02",
        "status": "logged",
        "corrections": 0,
        "useful": 0,
        "not_useful": 0,
    }


def test_everybody_who_was_with_stands_once(tmp_path: Path) -> None:
    joined = ParticipationJoined(person="person-hemi")
    engine = told(tmp_path, in_order(ENTRY, LOGGED, joined))
    people = [row["person"] for row in rows(engine, COMPANIONS)]
    assert people == ["person-hemi", "person-kiri", "person-rua"]
    assert {(row["pilot"], row["status"]) for row in rows(engine, COMPANIONS)} == {
        (PILOT, "logged")
    }


def test_corrections_change_what_they_name_and_are_counted(tmp_path: Path) -> None:
    changes = ParticipationChanges(
        minutes=None, mode="ask", occurred_at=datetime(2026, 3, 1, 12, tzinfo=UTC)
    )
    once = ParticipationCorrected(changes=changes, reason="Misremembered.")
    again = ParticipationCorrected(changes=ParticipationChanges(stance=-1), reason="Forgot.")
    engine = told(tmp_path, in_order(ENTRY, LOGGED, once, again))
    first, now = rows(engine, ENTRIES, Cut(position=1))[0], rows(engine, ENTRIES)[0]
    changed = {key: now[key] for key in now if now[key] != first[key]}
    del changed["position"], changed["known_from"]
    assert changed == {
        "minutes": None,
        "mode": "ask",
        "stance": -1,
        "occurred_at": "2026-03-01T12:00:00.000000Z",
        "occurred_on": "2026-03-01",
        "corrections": 2,
    }
    assert len(rows(engine, COMPANIONS)) == 2


def test_a_correction_of_who_was_with_replaces_all_of_them(tmp_path: Path) -> None:
    changes = ParticipationChanges(with_=("person-kiri", "person-hemi"))
    corrected = ParticipationCorrected(changes=changes, reason="Wrong Rua.")
    engine = told(tmp_path, in_order(ENTRY, LOGGED, corrected))
    assert [row["person"] for row in rows(engine, COMPANIONS)] == ["person-hemi", "person-kiri"]
    before = rows(engine, COMPANIONS, Cut(position=1))
    assert [row["person"] for row in before] == ["person-kiri", "person-rua"]


def test_a_voided_entry_no_longer_counts_and_neither_do_companions(tmp_path: Path) -> None:
    other = happened("entry-two", LOGGED, 3)
    events = [*in_order(ENTRY, LOGGED, ParticipationVoided(reason="Never was.")), other]
    with told(tmp_path, events).connect() as db:
        took_part = counted(PARTICIPATION, Cut(), ("mode",), pilot=PILOT, status=COUNTED)
        along = counted(ALONG, Cut(), ("person", "status"), pilot=PILOT)
        days = counted(RHYTHM, Cut(position=1), ("occurred_on",), pilot=PILOT, status=COUNTED)
        assert counts(db, took_part) == {("co-create",): 1}
        assert counts(db, along) == {
            (f"person-{name}", status): 1
            for name in ("kiri", "rua")
            for status in ("logged", "voided")
        }
        assert counts(db, days) == {("2026-03-02",): 1}


def test_a_superseded_entry_still_counts_as_something_that_happened(tmp_path: Path) -> None:
    superseded = ParticipationSuperseded(by_entry="entry-two")
    engine = told(tmp_path, in_order(ENTRY, LOGGED, superseded))
    assert state(engine, ENTRIES)["status"] == "superseded"
    with engine.connect() as db:
        happened_so_far = counted(PARTICIPATION, Cut(), ("pilot",), status=COUNTED)
        current = counted(PARTICIPATION, Cut(), ("pilot",), status="logged")
        assert counts(db, happened_so_far) == {(PILOT,): 1}
        assert not counts(db, current)


def test_those_it_was_for_say_whether_it_was_useful(tmp_path: Path) -> None:
    said = [ParticipationAcknowledged(useful=useful) for useful in (True, False, True)]
    found = state(told(tmp_path, in_order(ENTRY, LOGGED, *said)), ENTRIES)
    assert (found["useful"], found["not_useful"]) == (2, 1)


def test_what_entries_leave_alone_says_nothing() -> None:
    assert list(entries.project(happened("pilot-x", PilotResumed()))) == []
