"""A request that is answered with a status and a sentence instead of what was asked for."""

from starlette.exceptions import HTTPException

from domain.kernel.messages import Message, say

BY_ITSELF = {  # what is said where the routes refuse, before any page is asked
    404: say("There is no such page."),
    405: say("This address does not take that. Open Pilotlog itself and try again."),
}


class Unanswerable(HTTPException):
    """What was asked for is not here, or was not asked for as it should be."""

    def __init__(self, status: int, message: Message) -> None:
        super().__init__(status, str(message))
        self.message = message


def sentence_of(wrong: HTTPException) -> Message:
    """Return why a request is answered with nothing but a status."""
    if isinstance(wrong, Unanswerable):
        return wrong.message
    return BY_ITSELF.get(wrong.status_code, say("This cannot be answered."))
