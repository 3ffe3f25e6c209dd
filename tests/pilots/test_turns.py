"""Writes that are committed together: one that fails hurts no other, and each has its own end."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event
from typing import Any

import pytest
from eventsourcing.persistence import IntegrityError, OperationalError
from sqlalchemy import event as listening

from pilots.store.turns import Turns, Write
from tests.pilots.by_hand import event, keep
from web.bootstrap import Platform

AT_ONCE = 16


def together(platform: Platform, *streams: str) -> list[Any]:
    """Store one event for each stream at the same moment; return positions, or what was wrong."""
    ready = Barrier(len(streams))

    def write(stream: str) -> Any:
        ready.wait()
        try:
            return keep(platform, event(stream=stream))[0]
        except IntegrityError as wrong:
            return type(wrong)

    with ThreadPoolExecutor(len(streams)) as pool:
        return list(pool.map(write, streams))


def test_a_conflict_among_many_is_told_to_one_only(platform: Platform) -> None:
    keep(platform, event(stream="pilot-taken"))

    told = together(platform, *(f"pilot-{number}" for number in range(AT_ONCE)), "pilot-taken")

    assert told[-1] is IntegrityError
    assert sorted(told[:-1]) == list(range(2, AT_ONCE + 2))
    assert [each.position for each in platform.pilots.facts_after(0, 99)] == list(
        range(1, AT_ONCE + 2)
    )


def test_writers_at_once_share_commits(platform: Platform) -> None:
    commits: list[object] = []
    listening.listen(platform.history, "commit", commits.append)
    hold, held = Event(), Event()

    def slow(_: object) -> None:
        held.set()
        hold.wait(5)

    listening.listen(platform.history, "commit", slow)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        first = pool.submit(keep, platform, event(stream="pilot-first"))
        held.wait(5)
        rest = [pool.submit(keep, platform, event(stream=f"pilot-{n}")) for n in range(AT_ONCE - 1)]
        while len(platform.pilots.recorder._turns._waiting) < AT_ONCE - 1:  # noqa: SLF001  # until all wait
            pass
        hold.set()
        assert sorted(each.result()[0] for each in [first, *rest]) == list(range(1, AT_ONCE + 1))
    assert len(commits) == 2


def test_a_write_that_is_stopped_is_not_taken_for_stored() -> None:
    def stopped(_: Any) -> list[list[int]]:
        raise KeyboardInterrupt

    write = Write([], None)
    with pytest.raises(KeyboardInterrupt):
        Turns(stopped).take(write)
    assert isinstance(write.wrong, OperationalError)
