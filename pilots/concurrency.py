"""Tells whoever writes on what they saw that somebody else was there in the meantime."""

from collections.abc import Sequence

from domain.kernel.aggregate import Event, Fact
from domain.kernel.errors import Conflict
from domain.kernel.messages import Message, say
from pilots.commands.base import Command
from pilots.history import History
from pilots.request import CommandRequest


class Overtaken(Conflict):
    """Somebody changed the same thing since the asker saw it; both versions can be shown."""

    def __init__(self, message: Message, since: Sequence[Event], yours: int, theirs: int) -> None:
        super().__init__(message)
        self.since = since
        self.yours = yours
        self.theirs = theirs


def must_be_current(past: History, asking: CommandRequest, command: Command) -> None:
    """Raise Overtaken where the thing is no longer as the asker saw it.

    Who names a version minds whatever happened since; who names the position they had seen minds
    only what the command would replace.
    """
    if not command.subject:
        return
    since: Sequence[Event] = ()
    yours = asking.version or 0
    if asking.version is not None:
        since = past.facts_of(command.subject, max(yours - 1, 0))
        if yours and not since:
            message = say(
                "There is no version {yours} of this yet. Read it again, then send it.", yours=yours
            )
            raise Conflict(message)
        since = since[1:] if yours else since
    elif asking.seen is not None and command.edits:
        facts = past.facts_of(command.subject)
        yours = sum(event.position <= asking.seen for event in facts)
        since = [event for event in facts[yours:] if _is_replaced(event.fact, command)]
    if since:
        theirs = since[-1].originator_version
        message = say(
            "Somebody else changed this while you were at it. Look at both, then save "
            "yours or leave theirs."
        )
        raise Overtaken(message, since, yours, theirs)


def _is_replaced(fact: Fact, command: Command) -> bool:
    same = getattr(fact, command.part, None) == getattr(command, command.part, None)
    return same and isinstance(fact, command.records)
