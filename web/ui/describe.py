"""Tells a stored fact in the words people use: a title, and what it says in detail."""

from typing import Any

from msgspec.json import decode

from domain.facts.experiment import ExperimentEnded, ExperimentHypothesisAmended, ExperimentPlanned
from domain.facts.lesson import LessonLearned
from domain.facts.participation import ParticipationCorrected, ParticipationLogged
from domain.facts.pilot import PilotGateOverridden, PilotProposed, PilotStarted
from domain.facts.pilot_measures import PilotMeasureDefined
from domain.facts.pilot_media import PilotCapabilityChosen, PilotMediumAdopted
from domain.facts.pilot_people import PilotMemberJoined
from domain.facts.pilot_purpose import PilotAccomplishmentStated
from domain.kernel.aggregate import Fact, as_today, fact_called
from domain.kernel.messages import say
from domain.kernel.prose import prose_in, prose_paths
from domain.rules import claim_of
from web.i18n.bidi import set_apart
from web.i18n.formatting import told_as
from web.ui.telling_things import tell_thing

STANCES = {
    1: "Agreed with a statement",
    -1: "Disagreed with a statement",
    0: "Passed on a statement",
}
ICONS = {
    "decision": "flag",
    "experiment": "flask-conical",
    "finding": "eye",
    "lesson": "lightbulb",
    "participation": "users",
    "value": "coins",
}
KINDS = {
    "decision": "Decision",
    "experiment": "Experiment",
    "finding": "Finding",
    "lesson": "Lesson",
    "participation": "Taking part",
    "value": "Value found",
}
MODES = {
    "listen": "Listened",
    "react": "Reacted",
    "contribute": "Contributed",
    "co-create": "Worked together",
    "ask": "Asked",
    "answer": "Answered",
    "give": "Gave something",
    "coordinate": "Coordinated",
    "lead": "Led",
    "invite": "Invited",
    "promote": "Promoted",
    "sell": "Sold",
}


def fact_of(name: str, data: bytes) -> Fact:
    """Return a stored fact in today's shape."""
    return as_today(decode(data, type=fact_called(name)))


def tell(fact: Fact, names: dict[str, str]) -> tuple[str, str]:
    """Return the title and the detail that tell a fact; `names` are those of people."""
    title, detail = _told(fact, names)
    return set_apart(title), detail


def _told(fact: Fact, names: dict[str, str]) -> tuple[str, str]:
    match fact:
        case ParticipationLogged():
            return _took_part(fact)
        case LessonLearned(text=text, context=context):
            return text, context
        case ParticipationCorrected(reason=reason):
            return say("An entry was corrected"), reason
        case ExperimentPlanned(title=title):
            return say("Planned: {title}", title=title), fact.change or ""
        case ExperimentHypothesisAmended(field=part, new=new, reason=reason):
            return say("The hypothesis was amended: {part}", part=part), f"{new} {reason}"
        case ExperimentEnded(result=result, summary=summary):
            return say("Experiment ended: {result}", result=result), summary
        case _:
            return _of_a_pilot(fact, names)


def people_in(fact: Fact) -> list[str]:
    """Return the ids of the people a fact names."""
    match fact:
        case ParticipationLogged(person=person, with_=along):
            return [person, *along]
        case PilotMemberJoined(person=person):
            return [person]
        case _:
            return []


def _took_part(fact: ParticipationLogged) -> tuple[str, str]:
    if fact.mode == "react" and fact.stance is not None and not fact.text:
        return say(STANCES[fact.stance]), ""
    first, _, rest = fact.text.partition("\n")
    return first or say(MODES[fact.mode]), rest


def _of_a_pilot(fact: Fact, names: dict[str, str]) -> tuple[str, str]:
    match fact:
        case PilotProposed(title=title, raw_request=request):
            return say("Proposed"), request or title
        case PilotAccomplishmentStated(answer=answer):
            return say("Said what to accomplish"), answer
        case PilotGateOverridden(rule=rule, reason=reason):
            return say("Went on for a reason"), f"{reason} {claim_of(rule)}".strip()
        case PilotStarted(ends_on=ends_on):
            return say("Started"), say("Ends on {ends_on}.", ends_on=ends_on) if ends_on else ""
        case PilotCapabilityChosen(capability=capability, why=why):
            return say("Capability: {capability}", capability=capability), why
        case PilotMediumAdopted(medium=medium, helps_because=because):
            return say("Medium: {medium}", medium=medium), because
        case PilotMeasureDefined(name=name, target=target, unit=unit):
            return say("Measure: {name}", name=name), say(
                "Target {target} {unit}.", target=target, unit=unit
            ) if target else ""
        case PilotMemberJoined(person=person, role=role):
            return say("{name} joined", name=names.get(person) or say("Somebody")), say(
                "As {role}.", role=say(role)
            )
        case _:
            return tell_thing(fact) or _by_its_name(fact)


def _by_its_name(fact: Fact) -> tuple[str, str]:
    known = {name: getattr(fact, name) for name in fact.__struct_fields__}
    prose: dict[str, Any] = prose_in(
        known, tuple(p for p in prose_paths(type(fact)) if len(p) == 1)
    )
    return told_as(fact.stored_as), " ".join(map(str, prose.values()))
