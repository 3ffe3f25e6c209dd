"""What happens to a programme: the frame in which an organisation runs its pilots."""

from typing import Annotated

from msgspec import Meta

from domain.kernel.aggregate import Fact
from domain.kernel.fields import GoalKind, Key, Label, Name, Rule, Severity, Text, Zone


class ProgrammeOpened(Fact, name="programme.opened.v1"):
    """An organisation began to run pilots under one name and for one reason."""

    name: Name
    what_for: Text | None = None


class ProgrammeRenamed(Fact, name="programme.renamed.v1"):
    """A programme got another name."""

    name: Name


class ProgrammeZoneSet(Fact, name="programme.zone-set.v1"):
    """Days and weeks of a programme are those of another zone from here on."""

    time_zone: Annotated[Zone, Meta(description="Such as Europe/Berlin.")]


class ProgrammeRuleSet(Fact, name="programme.rule-set.v1"):
    """A rule got another threshold or severity from here on."""

    rule: Rule
    threshold: int | None = None
    severity: Severity
    reason: Text


class ProgrammeGoalAdded(Fact, name="programme.goal-added.v1"):
    """A goal was hung into the goal tree."""

    goal: Key
    parent: Key | None = None
    kind: GoalKind
    text: Text


class ProgrammeWordingChanged(Fact, name="programme.wording-changed.v1"):
    """A phrase that rules about texts look for came into a list, or went out of it."""

    list: Key
    phrase: Label
    wanted: bool
    reason: Text
