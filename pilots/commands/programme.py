"""What can be asked of a programme."""

from typing import Annotated

from msgspec import Meta

from domain.facts.programme import (
    ProgrammeGoalAdded,
    ProgrammeOpened,
    ProgrammeRenamed,
    ProgrammeRuleSet,
    ProgrammeWordingChanged,
    ProgrammeZoneSet,
)
from domain.kernel.fields import (
    Count,
    GoalKind,
    Key,
    Label,
    ProgrammeId,
    Rule,
    Severity,
    Zone,
)
from domain.programme import Programme
from pilots.commands.base import Command, Reason, RequiredName, RequiredText


class OpenProgramme(
    Command,
    name="open-programme",
    button="Open the programme",
    of=Programme,
    records=ProgrammeOpened,
):
    """Begin a programme: the frame in which you run pilots."""

    name: Annotated[RequiredName, Meta(title="Name")]
    what_for: Annotated[
        RequiredText | None,
        Meta(title="What for?", description="What should be different in the world afterwards?"),
    ] = None


class RenameProgramme(
    Command,
    name="rename-programme",
    button="Rename the programme",
    of=Programme,
    records=ProgrammeRenamed,
    edits=True,
):
    """Give a programme another name; its history keeps the old one."""

    programme: ProgrammeId
    name: Annotated[RequiredName, Meta(title="New name")]


class SetZone(
    Command,
    name="set-zone",
    button="Set the time zone",
    of=Programme,
    records=ProgrammeZoneSet,
    needs="manage",
):
    """Count days and weeks by the clocks of one place; what was counted before stays as it was."""

    programme: ProgrammeId
    time_zone: Annotated[Zone, Meta(title="Time zone", description="Such as Europe/Berlin.")]


class AddGoal(
    Command,
    name="add-goal",
    button="Add the goal",
    of=Programme,
    records=ProgrammeGoalAdded,
):
    """Hang a mission, goal, objective or strategy above your pilots."""

    programme: ProgrammeId
    goal: Annotated[Key, Meta(title="Short key", description="Lower case and hyphens.")]
    parent: Annotated[Key | None, Meta(title="Below which goal?")] = None
    kind: Annotated[GoalKind, Meta(title="Kind")] = "goal"
    text: Annotated[RequiredText, Meta(title="What it says")]


class SetRule(
    Command,
    name="set-rule",
    button="Set the rule",
    of=Programme,
    records=ProgrammeRuleSet,
    needs="manage",
):
    """Change when a rule speaks up from here on; pages of the past keep the rule of their time."""

    programme: ProgrammeId
    rule: Annotated[Rule, Meta(title="Rule", description="Its id, such as S002-hamster-wheel.")]
    severity: Annotated[
        Severity,
        Meta(title="What it does", description="A gate holds back, a warning only shows."),
    ] = "warn"
    threshold: Annotated[
        Count | None, Meta(title="Threshold", description="Its own, if left empty.")
    ] = None
    reason: Reason


class ChangeWording(
    Command,
    name="change-wording",
    button="Change the list",
    of=Programme,
    records=ProgrammeWordingChanged,
    needs="manage",
):
    """Add a phrase to what rules about texts look for, or take one out, from here on."""

    programme: ProgrammeId
    list: Annotated[Key, Meta(title="List", description="Such as vague, or tool-first.")]
    phrase: Annotated[
        Label,
        Meta(title="Phrase", description="“*” stands for any ending, “ … ” for a few words."),
    ]
    wanted: Annotated[bool, Meta(title="Look for it?")] = True
    reason: Reason
