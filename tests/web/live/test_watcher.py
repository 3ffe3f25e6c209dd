"""Who listens in a process hears what changed, soon and once, however it was stored."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from domain.kernel.access import SYSTEM, Asker
from pilots.commands.participation import LogParticipation
from pilots.commands.people import RegisterPerson
from tests.support.machines.clock import Clock
from tests.support.stories.builders import ask
from web.app import create_app
from web.bootstrap import Platform, build
from web.live import watcher as watching
from web.live.news import MOST_FACTS, MOST_PILOTS, News, news_between
from web.live.watcher import Watcher

LONG = 20.0  # seconds no test here waits


@pytest.fixture
def watcher(platform: Platform) -> Watcher:
    """The watcher of a server."""
    watcher: Watcher = create_app(platform).state.live.of(platform).watcher
    return watcher


def listen(watcher: Watcher, pilot: str, act: Callable[[], Any]) -> News | None:
    """Listen to a pilot, let something happen, and return what was heard."""

    async def hear() -> News | None:
        async with watcher.listening(pilot) as listener:
            await asyncio.to_thread(act)
            return await listener.hear(LONG)

    return asyncio.run(hear())


def test_what_is_stored_here_is_heard_at_once(
    platform: Platform, watcher: Watcher, mere: Asker, pilot: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "EVERY", LONG)  # so that only waking helps
    heard = listen(watcher, pilot, lambda: ask(platform, mere, LogParticipation(pilot=pilot)))

    assert heard == News(platform.pilots.head(), frozenset({pilot}))


def test_what_another_process_stores_is_heard_too(
    platform: Platform, watcher: Watcher, mere: Asker, pilot: str, tmp_path: Path, database: str
) -> None:
    other = build(tmp_path / "data", Clock(), database_url=database)
    try:
        heard = listen(watcher, pilot, lambda: ask(other, mere, LogParticipation(pilot=pilot)))
    finally:
        other.close()

    assert heard == News(platform.pilots.head(), frozenset({pilot}))


def test_a_window_on_one_pilot_sleeps_through_what_happens_in_others() -> None:
    listener = watching.Listener("pilot-ours")
    listener.tell(News(5, frozenset({"pilot-theirs"})))
    assert asyncio.run(listener.hear(0)) is None

    ours = News(6, frozenset({"pilot-ours", "pilot-theirs"}))
    listener.tell(ours)
    assert asyncio.run(listener.hear(0)) == ours


def test_a_fact_about_no_pilot_may_show_anywhere(
    platform: Platform, watcher: Watcher, pilot: str
) -> None:
    heard = listen(watcher, pilot, lambda: ask(platform, SYSTEM, RegisterPerson(name="Rua")))

    assert heard == News(platform.pilots.head(), None)


def test_a_slow_reader_gets_one_piece_of_news_for_all() -> None:
    listener = watching.Listener("")
    for number in range(MOST_PILOTS * 3):
        listener.tell(News(number, frozenset({f"pilot-{number}"})))

    assert asyncio.run(listener.hear(0)) == News(MOST_PILOTS * 3 - 1, None)
    assert asyncio.run(listener.hear(0)) is None
    with pytest.raises(TimeoutError):  # it sleeps until there is more
        asyncio.run(asyncio.wait_for(listener.hear(LONG), 0.05))


def test_much_at_once_is_told_as_everything(platform: Platform, pilot: str) -> None:
    head = platform.pilots.head()

    assert news_between(platform.history, head - 1, head) == News(head, frozenset({pilot}))
    assert news_between(platform.history, 0, MOST_FACTS + 1).pilots is None


def test_nobody_looks_while_nobody_listens(
    platform: Platform, pilot: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "EVERY", 0.01)
    looks: list[int] = []

    def head() -> int:
        looks.append(1)
        return platform.pilots.head()

    async def come_and_go() -> tuple[int, int]:
        watcher = Watcher(head, lambda _, up_to: News(up_to))
        async with watcher.listening(pilot):
            await asyncio.sleep(0.1)
        await asyncio.sleep(0.1)
        before = len(looks)
        await asyncio.sleep(0.1)
        return before, len(looks)

    before, after = asyncio.run(come_and_go())
    assert before > 1
    assert after == before
