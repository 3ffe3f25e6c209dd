"""Logs what was typed into the composer, as what its first word says, once and for who typed it."""

from contextlib import suppress
from typing import Any

from domain.kernel.errors import GateClosed, NotAllowed, Reused
from domain.kernel.messages import say
from pilots.request import CommandRequest, Receipt
from web.composer.wish import LOGGED_AS, wishes_of
from web.http.reading import Reading


def log_line(reading: Reading, asking: CommandRequest, given: dict[str, Any]) -> Receipt:
    """Carry out what a line asks for, or return what came of it where it was sent before.

    Raises NotAllowed where somebody else typed it, before whoever asks signed in.
    """
    if given.get("who", asking.asker.person) != asking.asker.person:
        message = say("Somebody else typed this here. It is sent when they sign in again.")
        raise NotAllowed(message, field="who")
    if receipt := _answered(reading, asking):
        return receipt
    with reading.platform.views.reading() as db:  # given back before anything is written
        wishes = list(wishes_of(db, given, reading.asker, reading.now))
    *likelier, last = wishes
    for wish in likelier:
        try:
            return reading.platform.pilots.carry_out(asking, wish)
        except GateClosed:
            continue
    return reading.platform.pilots.carry_out(asking, last)


def _answered(reading: Reading, asking: CommandRequest) -> Receipt | None:
    """Return what came of the same line, as whatever it was logged then."""
    *others, last = LOGGED_AS
    for kind in others:
        with suppress(Reused):
            return reading.platform.pilots.answered(asking, kind.called)
    return reading.platform.pilots.answered(asking, last.called)
