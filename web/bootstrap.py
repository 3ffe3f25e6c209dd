"""The composition root: builds the platform once, from its settings, and hands it out."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from eventsourcing.persistence import MapperDeserialisationError
from sqlalchemy import Engine

from domain.access import SYSTEM, Asker
from pilots.application import Pilots, utc_now
from pilots.asking import Asking
from pilots.commands.people import RegisterPerson
from projections.catch_up import Told, Unreadable
from projections.rebuild import differences, rebuild
from projections.views import Views
from web.accounts.accounts import Accounts
from web.databases import open_sqlite
from web.migrations import migrate
from web.writer_lock import hold_writer_lock

Progress = Callable[[int], None]


@dataclass(frozen=True)
class Platform:
    """Everything a page or a command line may use."""

    folder: Path
    history: Engine
    pilots: Pilots
    views: Views
    accounts: Accounts
    operations: Engine
    local: Asker | None = None
    """Who everybody is under `--local`: the owner of this machine."""

    def source(self, position: int, limit: int) -> Iterable[Told]:
        """Return the next facts after a position, with those that cannot be read marked so."""
        return _read(self.pilots, position, limit)

    def rebuild(self, progress: Progress) -> int:
        """Tell the read models anew beside the live ones, then switch."""
        with self._spare() as (spare, file):
            return rebuild(self.views.engine, spare, file, self.source, progress)

    def differences(self, progress: Progress) -> list[str]:
        """Tell the read models anew and return how the live ones differ; changes nothing."""
        with self._spare() as (spare, _):
            return list(differences(self.views.engine, spare, self.source, progress))

    def close(self) -> None:
        """Let go of all databases."""
        self.pilots.close()
        for engine in (self.history, self.views.engine, self.operations):
            engine.dispose()

    @contextmanager
    def _spare(self) -> Iterator[tuple[Engine, Path]]:
        with TemporaryDirectory(dir=self.folder, prefix="views-beside-") as beside:
            file = Path(beside) / "views.sqlite"
            spare = open_sqlite(file, durable=False)
            try:
                yield spare, file
            finally:
                spare.dispose()


def build(
    folder: Path, clock: Callable[[], datetime] = utc_now, *, local: bool = False
) -> Platform:
    """Build the platform that lives in a folder; make the folder and its tables where missing."""
    folder.mkdir(parents=True, exist_ok=True)
    hold_writer_lock(folder)
    history, operations = (
        open_sqlite(folder / "events.sqlite"),
        open_sqlite(folder / "operations.sqlite"),
    )
    migrate(history, "history")
    migrate(operations, "operations")
    pilots = Pilots(history, clock)
    views = Views(
        open_sqlite(folder / "views.sqlite", durable=False),
        lambda position, limit: _read(pilots, position, limit),
        pilots.head,
    )
    return Platform(
        folder=folder,
        history=history,
        pilots=pilots,
        views=views,
        accounts=Accounts(operations, clock),
        operations=operations,
        local=_local_owner(pilots) if local else None,
    )


def _read(pilots: Pilots, position: int, limit: int) -> Iterator[Told]:
    for stored in pilots.recorder.select_notifications(position, limit, inclusive_of_start=False):
        try:
            yield pilots.mapper.to_domain_event(stored)
        except MapperDeserialisationError as wrong:
            yield Unreadable(stored.id, str(stored.originator_id), str(wrong))


def _local_owner(pilots: Pilots) -> Asker:
    asking = Asking(asker=SYSTEM, source="cli", command_id="local-owner")
    name = "You"
    person = pilots.carry_out(asking, RegisterPerson(name=name)).stream("person")
    return Asker(person=person, name=name, standing="manager")
