"""Who is let in to ask for something, and under which name it is kept."""

from msgspec import structs

from domain.kernel.access import ANONYMOUS, authorize
from domain.kernel.errors import Reused
from domain.kernel.messages import say
from pilots.commands.base import Command
from pilots.request import CommandRequest
from pilots.store.recorder import HistoryRecorder


def admit(asking: CommandRequest, command: Command, recorder: HistoryRecorder) -> CommandRequest:
    """Return what is asked as it is kept: with its body, and without a name where none is wanted.

    Raises NotAllowed for who only reads, and Reused for an id that leads back to somebody.
    """
    if asking.body is None:
        asking = structs.replace(asking, body=command)
    authorize(asking.asker, "write")
    if not command.unsigned:
        return asking
    if recorder.outcome_of(asking.asker.person, asking.command_id):
        message = say("This command id leads to you, and this is to lead to nobody. Use a new id.")
        raise Reused(message)
    return structs.replace(asking, asker=ANONYMOUS)
