"""Writes of one process that wait for their turn are committed together: one flush for all."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Lock

from eventsourcing.persistence import OperationalError, StoredEvent

from pilots.store.aside import Aside
from pilots.store.command_row import CommandRow
from pilots.store.failures import ConnectionLost

WRITES_PER_COMMIT = 100  # writes committed together


@dataclass(eq=False)
class Write:
    """The events of one command, what is written beside them, and what became of it."""

    events: Sequence[StoredEvent]
    command: CommandRow | None
    asides: Sequence[Aside] = ()
    positions: Sequence[int] | None = None
    wrong: BaseException | None = None

    @property
    def is_waiting(self) -> bool:
        """Tell whether nothing has become of it yet."""
        return self.positions is None and self.wrong is None


class Turns:
    """Lets one thread at a time commit, for itself and for all who have come meanwhile."""

    def __init__(self, commit: Callable[[Sequence[Write]], list[list[int]]]) -> None:
        """Take what commits writes in one transaction and returns the positions of each."""
        self._commit = commit
        self._waiting: deque[Write] = deque()
        self._turn = Lock()

    def take(self, write: Write) -> Sequence[int]:
        """Wait until a write is committed, and return its positions, or raise what went wrong."""
        self._waiting.append(write)
        with self._turn:
            while write.is_waiting:
                some = min(len(self._waiting), WRITES_PER_COMMIT)
                self._write([self._waiting.popleft() for _ in range(some)])
        if write.wrong:
            raise write.wrong
        return write.positions or ()

    def _write(self, writes: Sequence[Write]) -> None:
        try:
            for write, positions in zip(writes, self._commit(writes), strict=True):
                write.positions = positions
        except ConnectionLost as lost:  # nobody knows which are kept: each looks for itself
            for write in writes:
                write.wrong = ConnectionLost(str(lost))
        except Exception as wrong:  # noqa: BLE001  # raised again by whom it concerns
            if len(writes) == 1:
                writes[0].wrong = wrong
                return
            for write in writes:  # one of them conflicts, which must not hurt the others
                self._write([write])
        finally:
            for write in writes:
                if write.is_waiting:
                    write.wrong = OperationalError("The write was stopped. Send it again.")
