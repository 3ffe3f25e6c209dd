"""The command line: everything `pilotlog` can be told."""

import sys
from typing import cast

from eventsourcing.persistence import OperationalError
from sqlalchemy.exc import DatabaseError
from typer import Typer
from typer.main import get_command

from domain.kernel.errors import Refused
from domain.kernel.messages import Message, say
from web.cli import erasing, history, moving, serving, upkeep
from web.cli.language import Command, language_of_terminal, translated
from web.i18n.current import speaking
from web.settings import read_settings

app = Typer(
    name="pilotlog",
    help="Keeps the log of collaboration pilots: what was tried, who took part, what was learned.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
serving.add_to(app)
history.add_to(app)
upkeep.add_to(app)
erasing.add_to(app)
moving.add_to(app)


def main() -> None:
    """Run one command; exit 0 when done, 1 when refused or failed, 2 when used wrongly."""
    with speaking(language_of_terminal()):
        sys.exit(_run(translated(cast("Command", get_command(app)))))


def _run(command: Command) -> int:
    try:
        command()
    except Refused as refused:
        sentence = refused.message
    except (OperationalError, DatabaseError) as wrong:
        sentence = _unusable(wrong)
    except (FileExistsError, NotADirectoryError, PermissionError) as wrong:
        sentence = say(
            "{file} cannot be used: {why}. Choose another folder.",
            file=str(wrong.filename),
            why=wrong.strerror or "",
        )
    except BrokenPipeError:
        return 1
    print(sentence, file=sys.stderr)  # noqa: T201  # this is what the command line is for
    return 1


def _unusable(wrong: OperationalError | DatabaseError) -> Message:
    cause = wrong.orig if isinstance(wrong, DatabaseError) else wrong.__cause__
    first = str(getattr(cause, "orig", cause) or wrong).partition("\n")[0].rstrip(".")
    if read_settings().database_url:
        return say(
            "PostgreSQL cannot be used: {why}. Check PILOTLOG_DATABASE_URL and the server.",
            why=first,
        )
    if isinstance(wrong, DatabaseError):
        return say(
            "The database is damaged or is none: {why}. Restore it from a backup.", why=first
        )
    return say(
        "The database cannot be used: {why}. Check that its folder can be written.", why=first
    )
