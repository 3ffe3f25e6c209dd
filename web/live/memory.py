"""Remembers what was worked out for windows that all look again at the same moment."""

from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar

from web.http.reading import Reading

T = TypeVar("T")

ANSWERS_KEPT = 500  # answers; more are forgotten all at once


class Memory:
    """Answers that hold while the history stands where it stood; each is worked out once."""

    def __init__(self) -> None:
        """Remember nothing yet."""
        self._position = 0
        self._kept: dict[Hashable, _Answer] = {}
        self._turn = Lock()

    def recall(self, position: int, key: Hashable, make: Callable[[], Any]) -> Any:
        """Return the answer for a position of the history; whoever asks meanwhile waits for it."""
        with self._turn:
            if position < self._position:
                return make()
            if position > self._position or len(self._kept) >= ANSWERS_KEPT:
                self._position, self._kept = position, {}
            answer = self._kept.setdefault(key, _Answer())
        with answer.turn:
            if not answer.is_known:
                answer.value, answer.is_known = make(), True
            return answer.value


class _Answer:
    def __init__(self) -> None:
        self.turn = Lock()
        self.is_known = False
        self.value: Any = None


def recalled(reading: Reading, make: Callable[[], T], whose: Hashable = None) -> T:
    """Return what is made for this address, remembered for a minute at most.

    `whose` it is keeps apart what not everybody sees alike.
    """
    memory: Memory = reading.request.app.state.live.of(reading.platform).memory
    minute, address = reading.now.replace(second=0, microsecond=0), reading.request.url
    key = (address.path, address.query, reading.language, minute, whose)
    answer: T = memory.recall(reading.head, key, make)
    return answer
