"""Carries out commands (find, decide, keep) once, however often they are sent or overtaken."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from typing import TypeVar

from eventsourcing.application import Application
from eventsourcing.persistence import IntegrityError
from eventsourcing.utils import Environment, EnvType
from msgspec import structs
from msgspec.json import Encoder, decode
from sqlalchemy import Engine

from domain.errors import Conflict, Reused
from domain.kernel import Aggregate, Event
from domain.moments import must_be_in_reach
from pilots.asking import Asking, KeptFact, Receipt
from pilots.commands.base import Command
from pilots.store.command_row import CommandRow
from pilots.store.mapper import FactMapper
from pilots.store.recorder import HistoryRecorder
from pilots.work import When, Work

A = TypeVar("A", bound=Aggregate)

ATTEMPTS = 8
_canonical = Encoder(decimal_format="string", order="sorted")


def utc_now() -> datetime:
    """Return the time."""
    return datetime.now(UTC)


class Pilots(Application[str]):
    """The write side of the platform."""

    name = "pilots"
    recorder: HistoryRecorder
    mapper: FactMapper

    def __init__(self, engine: Engine, clock: Callable[[], datetime] = utc_now) -> None:
        self.clock = clock
        self.engine = engine
        super().__init__()

    def carry_out(self, asking: Asking, command: Command) -> Receipt:
        """Carry out a command once and return what it led to.

        The same id with the same body is answered as the first time; with another body it is
        refused. Raises Refused, with a sentence, where the command cannot be carried out;
        nothing is stored then.
        """
        if asking.body is None:
            asking = structs.replace(asking, body=command)
        for _ in range(ATTEMPTS):
            if done := self.answered(asking, command.called):
                return done
            work = Work(self, asking, self._when(command))
            work.may("write")
            command.carry_out(work)
            work.stamp()
            try:
                return self.keep(work.events, asking, _digest(asking, command.called))
            except IntegrityError:
                continue  # somebody was faster: decide again on what is known now
        message = "Others are changing the same thing right now. Please try again."
        raise Conflict(message)

    def answered(self, asking: Asking, called: str) -> Receipt | None:
        """Return the first answer to this command id, or None where it is new.

        Raises Reused where it came with another body.
        """
        done = self.recorder.outcome_of(asking.asker.person, asking.command_id)
        if done is None:
            return None
        digest, outcome = done
        if digest != _digest(asking, called):
            message = "This command id was used before with other content. Send it with a new id."
            raise Reused(message)
        return decode(outcome, type=Receipt)

    def keep(self, events: Sequence[Event], asking: Asking, digest: str) -> Receipt:
        """Store all facts of one command, and the command with them."""

        def outcome(positions: Sequence[int]) -> bytes:
            return _canonical.encode(_receipt(events, positions))

        row = CommandRow(asking.asker.person, asking.command_id, digest, outcome)
        stored = [self.mapper.to_stored_event(event) for event in events]
        return _receipt(events, self.recorder.insert_events(stored, command=row))

    def facts_after(self, position: int, limit: int) -> Iterable[Event]:
        """Return the next facts after a position, oldest first."""
        page = self.recorder.select_notifications(position, limit, inclusive_of_start=False)
        return [self.mapper.to_domain_event(stored) for stored in page]

    def head(self) -> int:
        """Return the last position of the history, 0 where it is empty."""
        return self.recorder.max_notification_id() or 0

    def rebuilt(self, kind: type[A], stream: str) -> A:
        """Return a thing as its history made it; its version is 0 where nothing happened."""

        def replay(thing: A | None, events: Iterable[Event]) -> A:
            return (thing or kind(stream)).replay(events)

        return self.repository.get(stream, projector_func=replay)

    def construct_env(self, name: str, env: EnvType | None = None) -> Environment:
        """Take no settings from whatever the shell holds."""
        return Environment(name, env)

    def construct_mapper(self) -> FactMapper:
        """Write facts down our own way."""
        return FactMapper()

    def construct_recorder(self) -> HistoryRecorder:
        """Keep them in the database we were given."""
        return HistoryRecorder(self.engine, self.clock)

    def _when(self, command: Command) -> When:
        if command.occurred_at is None:
            return When(self.clock(), "ms", command.zone)
        must_be_in_reach(command.occurred_at)
        return When(command.occurred_at, command.precision, command.zone)


def _digest(asking: Asking, called: str) -> str:
    return sha256(_canonical.encode([called, asking.body])).hexdigest()


def _receipt(events: Sequence[Event], positions: Sequence[int]) -> Receipt:
    facts = (
        KeptFact(event.fact.stored_as, event.originator_id, event.originator_version, position)
        for event, position in zip(events, positions, strict=True)
    )
    return Receipt(positions[-1] if positions else 0, tuple(facts))
