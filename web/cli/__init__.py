"""The command line: everything `pilotlog` can be told."""

import sys

from eventsourcing.persistence import OperationalError
from sqlalchemy.exc import DatabaseError
from typer import Typer

from domain.kernel.errors import Refused
from web.cli import erasing, history, moving, serving, upkeep
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
    try:
        app()
    except Refused as refused:
        sentence = str(refused)
    except (OperationalError, DatabaseError) as wrong:
        sentence = _unusable(wrong)
    except (FileExistsError, NotADirectoryError, PermissionError) as wrong:
        sentence = f"{wrong.filename} cannot be used: {wrong.strerror}. Choose another folder."
    except BrokenPipeError:
        sys.exit(1)
    print(sentence, file=sys.stderr)  # noqa: T201  # this is what the command line is for
    sys.exit(1)


def _unusable(wrong: OperationalError | DatabaseError) -> str:
    cause = wrong.orig if isinstance(wrong, DatabaseError) else wrong.__cause__
    first = str(getattr(cause, "orig", cause) or wrong).partition("\n")[0].rstrip(".")
    if read_settings().database_url:
        return f"PostgreSQL cannot be used: {first}. Check PILOTLOG_DATABASE_URL and the server."
    if isinstance(wrong, DatabaseError):
        return f"The database is damaged or is none: {first}. Restore it from a backup."
    return f"The database cannot be used: {first}. Check that its folder can be written."
