"""What happens to an entry: people taking part in a pilot, once."""

from msgspec import UNSET, Struct, UnsetType, field

from domain.kernel.aggregate import Fact
from domain.kernel.fields import (
    About,
    Direction,
    EntryId,
    ExperimentId,
    Label,
    Minutes,
    Mode,
    Moment,
    PersonId,
    PilotId,
    Stance,
    StreamId,
    Text,
)


class ParticipationLogged(Fact, name="participation.logged.v1"):
    """A person took part in a pilot, perhaps with others."""

    pilot: PilotId
    experiment: ExperimentId | None = None
    person: PersonId
    with_: tuple[PersonId, ...] = field(default=(), name="with")
    to: StreamId | None = None
    mode: Mode
    direction: Direction
    stance: Stance | None = None
    intent: Label | None = None
    capability: Label | None = None
    medium: Label | None = None
    minutes: Minutes | None = None
    about: About = "work"
    text: Text = ""


class ParticipationChanges(
    Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """What a correction changes; what is left out stays as it was."""

    occurred_at: Moment | UnsetType = UNSET
    experiment: ExperimentId | UnsetType | None = UNSET
    with_: tuple[PersonId, ...] | UnsetType = field(default=UNSET, name="with")
    mode: Mode | UnsetType = UNSET
    direction: Direction | UnsetType = UNSET
    stance: Stance | UnsetType | None = UNSET
    intent: Label | UnsetType | None = UNSET
    capability: Label | UnsetType | None = UNSET
    medium: Label | UnsetType | None = UNSET
    minutes: Minutes | UnsetType | None = UNSET
    about: About | UnsetType = UNSET
    text: Text | UnsetType = UNSET


class ParticipationJoined(Fact, name="participation.joined.v1"):
    """Another person said that they took part in the same session."""

    person: PersonId


class ParticipationAcknowledged(Fact, name="participation.acknowledged.v1"):
    """Someone on the receiving side said whether it was useful."""

    useful: bool


class ParticipationCorrected(Fact, name="participation.corrected.v1"):
    """An entry was put right, for a reason; what it said before stays in the history."""

    changes: ParticipationChanges
    reason: Text


class ParticipationSuperseded(Fact, name="participation.superseded.v1"):
    """A later entry took the place of this one."""

    by_entry: EntryId


class ParticipationVoided(Fact, name="participation.voided.v1"):
    """An entry was taken back, for a reason; it stays in the history."""

    reason: Text
