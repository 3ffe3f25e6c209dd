"""What can be asked of a programme."""

from typing import Annotated

from msgspec import Meta

from domain.programme import Programme
from pilots.commands.base import Command, Said, SaidName
from pilots.work import Work


class OpenProgramme(Command, name="open-programme", button="Open the programme"):
    """Begin a programme: the frame in which you run pilots."""

    name: Annotated[SaidName, Meta(title="Name")]
    what_for: Annotated[
        Said | None,
        Meta(title="What for?", description="What should be different in the world afterwards?"),
    ] = None

    def carry_out(self, work: Work) -> None:
        """Open it."""
        work.begin(Programme).open(name=self.name, what_for=self.what_for)
