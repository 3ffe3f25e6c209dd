"""The command line with one projection that raises for what says POISON."""

from collections.abc import Iterable
from typing import Any

from domain.kernel.aggregate import Event
from projections.engine.changes import Projection, TableChange
from projections.registry import PROJECTIONS
from web.cli import main

PROGRAM = "from tests.faults.raising_projection import run; run()"
POISON = "poison"
HEALTHY = PROJECTIONS["entries"]


def wrong(event: Event) -> Iterable[TableChange]:
    """Tell entries, but not that one."""
    if getattr(event.fact, "text", "") == POISON:
        message = "this cannot be told"
        raise ValueError(message)
    return HEALTHY.project(event)


def run() -> None:
    """Run one command."""
    table: Any = PROJECTIONS
    table["entries"] = Projection(HEALTHY.hears, wrong)
    main()
