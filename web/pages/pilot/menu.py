"""What one can do in a pilot from its head: the verbs, and the ten lines behind them."""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from domain.kernel.messages import Message, say
from domain.pilot import OVER
from domain.rules.known import KnownExperiment
from web.ui.hints import filled_form


class MenuLine(Struct, frozen=True):
    """One thing to do: its icon, what it is called, and where."""

    icon: str
    label: Message
    href: str
    is_main: bool = False


def verbs_of(pilot: Mapping[Any, Any], *, has_measures: bool) -> list[MenuLine]:
    """Return the verbs in the head of a pilot, by how it stands."""
    stage = pilot["stage"]
    if stage in OVER:
        return []
    first = []
    if stage == "proposed":
        first = [_line(pilot, "", say("Start"), "start-pilot", is_main=True)]
    if stage == "paused":
        first = [_line(pilot, "", say("Resume"), "resume-pilot", is_main=True)]
    measure = "take-measurement" if has_measures else "define-measure"
    return [
        *first,
        _line(pilot, "ruler", say("Measure"), measure),
        _line(pilot, "flask-conical", say("Try something"), "plan-experiment"),
        _line(pilot, "user-plus", say("Invite"), "open-invitation"),
        _line(pilot, "signpost", say("Decide"), "take-decision"),
    ]


def menu_of(pilot: Mapping[Any, Any], experiments: Sequence[KnownExperiment]) -> list[MenuLine]:
    """Return what stands behind the verbs: ten lines at most."""
    stage, place = pilot["stage"], f"/pilots/{pilot['pilot']}"
    looked_up = [
        MenuLine("table-2", say("Paper sheet"), f"{place}/sheet"),
        MenuLine("history", say("History"), f"{place}/events"),
        MenuLine("eye", say("What changed"), f"{place}/changes"),
    ]
    if stage in OVER:
        archive = [_line(pilot, "x", say("Archive"), "archive-pilot")] if stage == "closed" else []
        return looked_up + archive
    trying = [each.experiment for each in experiments if each.trial in ("planned", "running")]
    effort = []
    if trying:
        href = filled_form("log-effort", {"experiment": trying[-1]})
        effort = [MenuLine("clock", say("Log time or money"), href)]
    pauses = [_line(pilot, "circle-pause", say("Pause"), "pause-pilot")]
    return [
        *effort,
        _line(pilot, "search", say("Add evidence"), "gather-evidence"),
        _line(pilot, "circle-dashed", say("Add an assumption"), "raise-assumption"),
        _line(pilot, "gauge", say("Mood check"), "note-pulse"),
        *looked_up,
        *(pauses if stage == "running" else []),
        _line(pilot, "circle-stop", say("End"), "close-pilot"),
        _line(pilot, "pencil", say("Rename"), "rename-pilot"),
    ]


def _line(
    pilot: Mapping[Any, Any], icon: str, label: Message, command: str, *, is_main: bool = False
) -> MenuLine:
    return MenuLine(icon, label, filled_form(command, {"pilot": pilot["pilot"]}), is_main)
