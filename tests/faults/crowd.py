"""Writers who send every command again until it is acknowledged, and look at what they wrote."""

import re
from collections import Counter
from itertools import count
from threading import Event, Lock, Thread
from time import monotonic, sleep
from typing import Any, Self

from tests.faults.calling import PATIENCE, UNREACHED, call

ALERT = re.compile(r'<p role="alert">(.*?)</p>')
LOG = "/api/v1/commands/log-participation"


class Crowd:
    """Writes entries to one pilot from as many threads as asked for, until the block ends."""

    def __init__(
        self, address: str, pilot: str, writers: int = 8, *, called: str = "entry", look: int = 10
    ) -> None:
        """Take where to write; every `look`th acknowledgement is looked up, none where it is 0."""
        self.address, self.pilot, self._called, self._look = address, pilot, called, look
        self.told: dict[str, dict[str, Any]] = {}
        """What was acknowledged: text to receipt."""
        self.refused: Counter[tuple[int, str]] = Counter()
        """How often a server said no, by status and sentence."""
        self.unreached = 0
        """How often there was no answer at all."""
        self.slowest = 0.0
        """How long the slowest answer took, in seconds."""
        self.wrong: list[str] = []
        """What must never be."""
        self._patience = PATIENCE
        self._over, self._lock, self._numbers = Event(), Lock(), count()
        self._threads = [Thread(target=self._write) for _ in range(writers)]

    def __enter__(self) -> Self:
        """Let them begin."""
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Let everybody finish what they have begun."""
        self._over.set()
        self._patience = 0.0 if kind else PATIENCE  # nobody waits for a test that has failed
        for thread in self._threads:
            thread.join()
        if kind is None:
            assert not self.wrong, self.wrong

    def wait_for(self, more: int, within: float = PATIENCE) -> None:
        """Wait until more has been acknowledged than there is now."""
        enough, deadline = len(self.told) + more, monotonic() + within
        while len(self.told) < enough:
            assert monotonic() < deadline, (self.wrong, self.refused, self.unreached)
            sleep(0.005)

    def _write(self) -> None:
        try:
            while not self._over.is_set():
                with self._lock:
                    number = next(self._numbers)
                self._until_told(f"{self._called} {number}", f"{self._called}-request-{number:06}")
                if self._look and number % self._look == 0:
                    self._read()
        except Exception as wrong:  # noqa: BLE001  # told by the test
            self.wrong.append(repr(wrong))

    def _until_told(self, text: str, key: str) -> None:
        begun = monotonic()
        while monotonic() < begun + self._patience:
            answered = self._asked("POST", LOG, key, {"pilot": self.pilot, "text": text})
            if answered and answered[0] == 201:
                self.told[text] = answered[1]
                return
            sleep(0.05)
        self.wrong.append(f"{text} was never acknowledged")

    def _read(self) -> None:
        """See at least as many entries as had been acknowledged before."""
        known = len(self.told)
        answered = self._asked("GET", f"/api/v1/pilots/{self.pilot}")
        if answered and (seen := answered[1]["figures"]["entries"]) < known:
            self.wrong.append(f"{seen} entries were shown after {known} were acknowledged")
        self._asked("GET", f"/pilots/{self.pilot}")

    def _asked(
        self, method: str, path: str, key: str = "", body: Any = None
    ) -> tuple[int, Any] | None:
        begun = monotonic()
        try:
            status, told = call(self.address, method, path, key, body)
        except UNREACHED:
            with self._lock:
                self.unreached += 1
            return None
        self.slowest = max(self.slowest, monotonic() - begun)
        if status < 300:
            return status, told
        sentence = told["title"] if isinstance(told, dict) else _alert_in(told)
        with self._lock:
            self.refused[status, sentence] += 1
        if status < 500 or "Traceback" in sentence or not sentence.endswith("."):
            self.wrong.append(f"{status}: {sentence}")
        return None


def _alert_in(page: str) -> str:
    """Return the sentence of a page that says no, or all of it where it has none."""
    found = ALERT.search(page)
    return found[1] if found else page
