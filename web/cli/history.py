"""Commands about the history: bring it in, take it out, tell the read models anew."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

from msgspec import convert
from typer import Argument, Exit, Option, Typer

from domain.kernel.errors import Invalid
from domain.kernel.messages import say
from pilots.exchange.export import FORMATS
from pilots.exchange.polis import import_polis
from pilots.exchange.polis_files import read_polis
from pilots.store.reader import Axis, Extent, rows_of
from web.cli.wiring import answer, bar, bar_to, platform, warn
from web.cli.writing import write_out
from web.i18n.dates import place_or_moment, read_moment


class Format(StrEnum):
    """How an export is written."""

    NDJSON = "ndjson"
    CSV = "csv"


class AxisOption(StrEnum):
    """Which time a range means."""

    RECORDED = "recorded"
    OCCURRED = "occurred"


importing = Typer(help="Bring histories of other tools in.", no_args_is_help=True)


def add_to(app: Typer) -> None:
    """Enter the commands."""
    app.add_typer(importing, name="import")
    importing.callback()(_importing)
    importing.command("polis")(polis)
    app.command()(export)
    app.command()(rebuild)


def _importing() -> None:
    """Bring histories of other tools in."""


def polis(
    folders: Annotated[list[Path], Argument(help="Folders with a Pol.is export each.")],
    *,
    dry_run: Annotated[bool, Option(help="Read and check only.")] = False,
) -> None:
    """Import Pol.is exports (comments.csv, votes.csv, summary.csv), one pilot per folder.

    All folders are read and checked before the first is stored; each is stored whole or not at
    all. Running it again adds only what is new.
    """
    with platform() as opened:
        exports = [read_polis(folder) for folder in folders]
        for export in exports:
            rows = len(export.statements) + len(export.votes)
            if dry_run:
                answer(
                    say(
                        "{title}: {rows} statements and votes can be imported.",
                        title=export.title,
                        rows=rows,
                    )
                )
                continue
            with bar(export.title[:40], rows) as progress:
                done = import_polis(opened.pilots, export, progress)
            answer(
                say(
                    "{title}: {added} added, {known} known. {pilot}",
                    title=done.title,
                    added=done.added,
                    known=done.known,
                    pilot=done.pilot,
                )
            )
        with bar_to(say("Pages"), opened.pilots.head()) as reach:
            opened.views.keep_up(reach)


def export(
    *,
    output: Annotated[str, Option("--output", "-o", help="File, or - for standard output.")] = "-",
    format: Annotated[Format, Option(help="How it is written.")] = Format.NDJSON,  # noqa: A002  # the option's name
    pilot: Annotated[str | None, Option(help="Only events about this pilot.")] = None,
    since: Annotated[str | None, Option(help="From this day or time on.")] = None,
    until: Annotated[str | None, Option(help="Up to this day, time or position.")] = None,
    axis: Annotated[
        AxisOption, Option(help="Which time since and until mean.")
    ] = AxisOption.RECORDED,
) -> None:
    """Write the event history, or a part of it, as it is at this moment."""
    with platform() as opened:
        head = opened.pilots.head()
        position, moment = place_or_moment(until) if until else (None, None)
        extent = Extent(
            up_to=head if position is None else min(head, position),
            pilot=pilot,
            since=read_moment(since, start=True) if since else None,
            until=moment,
            axis=convert(axis.value, Axis),
        )
        if pilot and not opened.pilots.recorder.known([pilot]):
            message = say(
                "There is no pilot {pilot} here. The page of a pilot has its id in the address.",
                pilot=pilot,
            )
            raise Invalid(message)
        with bar(say("Export"), None) as progress:
            write_out(output, FORMATS[format.value](rows_of(opened.history, extent)), progress)


def rebuild(
    *,
    check: Annotated[bool, Option(help="Only compare, row by row; change nothing.")] = False,
) -> None:
    """Tell the read models anew beside the live ones, then switch."""
    with platform() as opened:
        opened.views.keep_up()
        with bar_to(say("Rebuild"), opened.pilots.head()) as reach:
            if not check:
                position = opened.rebuild(reach)
                answer(say("Rebuilt from {n} events.", n=position))
                return
            differ = opened.differences(reach)
    for sentence in differ[:20]:
        warn(sentence)
    if differ:
        warn(say("{n} rows differ. Run `pilotlog rebuild` to mend them.", n=len(differ)))
        raise Exit(1)
    answer(say("The read models equal a rebuild, row by row."))
