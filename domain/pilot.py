"""A pilot: a time-boxed collaboration that should accomplish one thing."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from domain.facts.pilot import (
    PilotArchived,
    PilotClosed,
    PilotExtended,
    PilotGateOverridden,
    PilotPaused,
    PilotProposed,
    PilotRenamed,
    PilotResumed,
    PilotStarted,
)
from domain.facts.pilot_measures import (
    PilotMeasureDefined,
    PilotMeasurementTaken,
    PilotMeasureRetargeted,
)
from domain.facts.pilot_media import PilotCapabilityChosen, PilotMediumAdopted, PilotMediumSwapped
from domain.facts.pilot_people import (
    PilotMemberJoined,
    PilotMemberLeft,
    PilotOwnerChanged,
    PilotPulseNoted,
    PilotSponsorNamed,
)
from domain.facts.pilot_purpose import PilotAccomplishmentStated, PilotStakeholderAdded
from domain.kernel.aggregate import Aggregate, Fact
from domain.kernel.errors import Missing, Unknown, WrongStage
from domain.kernel.fields import Role
from domain.kernel.messages import Message, say


class Stage(StrEnum):
    """Where a pilot stands: proposed, under way, paused, closed, or closed and put away."""

    PROPOSED = "proposed"
    RUNNING = "running"
    PAUSED = "paused"
    CLOSED = "closed"
    ARCHIVED = "archived"


OVER = (Stage.CLOSED, Stage.ARCHIVED)
UNDER_WAY = (Stage.RUNNING, Stage.PAUSED)
NOT_OVER = (Stage.PROPOSED, *UNDER_WAY)
STEPS: dict[type[Fact], tuple[Message, tuple[Stage, ...], Stage | None]] = {
    PilotStarted: (say("started"), (Stage.PROPOSED,), Stage.RUNNING),
    PilotPaused: (say("paused"), (Stage.RUNNING,), Stage.PAUSED),
    PilotResumed: (say("resumed"), (Stage.PAUSED,), Stage.RUNNING),
    PilotExtended: (say("extended"), UNDER_WAY, None),
    PilotClosed: (say("closed"), NOT_OVER, Stage.CLOSED),
    PilotArchived: (say("archived"), (Stage.CLOSED,), Stage.ARCHIVED),
}
HINTS = {
    Stage.PROPOSED: say("Start it first."),
    Stage.RUNNING: say("It is under way."),
    Stage.PAUSED: say("Resume it first."),
    Stage.CLOSED: say("Propose another pilot to go on."),
    Stage.ARCHIVED: say("Propose another pilot to go on."),
}


class Pilot(Aggregate):
    """One pilot, rebuilt from its own history: its people, its course and its charter."""

    kind = "pilot"

    def __init__(self, aggregate_id: str) -> None:
        super().__init__(aggregate_id)
        self.title = ""
        self.owner = ""
        self.sponsor = ""
        self.members: dict[str, Role] = {}
        self.joined: dict[str, PilotMemberJoined] = {}
        self.course = Course()
        self.charter = Charter()

    def extended(self, new_end: date, reason: str) -> PilotExtended:
        """Return the fact that the end moved, with where it was before."""
        return PilotExtended(old_end=self.course.ends_on, new_end=new_end, reason=reason)

    def retargeted(self, measure: str, new: str, reason: str) -> PilotMeasureRetargeted:
        """Return the fact that a target moved, with what it was before."""
        old = self.charter.targets.get(measure)
        return PilotMeasureRetargeted(measure=measure, old=old, new=new, reason=reason)

    def check(self, fact: Fact) -> None:
        """Refuse what changes nothing, people who are not there, and what the stage forbids."""
        match fact:
            case PilotRenamed(title=title):
                must_differ(self.title, "title", self.title, title)
            case PilotOwnerChanged(owner=owner):
                must_differ(self.title, "owner", self.owner, owner)
            case PilotSponsorNamed(person=person):
                must_differ(self.title, "person", self.sponsor, person)
            case PilotMemberJoined():
                self._must_be_new(fact)
            case PilotMemberLeft(person=person):
                if person not in self.members:
                    message = say("This person is not a member of “{title}”.", title=self.title)
                    raise Missing(message, field="person")
            case PilotPulseNoted(answers=None, energy=None):
                message = say("Answer the three questions, or say how much energy there is.")
                raise Missing(message, field="energy")
            case PilotGateOverridden():
                pass  # whatever its stage, a reason can be given
            case _ if type(fact) in STEPS:
                self.course.check(fact, self.title)
            case _:
                self._must_not_be_over(fact)
                self.charter.check(fact, self.title)

    def evolve(self, fact: Fact) -> None:
        """Remember what later decisions ask for."""
        match fact:
            case PilotProposed(title=title, owner=owner):
                self.about(self.id)
                self.title, self.owner = title, owner
            case PilotRenamed(title=title):
                self.title = title
            case PilotOwnerChanged(owner=owner):
                self.owner = owner
            case PilotSponsorNamed(person=person):
                self.sponsor = person
            case PilotMemberJoined(person=person, role=role):
                self.members[person], self.joined[person] = role, fact
            case PilotMemberLeft(person=person):
                self.members.pop(person, None)
                self.joined.pop(person, None)
            case _:
                self.course.evolve(fact)
                self.charter.evolve(fact)

    def _must_be_new(self, fact: PilotMemberJoined) -> None:
        if self.course.stage in OVER:
            message = say(
                "“{title}” is {stage}, so nobody joins it any more.",
                title=self.title,
                stage=say(self.course.stage.value),
            )
            raise WrongStage(message)
        if self.joined.get(fact.person) == fact:
            message = say(
                "This person is already in “{title}” as {role}.",
                title=self.title,
                role=say(fact.role),
            )
            raise WrongStage(message, field="person")

    def _must_not_be_over(self, fact: Fact) -> None:
        if self.course.stage in OVER and not isinstance(fact, PilotMeasurementTaken):
            message = say(
                "“{title}” is {stage}: you can still log, measure and learn, but what it is "
                "for and works with stays as it was.",
                title=self.title,
                stage=say(self.course.stage.value),
            )
            raise WrongStage(message)


@dataclass
class Course:
    """From the proposal over start, pauses and a moving end to the archive."""

    stage: Stage = Stage.PROPOSED
    ends_on: date | None = None
    overridden: set[str] = field(default_factory=set)

    def check(self, fact: Fact, title: str) -> None:
        """Refuse a step that the stage does not allow, or that changes nothing."""
        step, stages, onward = STEPS[type(fact)]
        if self.stage is onward:
            message = say("“{title}” is {stage} already.", title=title, stage=say(onward.value))
            raise WrongStage(message)
        if self.stage not in stages:
            message = say(
                "“{title}” is {stage}, so it cannot be {step}. {hint}",
                title=title,
                stage=say(self.stage.value),
                step=step,
                hint=self._hint(fact),
            )
            raise WrongStage(message)
        if isinstance(fact, PilotExtended):
            must_differ(title, "new_end", self.ends_on, fact.new_end)

    def evolve(self, fact: Fact) -> None:
        """Remember the stage, the end, and which gates were passed."""
        match fact:
            case PilotStarted(ends_on=ends_on) | PilotExtended(new_end=ends_on):
                self.ends_on = ends_on
            case PilotGateOverridden(rule=rule):
                self.overridden.add(rule)
            case _:
                pass
        _, _, stage = STEPS.get(type(fact), (None, (), None))
        self.stage = stage or self.stage

    def _hint(self, fact: Fact) -> Message:
        if isinstance(fact, PilotArchived) and self.stage in NOT_OVER:
            return say("Close it first.")
        return HINTS[self.stage]


@dataclass
class Charter:
    """What a pilot should accomplish, and what it works with to do so."""

    accomplishment: str = ""
    goal_type: str = ""
    stakeholders: set[tuple[str, str]] = field(default_factory=set)
    capabilities: set[str] = field(default_factory=set)
    media: set[tuple[str, str]] = field(default_factory=set)
    targets: dict[str, str | None] = field(default_factory=dict)

    def check(self, fact: Fact, title: str) -> None:
        """Refuse what is so already, and what needs something else first."""
        match fact:
            case PilotAccomplishmentStated(answer=answer, goal_type=goal_type):
                stated = (self.accomplishment, self.goal_type)
                must_differ(title, "answer", stated, (answer, goal_type))
            case PilotStakeholderAdded(kind=kind, area=area) if (kind, area) in self.stakeholders:
                message = say(
                    "“{title}” already lists {kind} in {area}.",
                    title=title,
                    kind=say(kind),
                    area=say(area),
                )
                raise WrongStage(message, field="area")
            case PilotCapabilityChosen(capability=capability) if capability in self.capabilities:
                message = say(
                    "“{title}” already builds the capability “{capability}”.",
                    title=title,
                    capability=capability,
                )
                raise WrongStage(message, field="capability")
            case PilotMediumAdopted():
                self._must_fit(fact)
            case PilotMediumSwapped():
                self._must_be_swappable(fact, title)
            case PilotMeasureDefined(measure=measure) if measure in self.targets:
                message = say(
                    "“{title}” already has a measure called “{measure}”.",
                    title=title,
                    measure=measure,
                )
                raise WrongStage(message, field="measure")
            case PilotMeasureRetargeted(measure=measure) | PilotMeasurementTaken(measure=measure):
                self._must_be_defined(measure, title)
                if isinstance(fact, PilotMeasureRetargeted):
                    must_differ(title, "new", fact.old, fact.new)
            case _:
                pass

    def evolve(self, fact: Fact) -> None:
        """Remember what it is for, works with and is measured by."""
        match fact:
            case PilotAccomplishmentStated(answer=answer, goal_type=goal_type):
                self.accomplishment, self.goal_type = answer, goal_type
            case PilotStakeholderAdded(kind=kind, area=area):
                self.stakeholders.add((kind, area))
            case PilotCapabilityChosen(capability=capability):
                self.capabilities.add(capability)
            case PilotMediumAdopted(medium=medium, capability=capability):
                self.media.add((medium, capability))
            case PilotMediumSwapped(from_=old, to=new):
                self.media = {(new if each == old else each, what) for each, what in self.media}
            case (
                PilotMeasureDefined(measure=measure, target=target)
                | PilotMeasureRetargeted(measure=measure, new=target)
            ):
                self.targets[measure] = target
            case _:
                pass

    def _must_fit(self, fact: PilotMediumAdopted) -> None:
        if (fact.medium, fact.capability) in self.media:
            message = say(
                "“{medium}” is already used for “{capability}”.",
                medium=fact.medium,
                capability=fact.capability,
            )
            raise WrongStage(message, field="medium")

    def _must_be_swappable(self, fact: PilotMediumSwapped, title: str) -> None:
        if fact.from_ not in {medium for medium, _ in self.media}:
            message = say(
                "“{title}” does not use “{medium}”. Choose a medium it has adopted.",
                title=title,
                medium=fact.from_,
            )
            raise Missing(message, field="from")
        if fact.from_ == fact.to:
            message = say(
                "“{to}” is what is used now. Name the medium that takes its place.", to=fact.to
            )
            raise WrongStage(message, field="to")

    def _must_be_defined(self, measure: str, title: str) -> None:
        if measure not in self.targets:
            message = say(
                "“{title}” has no measure called “{measure}”. Define it first.",
                title=title,
                measure=measure,
            )
            raise Unknown(message, field="measure")


def must_differ(title: str, field: str, old: object, new: object) -> None:
    """Refuse to say again of a pilot what is so already."""
    if old == new:
        message = say("Nothing would change: that is how “{title}” stands already.", title=title)
        raise WrongStage(message, field=field)
