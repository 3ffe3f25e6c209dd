"""The ways the domain says no, each with a message fit to show to the person who asked."""

from collections.abc import Mapping

from domain.kernel.messages import Message


class Refused(Exception):
    """What was asked cannot be done; the message says why and what to do next.

    `field` names the input it is about, where it is about one.
    """

    def __init__(self, message: Message, *, field: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.field = field


class Invalid(Refused):
    """A field holds something that cannot be kept."""


class Missing(Refused):
    """Something the step needs was left empty."""


class WrongStage(Refused):
    """The thing is not at the stage this step needs."""


class GateClosed(Refused):
    """A gate needs something first, or a reason to pass without it.

    `command` names what opens it, and `given` what its form begins with.
    """

    def __init__(self, message: Message, command: str, given: Mapping[str, str]) -> None:
        super().__init__(message, field="override")
        self.command = command
        self.given = given


class Unknown(Refused):
    """What the step is about does not exist, or may not be seen by the one who asks."""


class NotAllowed(Refused):
    """The one who asks may not do this."""


class Conflict(Refused):
    """Somebody else changed the same thing first, again and again."""


class Reused(Refused):
    """A command id was used before, for something else."""
