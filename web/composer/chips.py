"""The chips below the line: one for each thing that was understood, and at most one question."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection

from domain.kernel.errors import Invalid
from domain.kernel.messages import Message, Text, say
from web.composer.line.interpret import Understood
from web.composer.line.kind import Kind
from web.composer.line.parser import PLAIN
from web.composer.wish import measured_of
from web.i18n.formatting import short_weekday

ENOUGH_WORDS = 3  # fewer are not asked which channel they were on
KIND_SAYS: dict[Kind, tuple[str, Message]] = {
    "tried": ("flask-conical", say("Tried")),
    "learned": ("lightbulb", say("Lesson")),
    "measured": ("ruler", say("Measurement")),
    "decided": ("signpost", say("Decided")),
    "obstacle": ("circle-alert", say("Obstacle")),
    "saw": ("eye", say("Seen")),
    "heard": ("eye", say("Heard")),
}
NOT_OF_ALL = ("learned", "measured")  # kinds that know nothing of company and channels


class Chip(Struct, frozen=True, kw_only=True):
    """One thing that was understood, in words; a question asks what was not."""

    field: str
    icon: str
    says: Text
    is_question: bool = False


def chips_of(
    db: Connection,
    read: Understood,
    modes: Mapping[str, Message],
    experiments: Mapping[str, str],
    media: list[str],
) -> list[Chip]:
    """Return the chips of a line: what it is, who, how, on what, when, how long, in which try."""
    fields, text = read.fields, str(read.fields.get("text", "")).strip()
    if not text:
        return []
    chips = [Chip(field="as", icon=icon, says=says) for icon, says in _kind(db, read)]
    if read.kind in NOT_OF_ALL:
        return chips + _when(fields)
    if fields["with"]:
        chips.append(Chip(field="with", icon="users", says=fields["with"]))
    if fields["mode"] != PLAIN and (says := modes.get(fields["mode"])):
        chips.append(Chip(field="mode", icon="message-square", says=says))
    if fields["medium"]:
        chips.append(Chip(field="medium", icon="map-pin", says=fields["medium"]))
    chips += _when(fields)
    if fields["minutes"]:
        says = say("{n} min", n=fields["minutes"])
        chips.append(Chip(field="minutes", icon="clock", says=says))
    if title := experiments.get(fields.get("experiment", "")):
        chips.append(Chip(field="experiment", icon="flask-conical", says=title))
    if not fields["medium"] and media and len(text.split()) >= ENOUGH_WORDS:
        says = say("on which channel?")
        chips.append(Chip(field="medium", icon="map-pin", says=says, is_question=True))
    return chips


def _kind(db: Connection, read: Understood) -> list[tuple[str, Text]]:
    if read.kind is None:
        return []
    icon, says = KIND_SAYS[read.kind]
    if read.kind != "measured":
        return [(icon, says)]
    try:
        measured = measured_of(db, read, dict(read.fields))
    except Invalid:
        return [(icon, say("of which measure?"))]
    if measured is None:
        return []
    values = {"name": measured.name, "value": measured.value, "unit": measured.unit}
    if measured.n:
        return [(icon, say("{name}: {value} {unit}, of {n}", **values, n=measured.n))]
    return [(icon, say("{name}: {value} {unit}", **values))]


def _when(fields: Mapping[str, Any]) -> list[Chip]:
    try:
        moment = datetime.fromisoformat(fields["occurred_at"])
    except ValueError:
        return []
    day: Text = short_weekday(moment.date())
    if "T" in fields["occurred_at"]:
        day = say("{day}, {time}", day=day, time=f"{moment:%H:%M}")
    return [Chip(field="occurred_at", icon="calendar", says=day)]
