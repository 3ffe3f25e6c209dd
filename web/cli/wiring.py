"""What every command needs: the platform of the settings in force, and a progress bar."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeRemainingColumn,
)

from domain.kernel.errors import Refused
from domain.kernel.messages import Text, say
from web.bootstrap import Platform, build
from web.settings import read_settings

_out = Console(highlight=False, soft_wrap=True)
_err = Console(stderr=True, highlight=False, soft_wrap=True)


def answer(*parts: Text) -> None:
    """Print what was asked for, in one line."""
    _out.print(*map(str, parts), markup=False)


def warn(*parts: Text) -> None:
    """Print, beside the answer, what one should know."""
    _err.print(*map(str, parts), markup=False)


@contextmanager
def platform(*, local: bool = False) -> Iterator[Platform]:
    """Open the platform of the settings in force, and close it in any case."""
    settings = read_settings()
    opened = build(settings.folder, local=local, database_url=settings.database_url)
    try:
        yield opened
    except KeyboardInterrupt:
        message = say("Stopped. Nothing is left half done; run it again to go on.")
        raise Refused(message) from None
    finally:
        opened.close()


@contextmanager
def bar(what: Text, total: int | None) -> Iterator[Callable[[int], None]]:
    """Show progress on a terminal; hand out what moves it on by a number of steps."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    shown = Progress(*columns, TimeRemainingColumn(), console=_err, disable=not sys.stderr.isatty())
    with shown:
        task = shown.add_task(str(what), total=total)
        yield lambda steps: shown.advance(task, steps)


@contextmanager
def bar_to(what: Text, total: int) -> Iterator[Callable[[int], None]]:
    """Show progress towards a position; hand out what says which position is reached."""
    reached = 0
    with bar(what, total) as advance:

        def reach(position: int) -> None:
            nonlocal reached
            advance(position - reached)
            reached = position

        yield reach
