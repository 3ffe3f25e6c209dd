"""What happens to a person, and to prose that had to go."""

from domain.kernel.aggregate import Fact
from domain.kernel.fields import Name, PersonId, StreamId, Text


class PersonRegistered(Fact, name="person.registered.v1"):
    """A person became known here."""

    name: Name
    profile: Text = ""


class PersonProfileChanged(Fact, name="person.profile-changed.v1"):
    """A person goes by another name or profile."""

    name: Name
    profile: Text = ""


class PersonMerged(Fact, name="person.merged.v1"):
    """Two people turned out to be one."""

    into: PersonId


class PersonErased(Fact, name="person.erased.v1"):
    """The prose about a person was blanked; the receipt says how much."""

    receipt: str


class ProseErased(Fact, name="prose.erased.v1"):
    """The prose of one event was blanked, for a reason."""

    stream: StreamId
    version: int
    reason: Text
