"""Who worked with whom: done together, said to somebody, answered; put right and taken back."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from domain.facts.participation import (
    ParticipationChanges,
    ParticipationCorrected,
    ParticipationJoined,
    ParticipationLogged,
    ParticipationVoided,
)
from domain.kernel.aggregate import Fact
from projections.engine.as_of import NOW, Cut, counted
from projections.engine.catch_up import parked
from projections.models.interactions import BONDS, MEETINGS
from tests.support.stories.telling import PILOT, counts, happened, in_order, rows, told

pytestmark = pytest.mark.both_engines

DAY = "2026-03-02"


def entry(
    person: str = "mere", *along: str, to: str | None = None, towards: str = "to-peer"
) -> Fact:
    return ParticipationLogged(
        pilot=PILOT,
        person=f"person-{person}",
        with_=tuple(f"person-{name}" for name in along),
        to=to,
        mode="contribute",
        direction=towards,  # type: ignore[arg-type]  # one of the directions
    )


def bonds(folder: Path, *facts: Fact, cut: Cut = NOW) -> set[tuple[str, str, str]]:
    found = rows(told(folder, in_order("entry-a", *facts)), BONDS, cut)
    return {(row["one"][7:], row["other"][7:], row["day"]) for row in found}


def test_whoever_did_something_together_is_tied_whomever_it_was_said_to(tmp_path: Path) -> None:
    told_all = entry("mere", "rua", "hemi", "rua", towards="broadcast")
    assert bonds(tmp_path, told_all) == {("mere", "rua", DAY), ("mere", "hemi", DAY)}


def test_what_is_said_to_somebody_ties_and_what_is_broadcast_does_not(tmp_path: Path) -> None:
    assert bonds(tmp_path, entry(to="person-rua")) == {("mere", "rua", DAY)}
    other = tmp_path / "other"
    other.mkdir()
    assert bonds(other, entry(to="person-rua", towards="broadcast")) == set()


def test_an_answer_ties_to_whoever_said_what_it_answers(tmp_path: Path) -> None:
    asked, answered = happened("entry-a", entry("rua"), 1), entry(to="entry-a")
    unknown = happened("entry-c", entry(to="entry-nobody"), 3)
    engine = told(tmp_path, [asked, happened("entry-b", answered, 2), unknown])
    found = [(row["entry"], row["one"], row["other"]) for row in rows(engine, BONDS)]
    assert found == [("entry-b", "person-mere", "person-rua")]
    assert parked(engine) == []


def test_whoever_joins_later_is_tied_to_whoever_logged_it(tmp_path: Path) -> None:
    joined = ParticipationJoined(person="person-kiri")
    both = {("mere", "rua", DAY), ("mere", "kiri", DAY)}
    assert bonds(tmp_path, entry("mere", "rua"), joined) == both


def test_a_correction_moves_ties_and_a_void_ends_them(tmp_path: Path) -> None:
    at = datetime(2026, 2, 1, tzinfo=UTC)
    changes = ParticipationChanges(with_=("person-hemi",), occurred_at=at)
    corrected = ParticipationCorrected(changes=changes, reason="It was Hemi.")
    facts = (
        entry("mere", "rua", to="person-kiri"),
        corrected,
        ParticipationVoided(reason="Never was."),
    )
    for position, expected in enumerate(
        (
            {("mere", "rua", DAY), ("mere", "kiri", DAY)},
            {("mere", "hemi", "2026-02-01"), ("mere", "kiri", "2026-02-01")},
            set(),
        ),
        1,
    ):
        folder = tmp_path / str(position)
        folder.mkdir()
        assert bonds(folder, *facts, cut=Cut(position=position)) == expected


def test_meetings_are_counted_by_pair_and_day(tmp_path: Path) -> None:
    events = [happened(f"entry-{n}", entry("mere", "rua"), n) for n in (1, 2, 3)]
    engine = told(tmp_path, [*events, happened("entry-3", ParticipationVoided(reason="No."), 4)])
    with engine.connect() as db:
        now = counts(db, counted(MEETINGS, Cut(), MEETINGS.by))
        then = counts(db, counted(MEETINGS, Cut(position=3), MEETINGS.by))
    assert dict(now) == {("person-mere", "person-rua", DAY): 2}
    assert dict(then) == {("person-mere", "person-rua", DAY): 3}
