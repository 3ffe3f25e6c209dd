"""The command line with a clock that is set back by an hour and put right again, every second."""

from datetime import datetime, timedelta
from functools import partial

from pilots.store.clock import utc_now
from web.bootstrap import build
from web.cli import main, wiring

PROGRAM = "from tests.faults.wayward_clock import run; run()"


def wayward() -> datetime:
    """Return the time, or every other second one an hour ago."""
    now = utc_now()
    return now - timedelta(hours=now.second % 2)


def run() -> None:
    """Run one command."""
    vars(wiring)["build"] = partial(build, clock=wayward)
    main()
