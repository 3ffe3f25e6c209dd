"""Writes that are committed together: one that fails hurts no other, and each has its own end."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event
from time import sleep
from typing import Any

import pytest
from eventsourcing.persistence import IntegrityError, OperationalError
from sqlalchemy import event as listening

from pilots.store.group_commit import Turns, Write
from tests.support.stories.events_by_hand import event, keep
from web.bootstrap import Platform

pytestmark = pytest.mark.both_engines

AT_ONCE = 16


def together(platform: Platform, *streams: str) -> list[Any]:
    """Store one event for each stream: the first alone, all others while it is being committed.

    Returns positions, or the kind of what went wrong.
    """
    hold, held = Event(), Event()

    def wait(_: object) -> None:
        held.set()
        hold.wait(5)

    def write(stream: str) -> Any:
        try:
            return keep(platform, event(stream=stream))[0]
        except IntegrityError as wrong:
            return type(wrong)

    listening.listen(platform.history, "commit", wait)
    with ThreadPoolExecutor(len(streams)) as pool:
        first = pool.submit(write, streams[0])
        held.wait(5)
        others = [pool.submit(write, stream) for stream in streams[1:]]
        while len(platform.pilots.recorder._turns._waiting) < len(others):  # noqa: SLF001  # until all wait
            sleep(0.001)
        hold.set()
        return [each.result() for each in (first, *others)]


def test_a_conflict_among_many_is_told_to_one_only(platform: Platform) -> None:
    keep(platform, event(stream="pilot-taken"))

    told = together(platform, *(f"pilot-{number}" for number in range(AT_ONCE)), "pilot-taken")

    assert told[-1] is IntegrityError
    assert sorted(told[:-1]) == list(range(2, AT_ONCE + 2))
    assert platform.pilots.head() == AT_ONCE + 1


def test_writers_at_once_share_commits(platform: Platform) -> None:
    commits: list[object] = []
    listening.listen(platform.history, "commit", commits.append)

    told = together(platform, *(f"pilot-{number}" for number in range(AT_ONCE)))

    assert sorted(told) == list(range(1, AT_ONCE + 1))
    assert len(commits) == 2


def test_a_write_that_is_stopped_is_not_taken_for_stored() -> None:
    def stopped(_: Any) -> list[list[int]]:
        raise KeyboardInterrupt

    write = Write([], None)
    with pytest.raises(KeyboardInterrupt):
        Turns(stopped).take(write)
    assert isinstance(write.wrong, OperationalError)
