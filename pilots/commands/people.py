"""What can be asked about people themselves."""

from typing import Annotated

from msgspec import Meta

from domain.fields import Text
from domain.person import Person
from pilots.commands.base import Command, SaidName
from pilots.work import Work


class RegisterPerson(Command, name="register-person", button="Add the person"):
    """Make a person known, so that they can be named in entries."""

    name: Annotated[SaidName, Meta(title="Name")]
    profile: Annotated[Text, Meta(title="About them")] = ""

    def carry_out(self, work: Work) -> None:
        """Register them."""
        work.begin(Person).register(name=self.name, profile=self.profile)
