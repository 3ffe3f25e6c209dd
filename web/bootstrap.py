"""The composition root: builds the platform once, from its settings, and hands it out."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from eventsourcing.persistence import MapperDeserialisationError
from sqlalchemy import Engine

from domain.kernel.access import SYSTEM, Asker
from domain.kernel.aggregate import Event
from pilots.application import Pilots
from pilots.commands.people import RegisterPerson
from pilots.request import CommandRequest
from pilots.store.clock import utc_now
from projections.engine.catch_up import SourceEvent, Unreadable
from projections.engine.reproject import Retold, erased_by
from projections.read_side import Views, knowing
from projections.rebuild import differences, rebuild
from web.accounts.accounts import Accounts
from web.accounts.later import Later
from web.migrations import migrate
from web.storage.stores import Stores, open_stores

Progress = Callable[[int], None]


@dataclass(frozen=True)
class Platform:
    """Everything a page or a command line may use."""

    folder: Path
    stores: Stores
    history: Engine
    pilots: Pilots
    views: Views
    accounts: Accounts
    later: Later
    operations: Engine
    local: Asker | None = None
    """Who everybody is under `--local`: the owner of this machine."""

    def source(self, position: int, limit: int) -> Iterable[SourceEvent]:
        """Return the next facts after a position, with those that cannot be read marked so."""
        return _read(self.pilots, position, limit)

    def rebuild(self, progress: Progress) -> int:
        """Tell the read models anew beside the live ones, then switch."""
        with self.stores.spare() as spare:
            return rebuild(self.views.engine, spare, self.source, progress)

    def differences(self, progress: Progress) -> list[str]:
        """Tell the read models anew and return how the live ones differ; changes nothing."""
        with self.stores.spare() as spare:
            return list(differences(self.views.engine, spare, self.source, progress))

    def close(self) -> None:
        """Let go of all databases."""
        self.pilots.close()
        self.stores.close()


def build(
    folder: Path,
    clock: Callable[[], datetime] = utc_now,
    *,
    local: bool = False,
    database_url: str = "",
) -> Platform:
    """Build the platform that lives in a folder, or in a PostgreSQL database where one is named.

    Makes the folder, the schemas and the tables where they are missing; any number of processes
    may do so at once.
    """
    stores = open_stores(folder, database_url)
    migrate(stores.history, "history")
    migrate(stores.operations, "operations")
    pilots = Pilots(stores.history, lambda pilot: knowing(views, pilot), clock)
    views = Views(stores.views, lambda position, limit: _read(pilots, position, limit), pilots.head)
    return Platform(
        folder=folder,
        stores=stores,
        history=stores.history,
        pilots=pilots,
        views=views,
        accounts=Accounts(stores.operations, clock),
        later=Later(stores.operations, clock),
        operations=stores.operations,
        local=_local_owner(pilots) if local else None,
    )


def _read(pilots: Pilots, position: int, limit: int) -> Iterator[SourceEvent]:
    for stored in pilots.recorder.select_notifications(position, limit, inclusive_of_start=False):
        try:
            event = pilots.mapper.to_domain_event(stored)
            yield _with_the_rest(pilots, event) if erased_by(event) else event
        except MapperDeserialisationError as wrong:
            yield Unreadable(stored.id, str(stored.originator_id), str(wrong))


def _with_the_rest(pilots: Pilots, event: Event) -> Retold:
    again = []
    for stored in pilots.recorder.select_events(erased_by(event)):
        with suppress(MapperDeserialisationError):  # it is parked: no row says what it says
            again.append(pilots.mapper.to_domain_event(stored))
    return Retold(event, tuple(again))


def _local_owner(pilots: Pilots) -> Asker:
    asking = CommandRequest(asker=SYSTEM, source="cli", command_id="local-owner")
    name = "You"
    person = pilots.carry_out(asking, RegisterPerson(name=name)).stream("person")
    return Asker(person=person, name=name, standing="manager")
