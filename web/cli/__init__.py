"""The command line: everything `pilotlog` can be told."""

import sys

from click.exceptions import Abort, ClickException, Exit
from eventsourcing.persistence import OperationalError
from typer import Typer
from typer.main import get_command

from domain.errors import Refused
from web.cli import history, serving, upkeep

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


def main() -> None:
    """Run one command; exit 0 when done, 1 when refused or failed, 2 when used wrongly."""
    sys.exit(_run())


def _run() -> int:
    try:
        code = get_command(app)(standalone_mode=False)
    except Exit as left:
        return left.exit_code
    except ClickException as wrong:
        wrong.show()
        return wrong.exit_code
    except (KeyboardInterrupt, Abort):
        return _say("Stopped. Nothing is left half done; run it again to go on.")
    except Refused as refused:
        return _say(str(refused))
    except OperationalError as wrong:
        return _say(f"The database cannot be used: {wrong}. Check that the folder can be written.")
    except BrokenPipeError:
        return 1
    return int(code or 0)


def _say(sentence: str) -> int:
    print(sentence, file=sys.stderr)  # noqa: T201  # this is what the command line is for
    return 1
