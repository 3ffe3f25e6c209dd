"""What can be erased: the prose of one event, or what is kept about a person."""

from collections.abc import Iterable
from typing import Annotated

from msgspec import Meta

from domain.erasure import Erasure
from domain.facts.person import PersonErased, ProseErased
from domain.kernel.errors import Missing
from domain.kernel.fields import PersonId, StreamId
from domain.kernel.messages import say
from domain.person import Person
from pilots.commands.base import Command, Reason
from pilots.store.erasure import Blank, prose_by, prose_of
from pilots.unit_of_work import UnitOfWork


class ErasePerson(
    Command,
    name="erase-person",
    button="Erase for good",
    of=Person,
    records=PersonErased,
    needs="own",
):
    """Blank a person's name and profile wherever they are kept; this cannot be undone."""

    person: PersonId
    texts: Annotated[
        bool, Meta(title="Also every text they wrote?", description="What was counted stays.")
    ] = False

    def carry_out(self, work: UnitOfWork) -> None:
        """Erase it, and say how much it was."""
        person = work.find(Person, self.person)
        own = prose_of(work.past.engine, self.person)
        written = prose_by(work.past.engine, self.person) if self.texts else []
        others = [blank for blank in written if blank.stream != self.person]
        person.record(PersonErased(receipt=f"{len(own) + len(others)} events were blanked."))
        work.aside(*own)
        _erase(work, others, "All that this person wrote was erased.")


class EraseProse(
    Command,
    name="erase-prose",
    button="Erase for good",
    of=Erasure,
    records=ProseErased,
    needs="manage",
):
    """Blank the text of one event, such as a name that should not be there; not to be undone."""

    stream: Annotated[
        StreamId, Meta(title="Thing", description="Its id, as in the address of its page.")
    ]
    version: Annotated[int, Meta(title="Version", ge=1)]
    reason: Reason

    def carry_out(self, work: UnitOfWork) -> None:
        """Erase it where there is something to erase."""
        found = [
            blank
            for blank in prose_of(work.past.engine, self.stream)
            if blank.version == self.version
        ]
        if not found:
            message = say("That event holds no text, or it is erased already.")
            raise Missing(message, field="version")
        _erase(work, found, self.reason)


def _erase(work: UnitOfWork, blanks: Iterable[Blank], reason: str) -> None:
    for blank in blanks:
        erasure = work.begin(Erasure)
        for pilot in blank.pilots:
            erasure.about(pilot)
        erasure.record(ProseErased(stream=blank.stream, version=blank.version, reason=reason))
        work.aside(blank)
