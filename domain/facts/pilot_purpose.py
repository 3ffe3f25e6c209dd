"""What is said about what a pilot is for: accomplishment, purpose, problem, audience."""

from domain.kernel.aggregate import Fact
from domain.kernel.fields import Area, GoalType, Label, Stakeholder, Text


class PilotRequestReframed(Fact, name="pilot.request-reframed.v1"):
    """A request that began with a tool was said again as a capability and a problem."""

    original: Text
    capability: Text
    problem: Text


class PilotAccomplishmentStated(Fact, name="pilot.accomplishment-stated.v1"):
    """It was said what the pilot should accomplish."""

    answer: Text
    goal_type: GoalType = "other"


class PilotPurposeStated(Fact, name="pilot.purpose-stated.v1"):
    """It was said what the pilot is to change or protect in the world, and for whom."""

    change_or_protect: Text
    for_whom: Text
    whose_belief: Text


class PilotProblemNamed(Fact, name="pilot.problem-named.v1"):
    """A problem was named, and who has it."""

    problem: Text
    who_has_it: Text


class PilotWhyCareStated(Fact, name="pilot.why-care-stated.v1"):
    """It was said why the partners care."""

    text: Text


class PilotAudienceListed(Fact, name="pilot.audience-listed.v1"):
    """An audience was listed by what interests it."""

    audience: Label
    interest: Text
    why_they_care: Text


class PilotStakeholderAdded(Fact, name="pilot.stakeholder-added.v1"):
    """A kind of stakeholder was added, and where its work touches the pilot."""

    kind: Stakeholder
    area: Area


class PilotParticipantAskSet(Fact, name="pilot.participant-ask-set.v1"):
    """It was said what the pilot asks of those who take part."""

    text: Text
