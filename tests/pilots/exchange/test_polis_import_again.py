"""Importing a conversation again after it has grown: only what is new is added."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from domain.kernel.access import Asker
from domain.participation import Participation
from pilots.commands.participation import VoidParticipation
from pilots.exchange.polis import Imported, import_polis
from pilots.exchange.polis_files import read_polis
from tests.support.machines.clock import MONDAY, Clock
from tests.support.stories.builders import ask
from tests.support.stories.polis_exports import COMMENTS, START, VOTES, Row, at, write_export
from web.bootstrap import Platform

pytestmark = pytest.mark.both_engines

HOUR = 3_600_000


def bring(
    platform: Platform, folder: Path, votes: Sequence[Row], comments: Sequence[Row] = COMMENTS
) -> Imported:
    return import_polis(platform.pilots, read_polis(write_export(folder, votes, comments)))


def standing(platform: Platform) -> list[int | None]:
    """Return the stances of the votes that nothing took the place of, oldest first."""
    facts = list(platform.pilots.facts_after(0, 1000))
    over = {e.originator_id for e in facts if e.fact.stored_as == "participation.superseded.v1"}
    votes = [e for e in facts if getattr(e.fact, "mode", "") == "react"]
    left = [e for e in votes if e.originator_id not in over]
    return [e.fact.stance for e in sorted(left, key=lambda e: e.occurred_at)]  # type: ignore[attr-defined]  # a vote


def test_a_grown_export_adds_only_what_is_new_and_says_so_today(
    platform: Platform, tmp_path: Path, clock: Clock
) -> None:
    bring(platform, tmp_path / "dogs", VOTES)
    before = platform.pilots.head()
    clock.pass_days(2)
    new = [(START + HOUR, 2, 3, "Cats too?")]

    done = bring(
        platform, tmp_path / "dogs", [*VOTES, (START + 2 * HOUR, 2, 1, 1)], [*COMMENTS, *new]
    )

    added = list(platform.pilots.facts_after(before, 100))
    assert (done.added, done.known) == (2, 6)
    assert [event.fact.stored_as for event in added] == [
        "person.registered.v1",
        "participation.logged.v1",
        "participation.logged.v1",
    ]
    assert all(event.recorded_at and event.recorded_at > MONDAY for event in added)
    assert [event.occurred_at for event in added[1:]] == [at(START + HOUR), at(START + 2 * HOUR)]


def test_a_vote_changed_since_supersedes_the_one_that_is_here(
    platform: Platform, tmp_path: Path
) -> None:
    bring(platform, tmp_path / "dogs", [(START + HOUR, 0, 1, 1)])

    bring(platform, tmp_path / "dogs", [(START + HOUR, 0, 1, 1), (START + 2 * HOUR, 0, 1, -1)])

    assert standing(platform) == [-1]


@pytest.mark.parametrize(
    "late", [1, 3], ids=["before all that is here", "between two that are here"]
)
def test_a_row_that_turns_up_late_takes_its_place_in_time(
    platform: Platform, tmp_path: Path, late: int
) -> None:
    known = [(START + 2 * HOUR, 0, 1, 1), (START + 4 * HOUR, 0, 1, -1)]
    bring(platform, tmp_path / "dogs", known)

    done = bring(platform, tmp_path / "dogs", [*known, (START + late * HOUR, 0, 1, 0)])

    assert done.added == 1
    assert standing(platform) == [-1]


def test_a_repeated_row_more_is_one_entry_more(platform: Platform, tmp_path: Path) -> None:
    row = (START + HOUR, 0, 1, 1)
    bring(platform, tmp_path / "dogs", [row] * 2)

    assert bring(platform, tmp_path / "dogs", [row] * 3).added == 1
    assert standing(platform) == [1]


def test_a_vote_taken_back_here_stays_so_when_its_voter_votes_again(
    platform: Platform, mere: Asker, tmp_path: Path
) -> None:
    first, again = (START + HOUR, 0, 1, 1), (START + 2 * HOUR, 0, 1, -1)
    bring(platform, tmp_path / "dogs", [first])
    (vote,) = (
        e for e in platform.pilots.facts_after(0, 1000) if getattr(e.fact, "mode", "") == "react"
    )
    ask(platform, mere, VoidParticipation(entry=vote.originator_id, reason="A robot."))

    assert bring(platform, tmp_path / "dogs", [first, again]).added == 1
    assert platform.pilots.rebuilt(Participation, vote.originator_id).gone
