"""What many windows ask for at once is worked out once, and anew when the history moves."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

import pytest

from domain.kernel.access import Asker
from pilots.commands.participation import LogParticipation
from pilots.commands.pilot import ProposePilot
from tests.support.machines.clock import Clock
from tests.support.pages.browser import Browser, sign_in
from tests.support.stories.builders import ask
from tests.web.http.test_responses_to_htmx import PARTIAL
from web.live import memory as remembering
from web.live.memory import Memory


@pytest.fixture
def counted() -> Callable[[], int]:
    """Answers one more each time it is worked out."""
    answers = iter(range(100))
    return lambda: next(answers)


def test_an_answer_holds_until_the_history_moves(counted: Callable[[], int]) -> None:
    memory = Memory()

    assert [memory.recall(3, "a", counted) for _ in range(3)] == [0, 0, 0]
    assert memory.recall(3, "b", counted) == 1
    assert memory.recall(4, "a", counted) == 2
    assert memory.recall(3, "a", counted) == 3  # who comes late is answered, and nothing kept
    assert memory.recall(4, "a", counted) == 2


def test_who_asks_at_the_same_time_waits_for_one_answer(counted: Callable[[], int]) -> None:
    memory, all_here, go_on = Memory(), Barrier(5), Event()

    def slowly() -> int:
        go_on.wait(20)
        return counted()

    def asking(_: int) -> int:
        all_here.wait(20)
        answer: int = memory.recall(1, "a", slowly)
        return answer

    with ThreadPoolExecutor(4) as people:
        answers = people.map(asking, range(4))
        all_here.wait(20)
        go_on.set()
        assert list(answers) == [0, 0, 0, 0]


def test_what_failed_is_not_kept(counted: Callable[[], int]) -> None:
    memory = Memory()

    def fails() -> int:
        raise OSError

    with pytest.raises(OSError):  # noqa: PT011  # it says nothing
        memory.recall(1, "a", fails)
    assert memory.recall(1, "a", counted) == 0


def test_it_remembers_no_more_than_so_much(
    monkeypatch: pytest.MonkeyPatch, counted: Callable[[], int]
) -> None:
    monkeypatch.setattr(remembering, "ANSWERS_KEPT", 2)
    memory = Memory()

    assert [memory.recall(1, key, counted) for key in "abcc"] == [0, 1, 2, 2]
    assert memory.recall(1, "a", counted) == 3


def test_each_sees_in_the_log_what_they_may_do(manager: Browser, mere: Asker, pilot: str) -> None:
    other = sign_in(manager.platform, "rua", "member")
    ask(manager.platform, mere, LogParticipation(pilot=pilot, text="Written by Mere"))
    path = f"/pilots/{pilot}?part=feed"
    other.client.app.state = manager.client.app.state

    assert "Take back" in manager.page(path, **PARTIAL).text()
    assert "Take back" not in other.page(path, **PARTIAL).text()


def test_a_region_is_worked_out_anew_after_a_minute(
    manager: Browser, mere: Asker, clock: Clock
) -> None:
    silent = ask(manager.platform, mere, ProposePilot(title="Silent")).stream("pilot")

    def said() -> str:
        return manager.page(f"/pilots/{silent}?part=hero", **PARTIAL).text()

    assert "Unanswered for 20 days" not in said()
    clock.pass_days(20)
    assert "Unanswered for 20 days" in said()


def test_windows_in_two_languages_are_told_each_in_its_own(browser: Browser, shown: str) -> None:
    def hints(language: str) -> str:
        part = f"/pilots/{shown}?part=result"
        return browser.page(part, accept_language=language, **PARTIAL).text()

    english, german = hints("en"), hints("de")

    assert "No measure yet." in english
    assert "No measure yet." not in german
    assert hints("en") == english != german
    assert not set(english.split(". ")) & set(german.split(". "))
