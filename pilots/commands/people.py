"""What can be asked about people themselves."""

from typing import Annotated

from msgspec import Meta

from domain.facts.person import PersonMerged, PersonProfileChanged, PersonRegistered
from domain.kernel.fields import PersonId, Text
from domain.person import Person
from pilots.commands.base import Command, RequiredName
from pilots.unit_of_work import UnitOfWork


class RegisterPerson(
    Command, name="register-person", button="Add the person", of=Person, records=PersonRegistered
):
    """Make a person known, so that they can be named in entries."""

    name: Annotated[RequiredName, Meta(title="Name")]
    profile: Annotated[Text, Meta(title="About them")] = ""


class ChangeProfile(
    Command,
    name="change-profile",
    button="Save the profile",
    of=Person,
    records=PersonProfileChanged,
    edits=True,
    needs="own",
):
    """Give a person another name or profile."""

    person: PersonId
    name: Annotated[RequiredName, Meta(title="Name")]
    profile: Annotated[Text, Meta(title="About them")] = ""


class MergePerson(
    Command,
    name="merge-person",
    button="Merge the two",
    of=Person,
    records=PersonMerged,
    needs="manage",
):
    """Say that two people are one; what both did is counted as one person's from then on."""

    person: PersonId
    into: Annotated[PersonId, Meta(title="Is the same as", description="The one to keep.")]

    def carry_out(self, work: UnitOfWork) -> None:
        """Merge them into one who is still here."""
        work.find(Person, self.into).must_be_here()
        super().carry_out(work)
