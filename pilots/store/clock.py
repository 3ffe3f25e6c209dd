"""When a fact was written down: given inside the write, and never going back within a stream."""

from collections.abc import Callable
from datetime import UTC, datetime

from domain.kernel.errors import Invalid
from domain.kernel.messages import say


class Stamps:
    """Gives each event of one write its `recorded_at`."""

    def __init__(self, now: datetime) -> None:
        self._now = now
        self._last: dict[str, datetime] = {}

    def give(self, stream: str, asked: datetime | None, not_before: datetime | None) -> datetime:
        """Return the moment for the next event of a stream.

        `asked` is the time an imported source gives; without it the clock counts, held at the
        stream's last moment where the clock was set back. Raises Invalid for a source whose
        time goes back within the stream or lies ahead of our clock.
        """
        last = self._last.get(stream, not_before)
        if asked is None:
            moment = self._now if last is None else max(self._now, last)
        elif asked > self._now:
            message = say(
                "{stream} is said to be recorded at {asked}, which lies in the future.",
                stream=stream,
                asked=str(asked),
            )
            raise Invalid(message)
        elif last and asked < last:
            message = say(
                "{stream} is said to be recorded at {asked}, before its last fact at {last}.",
                stream=stream,
                asked=str(asked),
                last=str(last),
            )
            raise Invalid(message)
        else:
            moment = asked
        self._last[stream] = moment
        return moment


Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """Return the time of the machine, in UTC; tests and imports bring a clock of their own."""
    return datetime.now(UTC)
