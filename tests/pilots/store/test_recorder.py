"""The store: dense positions, one moment after the other, all of a command or nothing."""

from datetime import timedelta

import pytest
from eventsourcing.persistence import IntegrityError, MapperDeserialisationError
from sqlalchemy import text

from domain.kernel.errors import Invalid
from domain.pilot import Pilot
from projections.engine.catch_up import Unreadable
from tests.support.examples import CLOSED, OPENED, STATED
from tests.support.machines.clock import MONDAY, Clock
from tests.support.stories.events_by_hand import event, keep, moments, tamper, told
from web.bootstrap import Platform

pytestmark = pytest.mark.both_engines


def test_positions_are_dense_also_after_writes_that_failed(platform: Platform) -> None:
    assert keep(platform, event()) == [1]
    for _ in range(3):
        with pytest.raises(IntegrityError):
            keep(platform, event(OPENED, "programme-a"), event(version=1))

    assert keep(platform, event(OPENED, "programme-a"), event(STATED, version=2)) == [2, 3]
    assert [each.position for each in platform.pilots.facts_after(0, 9)] == [1, 2, 3]


def test_a_version_is_given_once(platform: Platform) -> None:
    keep(platform, event(), event(STATED, version=2))

    with pytest.raises(IntegrityError):
        keep(platform, event(CLOSED, version=2))

    assert platform.pilots.rebuilt(Pilot, "pilot-garden").charter.accomplishment == STATED.answer


def test_an_event_is_never_stored_twice(platform: Platform) -> None:
    once = event()
    keep(platform, once)

    with pytest.raises(IntegrityError):
        keep(platform, event(stream="pilot-orchard", id=once.id))


def test_several_streams_are_stored_together_or_not_at_all(platform: Platform) -> None:
    keep(platform, event())

    with pytest.raises(IntegrityError):
        keep(
            platform,
            event(OPENED, "programme-a"),
            event(stream="pilot-orchard"),
            event(STATED, version=1),
        )

    assert told(platform.pilots.facts_after(0, 9)) == [("pilot-garden", 1, "pilot.proposed.v1")]
    with platform.history.connect() as db:
        assert db.execute(text("SELECT count(*) FROM event_pilots")).scalar() == 1


def test_a_clock_set_back_holds_time_still_within_a_stream(
    platform: Platform, clock: Clock
) -> None:
    keep(platform, event())
    (first,) = moments(platform.pilots.facts_after(0, 1))
    clock.pass_days(-10)

    keep(platform, event(STATED, version=2, not_before=first), event(OPENED, "programme-a"))

    _, held, other = moments(platform.pilots.facts_after(0, 9))
    assert held == first
    assert other is not None
    assert other < MONDAY


@pytest.mark.parametrize(
    ("earlier", "later", "words"),
    [
        (0, -1, "before its last fact at 2026-03-02 09:00:00"),
        (-3, 2, "pilot-garden is said to be recorded at .*, which lies in the future"),
    ],
)
def test_a_source_keeps_to_the_time_there_is(
    platform: Platform, earlier: int, later: int, words: str
) -> None:
    first, second = MONDAY + timedelta(days=earlier), MONDAY + timedelta(days=later)

    with pytest.raises(Invalid, match=words):
        keep(
            platform,
            event(recorded_at=first),
            event(STATED, version=2, recorded_at=second),
        )

    assert platform.pilots.head() == 0


def test_streams_of_a_source_may_interleave_in_any_order(platform: Platform) -> None:
    old, new = MONDAY - timedelta(days=900), MONDAY - timedelta(days=1)

    keep(platform, event(recorded_at=new), event(OPENED, "programme-a", recorded_at=old))

    assert moments(platform.pilots.facts_after(0, 9)) == [new, old]


@pytest.mark.parametrize(
    "change",
    [
        "name = 'shutil:rmtree'",
        "state = :torn",
        "state = '{}'",
        "pilots = '[oops'",
        "recorded_at = 'yesterday'",
    ],
)
def test_a_tampered_row_leads_nowhere_and_stops_nobody(platform: Platform, change: str) -> None:
    keep(platform, event(), event(STATED, version=2), event(OPENED, "programme-a"))
    tamper(platform, f"UPDATE events SET {change} WHERE position = 2", torn=b"\xff\xfe")  # noqa: S608  # from above

    with pytest.raises(MapperDeserialisationError, match="pilot-garden 2 "):
        platform.pilots.rebuilt(Pilot, "pilot-garden")

    _, torn, other = platform.source(0, 9)
    assert isinstance(torn, Unreadable)
    assert (torn.position, torn.originator_id) == (2, "pilot-garden")
    assert not isinstance(other, Unreadable)
