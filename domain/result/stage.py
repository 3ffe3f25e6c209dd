"""Where a pilot stands, as people say it."""

from datetime import date
from types import MappingProxyType
from typing import Literal

from domain.kernel.messages import say
from domain.pilot import OVER
from domain.rules.thresholds import MONTH

ShownStage = Literal["proposed", "running", "paused", "stopped", "ended", "ended_unknown"]
STAGES = MappingProxyType(
    {
        "proposed": say("Not started"),
        "running": say("Running"),
        "paused": say("Paused"),
        "stopped": say("Stopped"),
        "ended": say("Ended"),
        "ended_unknown": say("Ended (date unknown)"),
    }
)
SHOWN: dict[str, ShownStage] = {
    "proposed": "proposed",
    "running": "running",
    "paused": "paused",
}
SILENT = MONTH  # after which an import nobody closed has ended, one does not know when


def shown_stage(stage: str, *, ended_early: bool, silent_import: bool) -> ShownStage:
    """Return the stage people read; a pilot is stopped where it ended before its day came."""
    if stage in OVER:
        return "stopped" if ended_early else "ended"
    if stage == "running" and silent_import:
        return "ended_unknown"
    return SHOWN[stage]


def is_silent(last: date | None, today: date) -> bool:
    """Tell whether nothing was logged for so long that an import counts as ended."""
    return last is None or today - last > SILENT
