"""Carries out commands (find, decide, keep) once, however often they are sent or overtaken."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from time import sleep
from typing import TypeVar

from eventsourcing.application import Application
from eventsourcing.persistence import IntegrityError
from eventsourcing.utils import Environment, EnvType
from sqlalchemy import Engine

from domain.kernel.aggregate import Aggregate, Event
from domain.kernel.errors import Conflict, Reused
from domain.kernel.messages import say
from pilots.authorization import admit
from pilots.commands.base import Command
from pilots.commands.references import must_be_here
from pilots.concurrency import must_be_current
from pilots.gates import Knowing, pass_gates
from pilots.idempotency import digest_of, outcome_of, receipt_in, receipt_of
from pilots.request import CommandRequest, Receipt
from pilots.store.aside import Aside
from pilots.store.clock import Clock, utc_now
from pilots.store.command_row import CommandRow
from pilots.store.erasure import forget_blanked
from pilots.store.failures import ConnectionLost
from pilots.store.mapper import FactMapper
from pilots.store.recorder import HistoryRecorder
from pilots.unit_of_work import UnitOfWork

A = TypeVar("A", bound=Aggregate)

ATTEMPTS = 8
PAUSES = (0.05, 0.2, 0.8, 2.0)  # seconds, after a connection was lost
REUSED = say("This command id was used before with other content. Send it with a new id.")


class Pilots(Application[str]):
    """The write side of the platform."""

    name = "pilots"
    recorder: HistoryRecorder
    mapper: FactMapper

    def __init__(self, engine: Engine, knowing: Knowing, clock: Clock = utc_now) -> None:
        """Keep facts in a database; gates ask `knowing` what is known about a pilot."""
        self.knowing = knowing
        self.clock = clock
        self.engine = engine
        self.after_keeping: Callable[[], None] = lambda: None
        super().__init__()

    def carry_out(self, asking: CommandRequest, command: Command) -> Receipt:
        """Carry out a command once and return what it led to.

        The same id with the same body is answered as the first time; with another body it is
        refused. Raises Refused, with a sentence, where the command cannot be carried out;
        nothing is stored then.
        """
        asking = admit(asking, command, self.recorder)
        pauses = iter(PAUSES)
        for _ in range(ATTEMPTS):
            try:
                return self._try(asking, command)
            except IntegrityError:
                continue  # somebody was faster: decide again on what is known now
            except ConnectionLost:
                if (pause := next(pauses, None)) is None:
                    raise
                sleep(pause)  # then look whether it was stored after all
        raise Conflict(say("Others are changing the same thing right now. Please try again."))

    def _try(self, asking: CommandRequest, command: Command) -> Receipt:
        if done := self.answered(asking, command.called):
            return done
        must_be_here(self, command)
        work = UnitOfWork(self, asking, command.when(self.clock))
        command.must_be_allowed(work)
        try:
            for gated in (command, *command.gated_as):
                pass_gates(work, gated, self.knowing, self.clock())
            command.carry_out(work)
        finally:  # who was overtaken hears that first; who comes after this look conflicts
            must_be_current(self, asking, command)
        work.stamp()
        receipt = self.keep(work.events, asking, digest_of(asking, command.called), work.asides)
        forget_blanked(self.engine, work.asides)
        return receipt

    def answered(self, asking: CommandRequest, called: str) -> Receipt | None:
        """Return the first answer to this command id, or None where it is new.

        Raises Reused where it came with another body.
        """
        done = self.recorder.outcome_of(asking.asker.person, asking.command_id)
        if done is None:
            return None
        digest, outcome = done
        if digest != digest_of(asking, called):
            raise Reused(REUSED)
        return receipt_in(outcome)

    def keep(
        self,
        events: Sequence[Event],
        asking: CommandRequest,
        digest: str,
        asides: Sequence[Aside] = (),
    ) -> Receipt:
        """Store all facts of one command, with the command and what it writes beside them."""
        outcome = partial(outcome_of, events)
        row = CommandRow(asking.asker.person, asking.command_id, digest, outcome)
        stored = [self.mapper.to_stored_event(event) for event in events]
        positions = self.recorder.insert_events(stored, command=row, asides=asides)
        self.after_keeping()
        return receipt_of(events, positions)

    def facts_after(self, position: int, limit: int) -> Iterable[Event]:
        """Return the next facts after a position, oldest first."""
        page = self.recorder.select_notifications(position, limit, inclusive_of_start=False)
        return [self.mapper.to_domain_event(stored) for stored in page]

    def facts_of(self, stream: str, after: int = 0) -> Sequence[Event]:
        """Return the facts of a thing after a version, oldest first."""
        return list(map(self.mapper.to_domain_event, self.recorder.select_events(stream, gt=after)))

    def head(self) -> int:
        """Return the last position of the history, 0 where it is empty."""
        return self.recorder.max_notification_id() or 0

    def rebuilt(self, kind: type[A], stream: str) -> A:
        """Return a thing as its history made it; its version is 0 where nothing happened."""

        def replay(thing: A | None, events: Iterable[Event]) -> A:
            return (thing or kind(stream)).replay(events)

        return self.repository.get(stream, projector_func=replay)

    def known(self, streams: Iterable[str]) -> set[str]:
        """Return which of these things are here."""
        return self.recorder.known(streams)

    def construct_env(self, name: str, env: EnvType | None = None) -> Environment:
        """Take no settings from whatever the shell holds."""
        return Environment(name, env)

    def construct_mapper(self) -> FactMapper:
        """Write facts down our own way."""
        return FactMapper()

    def construct_recorder(self) -> HistoryRecorder:
        """Keep them in the database we were given."""
        return HistoryRecorder(self.engine, self.clock)
