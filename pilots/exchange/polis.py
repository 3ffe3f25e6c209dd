"""Brings a Pol.is conversation in as a pilot: statements and votes as participation."""

from collections.abc import Callable

from eventsourcing.persistence import IntegrityError
from msgspec import Struct

from domain.kernel.errors import Conflict
from domain.kernel.messages import say
from pilots.application import ATTEMPTS, Pilots
from pilots.exchange.polis_export import PolisExport
from pilots.exchange.polis_import import PolisImport


class Imported(Struct, frozen=True):
    """What an import led to: how many statements and votes are new, how many were known."""

    pilot: str
    title: str
    added: int
    known: int


def import_polis(
    pilots: Pilots, export: PolisExport, progress: Callable[[int], None] = lambda _: None
) -> Imported:
    """Bring one conversation in, all of it or nothing; what is here already is not added again."""
    for _ in range(ATTEMPTS):
        work = PolisImport(pilots, export)
        added = work.run(progress)
        done = Imported(work.pilot, export.title, added, len(work.steps) - added)
        if not work.work.events:
            return done
        try:
            pilots.keep(work.work.events, work.asking, export.digest)
        except IntegrityError:
            continue  # somebody imported the same just now: look again at what is missing
        return done
    message = say(
        "“{title}” is being changed by others right now. Import it again.", title=export.title
    )
    raise Conflict(message)
