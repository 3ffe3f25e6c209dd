"""Which command a line of the composer asks for, by its first word, and with which fields."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection

from domain.kernel.access import Asker
from domain.kernel.errors import Invalid
from domain.kernel.messages import say
from pilots.commands.base import Command
from pilots.commands.lesson import LearnLesson
from pilots.commands.parsing import read_command
from pilots.commands.participation import LogParticipation
from pilots.commands.pilot_measures import TakeMeasurement
from projections.engine.as_of import NOW
from projections.records.lookups import experiments_of, measures_of
from web.composer.line.interpret import Understood, about_what, moment_typed, understand
from web.composer.line.measured import KnownMeasure, ReadMeasurement, measurement_in
from web.forms.parsing import fields_from

NEW = "new"  # chosen instead of an experiment that is there
LOGGED_AS: tuple[type[Command], ...] = (LogParticipation, LearnLesson, TakeMeasurement)
LONGEST_TITLE = 200
OBSTACLE = "problem"  # what somebody came for, who says what stands in the way


class Typed(Struct, frozen=True):
    """What was sent, read: by whom, when, and how it was understood."""

    db: Connection
    asker: Asker
    now: datetime
    given: dict[str, Any]
    read: Understood


def wishes_of(
    db: Connection, given: dict[str, Any], asker: Asker, now: datetime
) -> Iterator[Command]:
    """Give what a line asks for, the likeliest first; the next where a gate refuses the one before.

    Raises Invalid where a name means nobody or several people, or a number no measure.
    """
    read = understand(db, given, asker, now)
    if read.doubt:
        raise Invalid(read.doubt, field="with")
    typed = Typed(db, asker, now, given, read)
    match read.kind:
        case "learned" if read.rest.strip() and not given.get("learned"):
            yield _command(typed, LearnLesson, _lesson(read))
        case "measured" if measured := measured_of(db, read, given):
            yield _command(typed, TakeMeasurement, _measurement(read, measured))
        case "tried" if _tries_new(db, typed):
            title = read.rest.strip().partition("\n")[0][:LONGEST_TITLE]
            yield _entry(typed, {"experiment": NEW, "try_out": title})
            yield _entry(typed, {"experiment": ""})
        case "obstacle":
            yield _entry(typed, {"intent": OBSTACLE})
        case _:
            yield _entry(typed, {})


def measured_of(db: Connection, read: Understood, given: dict[str, Any]) -> ReadMeasurement | None:
    """Return what a line measures, where there is a measure and a number.

    Raises Invalid where it may mean several measures.
    """
    rows = measures_of(db, NOW, str(given.get("pilot", "")))
    known = {row["measure"]: KnownMeasure(row["name"], row["unit"]) for row in rows}
    found = measurement_in(read.rest.partition("\n")[0], known) if known else None
    if found and not found.measure:
        example = rows[0]["name"]
        message = say(
            "Which measure? Name it in the line, such as “measured {name} {value}”.",
            name=example,
            value=found.value,
        )
        raise Invalid(message, field="text")
    return found


def running_of(db: Connection, pilot: str) -> str:
    """Return the experiment a pilot tries, where it tries just one."""
    rows = experiments_of(db, NOW, pilot)
    running = [row["experiment"] for row in rows if row["trial"] == "running"]
    return running[0] if len(running) == 1 else ""


def _tries_new(db: Connection, typed: Typed) -> bool:
    """Tell whether a line that begins with tried begins an experiment: one that is measured."""
    given, pilot = typed.given, str(typed.given.get("pilot", ""))
    if given.get("experiment") or not typed.read.rest.strip():
        return False
    chosen = "experiment" in given
    return bool(measures_of(db, NOW, pilot)) and (chosen or not running_of(db, pilot))


def _entry(typed: Typed, also: dict[str, Any]) -> Command:
    filled = typed.read.fields | {"text": str(typed.given.get("text", ""))} | also
    if typed.read.kind == "tried" and "experiment" not in filled:
        filled["experiment"] = running_of(typed.db, str(typed.given.get("pilot", "")))
    tries_new = filled.get("experiment") == NEW
    filled.pop("experiment" if tries_new else "try_out", None)
    return _command(typed, LogParticipation, filled)


def _lesson(read: Understood) -> dict[str, Any]:
    names = ("pilot", "experiment", "occurred_at", "instruct", "delight")
    kept = {name: read.fields[name] for name in names if read.fields.get(name, NEW) != NEW}
    because = (str(read.fields["because"]),) if read.fields.get("because") else ()
    return {**kept, "text": read.rest, "loop": about_what(read.rest), "because": because}


def _measurement(read: Understood, measured: ReadMeasurement) -> dict[str, Any]:
    fields = {name: read.fields[name] for name in ("pilot", "occurred_at")}
    measurement = {"measure": measured.measure, "value": measured.value, "n": measured.n}
    return {**fields, **measurement, "note": read.rest}


def _command(typed: Typed, kind: type[Command], filled: dict[str, Any]) -> Command:
    if not filled.get("occurred_at") and typed.given.get("said_at"):
        filled["occurred_at"] = moment_typed(typed.given, typed.now).isoformat()
    fields = fields_from(typed.db, kind, filled, typed.asker, typed.now)
    return read_command(kind, fields)
