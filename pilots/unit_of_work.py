"""One command at work: what it found and began, and the facts it decided, in order."""

from datetime import datetime
from typing import TypeVar

from msgspec import Struct

from domain.experiment import Experiment
from domain.kernel.access import Action, authorize
from domain.kernel.aggregate import Aggregate, Event
from domain.kernel.errors import Invalid, Unknown
from domain.kernel.fields import Precision, Seen
from domain.kernel.messages import say
from pilots.history import History
from pilots.request import CommandRequest, new_id
from pilots.store.aside import Aside

A = TypeVar("A", bound=Aggregate)


class When(Struct, frozen=True):
    """When something happened, how exactly that is known, and the zone it was said in."""

    occurred_at: datetime
    precision: Precision = "ms"
    zone: str | None = None
    recorded_at: datetime | None = None


class UnitOfWork:
    """Finds and begins things for one command, and puts what they decide into envelopes."""

    def __init__(self, past: History, asking: CommandRequest, when: When) -> None:
        self.asker = asking.asker
        self.past = past
        self.when = when
        self.events: list[Event] = []
        self.asides: list[Aside] = []
        self._asking = asking
        self._known: dict[str, Aggregate] = {}
        self._touched: dict[str, Aggregate] = {}

    def begin(self, kind: type[A], stream: str = "") -> A:
        """Begin a new thing; only an import says what it is called."""
        begun = kind(stream or f"{kind.kind}-{new_id()}")
        self._known[begun.id] = self._touched[begun.id] = begun
        return begun

    def find(self, kind: type[A], stream: str) -> A:
        """Find a thing that is here, or refuse."""
        found = self._known.get(stream)
        if not isinstance(found, kind):
            found = self.past.rebuilt(kind, stream)
            if not found.version:
                raise not_here(kind.kind, stream)
            self._known[stream] = found
        self._touched[stream] = found
        return found

    def find_or_begin(self, kind: type[A], stream: str) -> A:
        """Find the thing that is named, or begin one where none is."""
        return self.find(kind, stream) if stream else self.begin(kind)

    def one_of(self, kind: type[A], pilot: str) -> A:
        """Find or begin the one thing of a kind that each pilot has."""
        stream = f"{kind.kind}-{pilot.partition('-')[2]}"
        known = self.past.known([stream])
        found = self.find(kind, stream) if known else self.begin(kind, stream)
        found.about(pilot)
        return found

    def within(self, pilot: str, experiment: str | None) -> None:
        """Refuse an experiment of another pilot."""
        if experiment:
            self.past.rebuilt(Experiment, experiment).must_belong_to(pilot)

    def must_be_about(self, thing: Aggregate, pilot: str) -> None:
        """Refuse a thing of another pilot; a new one is about this pilot from here on."""
        if thing.version and pilot not in thing.pilots:
            message = say(
                "This {kind} is another pilot's. Choose one of this pilot.", kind=thing.kind
            )
            raise Invalid(message, field=thing.kind)
        thing.about(pilot)

    def may(self, action: Action, resource: Aggregate | None = None) -> None:
        """Let the asker go on, or refuse."""
        authorize(self.asker, action, resource)

    def seen(self) -> Seen:
        """Return what the asker had before them, the whole history if they did not say."""
        return Seen(position=self._asking.seen or self.past.head(), root="")

    def aside(self, *asides: Aside) -> None:
        """Write something beside the facts, in the same transaction."""
        self.asides += asides

    def stamp(
        self,
        when: When | None = None,
        *,
        outside_id: str | None = None,
        because_of: str | None = None,
        by: str = "",
    ) -> list[Event]:
        """Put what was decided since the last stamp into envelopes, and return those.

        `by` is who decided it, where that is not the asker.
        """
        at = when or self.when
        stamped = [
            Event(
                id=new_id(),
                originator_id=thing.id,
                originator_version=version,
                pilots=thing.pilots,
                recorded_at=at.recorded_at,
                not_before=thing.recorded_at,
                occurred_at=at.occurred_at,
                precision=at.precision,
                zone=at.zone,
                by=by or self.asker.person,
                source=self._asking.source,
                outside_id=outside_id,
                command_id=self._asking.command_id,
                because_of=because_of,
                fact=fact,
            )
            for thing in self._touched.values()
            for version, fact in enumerate(thing.pending, thing.version - len(thing.pending) + 1)
        ]
        for stream in [stream for stream, thing in self._touched.items() if thing.pending]:
            thing = self._touched.pop(stream)
            thing.pending.clear()
            thing.by = thing.by or self.asker.person
        self.events += stamped
        return stamped


def not_here(kind: str, stream: str, field: str = "") -> Unknown:
    """Return the refusal of a thing that is not here."""
    where = say("what you chose") if field else say("the address")
    return Unknown(
        say(
            "There is no {kind} {stream} here. Check {where}.",
            kind=say(kind),
            stream=stream,
            where=where,
        ),
        field=field,
    )
