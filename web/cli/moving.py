"""Commands for more than one process or place: keep the read models told, copy to elsewhere."""

from pathlib import Path
from signal import SIGINT, SIGTERM, signal
from threading import Event
from typing import Annotated

from eventsourcing.persistence import OperationalError
from sqlalchemy.exc import DBAPIError
from typer import Option, Typer

from domain.kernel.errors import Invalid
from domain.kernel.messages import say
from web.cli.wiring import answer, bar, platform, warn
from web.migrations import migrate
from web.storage.copy import copy_platform
from web.storage.stores import open_stores

POLL = 0.25  # seconds between two looks
PATIENCE = 5.0  # seconds before the next look at a database that cannot be reached


def add_to(app: Typer) -> None:
    """Enter the commands."""
    app.command()(worker)
    app.command()(copy)


def worker() -> None:
    """Keep the read models told until it is stopped, so that no page has to; several do no harm."""
    stop = Event()
    for each in (SIGINT, SIGTERM):
        signal(each, lambda *_: stop.set())
    with platform() as opened:
        place = str(opened.stores.where)
        warn(say("Keeps the read models told in {place}  (Ctrl-C stops it)", place=place))
        while not stop.is_set():
            try:
                opened.views.keep_up(lambda _: _go_on(stop))
                stop.wait(POLL)
            except _Stopped:
                break
            except (OperationalError, DBAPIError) as gone:
                first = str(getattr(gone, "orig", gone)).partition("\n")[0]
                warn(
                    say("The database cannot be reached; tried again soon. ({wrong})", wrong=first)
                )
                stop.wait(PATIENCE)


class _Stopped(Exception):
    """Somebody asked for the end while there was still something to tell."""


def _go_on(stop: Event) -> None:
    if stop.is_set():
        raise _Stopped


def copy(
    *, to: Annotated[str, Option(help="A data folder, or postgresql://USER:PASSWORD@HOST/NAME.")]
) -> None:
    """Copy history, accounts and operations log to another place; run it again to go on.

    Sessions are not copied. Pages there are told from the history when they are first read.
    """
    with platform() as opened:
        elsewhere = "://" in to
        target = open_stores(Path() if elsewhere else Path(to), to if elsewhere else "")
        try:
            if target.history.url == opened.history.url:
                message = say("That is the place in force. Name another one to copy to.")
                raise Invalid(message)
            migrate(target.history, "history")
            migrate(target.operations, "operations")
            with bar(say("Copy"), opened.pilots.head()) as progress:
                added = copy_platform(opened.stores, target, progress)
        finally:
            target.close()
    answer(
        say(
            "{n} events added to {place}; it equals this platform now.",
            n=added,
            place=str(target.where),
        )
    )
