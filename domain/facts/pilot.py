"""What happens to a pilot over its life, from the proposal to the archive."""

from datetime import date

from domain.kernel.aggregate import Fact
from domain.kernel.fields import (
    Count,
    Key,
    Money,
    Name,
    PersonId,
    PilotKind,
    ProgrammeId,
    Rule,
    Text,
)


class PilotProposed(Fact, name="pilot.proposed.v1"):
    """Someone put a pilot forward, in the words the request was made in."""

    programme: ProgrammeId
    title: Name
    raw_request: Text = ""
    kind: PilotKind = "business"
    owner: PersonId
    goal: Key | None = None


class PilotRenamed(Fact, name="pilot.renamed.v1"):
    """A pilot got another title."""

    title: Name


class PilotStarted(Fact, name="pilot.started.v1"):
    """The partners began working together, within a stake they can afford to lose."""

    stake_hours: Count | None = None
    stake_money: Money | None = None
    ends_on: date | None = None


class PilotPaused(Fact, name="pilot.paused.v1"):
    """A pilot stands still for a while, for a reason."""

    reason: Text


class PilotResumed(Fact, name="pilot.resumed.v1"):
    """A paused pilot goes on."""


class PilotExtended(Fact, name="pilot.extended.v1"):
    """The end of a pilot moved, for a reason."""

    old_end: date | None = None
    new_end: date
    reason: Text


class PilotClosed(Fact, name="pilot.closed.v1"):
    """A pilot ended, for a reason."""

    reason: Text


class PilotArchived(Fact, name="pilot.archived.v1"):
    """A closed pilot was put out of the way; it can still be read."""


class PilotGateOverridden(Fact, name="pilot.gate-overridden.v1"):
    """A gate was passed without what it asks for, for a reason."""

    rule: Rule
    reason: Text
