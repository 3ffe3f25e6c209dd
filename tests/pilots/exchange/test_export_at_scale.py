"""Exports of long histories: one consistent moment, in flat memory, placed on either axis."""

import gc
import tracemalloc
from collections import Counter
from datetime import UTC, datetime, timedelta
from threading import Event as Flag
from threading import Thread
from typing import Any

import pytest
from sqlalchemy import Row

from domain.kernel.access import Asker
from domain.kernel.moments import stamp
from pilots.commands.pilot import ProposePilot
from pilots.store.reader import PAGE_SIZE, Axis, Extent, lines_of, rows_of
from tests.support.examples import OPENED, STATED
from tests.support.machines.clock import MONDAY
from tests.support.stories.builders import ask
from tests.support.stories.events_by_hand import event, keep, keep_many
from web.bootstrap import Platform

pytestmark = pytest.mark.both_engines


def test_what_happens_meanwhile_waits_for_the_next_export(platform: Platform) -> None:
    keep_many(platform, 2 * PAGE_SIZE + 5)
    head = platform.pilots.head()
    rows = rows_of(platform.history, Extent(up_to=head))

    first = next(rows)
    keep_many(platform, PAGE_SIZE, from_version=head + 1)

    assert [first.position, *(row.position for row in rows)] == list(range(1, head + 1))


def test_an_export_beside_a_writer_has_only_whole_commands(platform: Platform, mere: Asker) -> None:
    stop = Flag()

    def write() -> None:
        while not stop.is_set():
            ask(platform, mere, ProposePilot(title="Orchard"))

    writer = Thread(target=write)
    writer.start()
    try:
        heads: set[int] = set()
        while len(heads) < 20 and writer.is_alive():
            heads.add(export_whole_commands(platform))
    finally:
        stop.set()
        writer.join()

    assert len(heads) == 20, "the writer stopped writing"


def export_whole_commands(platform: Platform) -> int:
    """Export up to the head, and see that no command is cut through."""
    head = platform.pilots.head()
    names: Counter[str] = Counter(row.name for row in rows_of(platform.history, Extent(up_to=head)))
    assert sum(names.values()) == head
    assert names["programme.opened.v1"] == names["pilot.member-joined.v1"]
    return head


def peak(platform: Platform) -> int:
    """Return the most memory an export of everything takes, in bytes."""
    gc.collect()
    tracemalloc.start()
    try:
        for piece in lines_of(rows_of(platform.history, Extent())):
            assert piece.endswith(b"}\n")
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_a_long_history_takes_no_more_memory_than_a_short_one(platform: Platform) -> None:
    keep_many(platform, 5_000)
    peak(platform)  # what is loaded once and kept
    short = peak(platform)
    keep_many(platform, 15_000, from_version=5_001)

    assert peak(platform) < 1.5 * short


DAY = timedelta(days=1)
MIDNIGHT = datetime(2025, 6, 1, tzinfo=UTC)


def placed(platform: Platform, axis: Axis, since: datetime, until: datetime) -> list[int]:
    """Return the versions of what happened, or was written down, in a range."""
    extent = Extent(axis=axis, since=stamp(since), until=stamp(until))
    found: list[Row[Any]] = list(rows_of(platform.history, extent))
    return [row.version for row in found]


@pytest.fixture
def diary(platform: Platform) -> Platform:
    """Four things that happened around two midnights, all written down on a Monday."""
    happened = [MIDNIGHT, MIDNIGHT + timedelta(microseconds=1), MIDNIGHT + DAY, MIDNIGHT - DAY / 2]
    keep(
        platform,
        event(OPENED, "programme-a", occurred_at=MIDNIGHT - 9 * DAY),
        *(event(STATED, version=n, occurred_at=at) for n, at in enumerate(happened, 2)),
    )
    return platform


def test_a_range_of_what_happened_holds_both_of_its_ends(diary: Platform) -> None:
    assert placed(diary, "occurred", MIDNIGHT, MIDNIGHT + DAY) == [2, 3, 4]
    assert placed(diary, "occurred", MIDNIGHT, MIDNIGHT) == [2]
    assert placed(diary, "occurred", MIDNIGHT - DAY, MIDNIGHT) == [2, 5]


def test_an_event_said_in_another_zone_stands_where_it_happened(platform: Platform) -> None:
    evening = datetime.fromisoformat("2025-06-02T08:00:00+13:00")  # the first of June in UTC
    keep(platform, event(STATED, occurred_at=evening))

    assert placed(platform, "occurred", MIDNIGHT, MIDNIGHT + DAY - timedelta(microseconds=1)) == [1]


def test_a_range_of_what_was_written_down_is_another(diary: Platform) -> None:
    assert placed(diary, "recorded", MIDNIGHT - DAY, MIDNIGHT + DAY) == []
    assert placed(diary, "recorded", MONDAY, MONDAY + DAY) == [1, 2, 3, 4, 5]


def test_a_limit_counts_what_is_wanted_not_what_was_read(platform: Platform) -> None:
    old = [event(version=n, occurred_at=MIDNIGHT - DAY) for n in range(1, PAGE_SIZE + 11)]
    new = [event(version=n, occurred_at=MIDNIGHT) for n in range(PAGE_SIZE + 11, PAGE_SIZE + 21)]
    keep(platform, *old, *new)
    extent = Extent(axis="occurred", since=stamp(MIDNIGHT - DAY / 2))

    assert [row.version for row in rows_of(platform.history, extent, limit=3)] == [
        PAGE_SIZE + 11, PAGE_SIZE + 12, PAGE_SIZE + 13,
    ]  # fmt: skip  # one line
