"""Tells a stored fact in the words people use: a title, and what it says in detail."""

from typing import Any

from msgspec.json import decode

from domain.decision import way
from domain.facts.conclusion import (
    ConclusionObjectedTo,
    ConclusionProposed,
    ConclusionReached,
    ConclusionSupported,
    ConclusionThoughtPooled,
)
from domain.facts.decision import DecisionRevisited, DecisionTaken, DecisionVerdictsGiven
from domain.facts.evidence import EvidenceChallenged, EvidenceGathered, EvidenceWithdrawn
from domain.facts.experiment import (
    ExperimentEffortLogged,
    ExperimentEnded,
    ExperimentHypothesisAmended,
    ExperimentPlanned,
)
from domain.facts.insight import AssumptionRaised, AssumptionTested, InsightDerived, InsightRevised
from domain.facts.invitation import InvitationOpened, InvitationTakenUp
from domain.facts.lesson import (
    LessonConfirmed,
    LessonContradicted,
    LessonCorrected,
    LessonLearned,
    LessonReused,
    LessonRevalidated,
    LessonSuperseded,
    PracticeAdopted,
)
from domain.facts.participation import (
    ParticipationAcknowledged,
    ParticipationCorrected,
    ParticipationJoined,
    ParticipationLogged,
)
from domain.facts.pilot import PilotExtended, PilotGateOverridden, PilotProposed, PilotStarted
from domain.facts.pilot_measures import (
    PilotMeasureDefined,
    PilotMeasurementTaken,
    PilotMeasureRetargeted,
)
from domain.facts.pilot_media import PilotCapabilityChosen, PilotMediumAdopted, PilotMediumSwapped
from domain.facts.pilot_people import PilotMemberJoined
from domain.facts.pilot_purpose import PilotAccomplishmentStated
from domain.facts.programme import ProgrammeZoneSet
from domain.facts.readiness import (
    ReadinessAssessed,
    ReadinessChangeAgreed,
    ReadinessChangeMade,
    ReadinessWaived,
)
from domain.facts.value import ValueContested, ValueDiscovered, ValueExpected, ValueRevised
from domain.kernel.aggregate import Fact, as_today, fact_called
from domain.kernel.messages import Message, Text, say, say_all
from domain.kernel.prose import prose_in, prose_paths
from domain.readiness import area_in_words
from domain.rules import claim_of
from projections.records.lookups import SOMEBODY
from web.i18n.formatting import name_in_words

Description = tuple[Text, Text]

STANCES = {
    1: say("Agreed with a statement"),
    -1: say("Disagreed with a statement"),
    0: say("Passed on a statement"),
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
    "decision": say("Decision"),
    "experiment": say("Experiment"),
    "finding": say("Finding"),
    "lesson": say("Lesson"),
    "participation": say("Taking part"),
    "value": say("Value found"),
}
MODES = {
    "listen": say("Listened"),
    "react": say("Reacted"),
    "contribute": say("Contributed"),
    "co-create": say("Worked together"),
    "ask": say("Asked"),
    "answer": say("Answered"),
    "give": say("Gave something"),
    "coordinate": say("Coordinated"),
    "lead": say("Led"),
    "invite": say("Invited"),
    "promote": say("Promoted"),
    "sell": say("Sold"),
}


def fact_of(name: str, data: bytes) -> Fact:
    """Return a stored fact in today's shape."""
    return as_today(decode(data, type=fact_called(name)))


def tell(fact: Fact, names: dict[str, str]) -> Description:
    """Return the title and the detail that tell a fact; `names` are those of people."""
    match fact:
        case ParticipationLogged():
            return _took_part(fact)
        case LessonLearned(text=text, context=context):
            return text, context
        case ProgrammeZoneSet(time_zone=zone):
            return say("Days and weeks are those of {zone}", zone=zone), ""
        case ParticipationCorrected(reason=reason):
            return say("An entry was corrected"), reason
        case ExperimentPlanned(title=title):
            return say("Planned: {title}", title=title), fact.change or ""
        case ExperimentHypothesisAmended(field=part, new=new, reason=reason):
            return say("The hypothesis was amended: {part}", part=say(part)), f"{new} {reason}"
        case ExperimentEnded(result=result, summary=summary):
            return say("Experiment ended: {result}", result=say(result)), summary
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


def _took_part(fact: ParticipationLogged) -> Description:
    if fact.mode == "react" and fact.stance is not None and not fact.text:
        return STANCES[fact.stance], ""
    first, _, rest = fact.text.partition("\n")
    return first or MODES[fact.mode], rest


def _of_a_pilot(fact: Fact, names: dict[str, str]) -> Description:
    match fact:
        case PilotProposed(title=title, raw_request=request):
            return say("Proposed"), request or title
        case PilotAccomplishmentStated(answer=answer):
            return say("Said what to accomplish"), answer
        case PilotGateOverridden(rule=rule, reason=reason):
            return say("Went on for a reason"), _with_claim(reason, claim_of(rule))
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
            return say("{name} joined", name=names.get(person) or SOMEBODY), say(
                "As {role}.", role=say(role)
            )
        case _:
            return tell_thing(fact) or _by_its_name(fact)


def _with_claim(reason: str, claim: Message | None) -> Text:
    return say("{reason} {claim}", reason=reason, claim=claim) if claim else reason


def _by_its_name(fact: Fact) -> Description:
    known = {name: getattr(fact, name) for name in fact.__struct_fields__}
    prose: dict[str, Any] = prose_in(
        known, tuple(p for p in prose_paths(type(fact)) if len(p) == 1)
    )
    return name_in_words(fact.stored_as), " ".join(map(str, prose.values()))


MOVED, SET = say("The end moved from {old} to {new}"), say("The end moved to {new}")
RETARGETED = say("Target of {measure} moved from {old} to {new}")
HELD, FELL = say("A decision held"), say("A decision did not hold")
USEFUL, OF_NO_USE = say("It was useful to somebody"), say("It was of no use to somebody")

PLAIN: dict[type[Fact], Message] = {
    LessonConfirmed: say("A lesson held here too"),
    LessonContradicted: say("A lesson did not hold here"),
    LessonReused: say("An experiment was built on a lesson"),
    LessonSuperseded: say("A later lesson took its place"),
    ConclusionSupported: say("Somebody supports the conclusion"),
    ParticipationJoined: say("Somebody else was there too"),
    InvitationTakenUp: say("An invitation was taken up"),
}


def tell_thing(fact: Fact) -> Description | None:
    """Return the title and the detail that tell a fact; None where this is none of ours."""
    match fact:
        case EvidenceGathered(text=text, kind=kind):
            return text, say("Found by {kind}.", kind=say(kind))
        case InsightDerived(text=text):
            return say("Insight: {text}", text=text), ""
        case EvidenceChallenged(reason=reason):
            return say("A finding was challenged"), reason
        case EvidenceWithdrawn(reason=reason):
            return say("A finding was withdrawn"), reason
        case InsightRevised(text=text):
            return say("An insight was said anew"), text
        case AssumptionRaised(text=text, risk=risk):
            return say("Assumed: {text}", text=text), say(
                "Risk if it is wrong: {risk}.", risk=say(risk)
            )
        case AssumptionTested(result=result):
            return say("An assumption was tested: {result}", result=say(result)), ""
        case _:
            return _of_value(fact) or _of_deciding(fact) or _of_readiness(fact) or _of_moving(fact)


def _of_value(fact: Fact) -> Description | None:
    match fact:
        case ValueExpected(statement=statement):
            return say("Expected: {statement}", statement=statement), ""
        case ValueDiscovered(statement=statement, expected=expected):
            return statement, "" if expected else say("Nobody expected it.")
        case ValueContested(reason=reason):
            return say("A value was contested"), reason
        case ValueRevised(new=new, reason=reason):
            return say("A value was said anew: {new}", new=new), reason
    return None


def _of_deciding(fact: Fact) -> Description | None:
    match fact:
        case DecisionVerdictsGiven(sponsor=sponsor, team=team):
            both = {"sponsor": say(sponsor), "team": say(team)}
            return say("Verdicts: sponsor {sponsor}, team {team}", **both), ""
        case DecisionTaken(verdict=verdict, expected_effect=effect):
            return say("Decided: {verdict}", verdict=way(verdict)), effect
        case DecisionRevisited(held=held, note=note):
            return HELD if held else FELL, note
        case ConclusionThoughtPooled(text=text):
            return say("A thought was pooled"), text
        case ConclusionProposed(text=text):
            return say("Proposed to conclude: {text}", text=text), ""
        case ConclusionObjectedTo(reason=reason):
            return say("Somebody objected"), reason
        case ConclusionReached(supporters=supporters, objections=objections):
            return say("A conclusion was reached"), (
                say("{n} supported it, {n2} objected.", n=len(supporters), n2=len(objections))
            )
    return None


def _of_readiness(fact: Fact) -> Description | None:
    match fact:
        case ReadinessAssessed(area=area, level=level, gap=gap):
            return say(
                "Readiness of {area}: {level} of 4", area=area_in_words(area), level=level
            ), gap
        case ReadinessChangeAgreed(area=area, change=change):
            return say("Agreed to change {area}", area=area_in_words(area)), change
        case ReadinessChangeMade(area=area, proof=proof):
            return say("Changed {area}", area=area_in_words(area)), proof
        case ReadinessWaived(area=area, reason=reason):
            return say("{area} need not change", area=area_in_words(area)), reason
        case InvitationOpened(text=text):
            return say("Invited: {text}", text=text), ""
        case PracticeAdopted(text=text):
            return say("Practice: {text}", text=text), ""
        case LessonCorrected(reason=reason):
            return say("A lesson was corrected"), reason
        case LessonRevalidated(confidence=confidence):
            return say("Looked at again: {confidence} % sure", confidence=confidence), ""
        case _:
            return (PLAIN[type(fact)], "") if type(fact) in PLAIN else None


def _of_moving(fact: Fact) -> Description | None:
    match fact:
        case ParticipationAcknowledged(useful=useful):
            return USEFUL if useful else OF_NO_USE, ""
        case ExperimentEffortLogged(hours=hours, money=money):
            spent: list[Text] = [say("{n} hours", n=hours)] if hours else []
            spent += [f"{money.amount} {money.currency}"] if money else []
            return say("{names} went into it", names=say_all(spent)), ""
        case PilotExtended(old_end=old, new_end=new, reason=reason):
            return MOVED.of(old=old, new=new) if old else SET.of(new=new), reason
        case PilotMediumSwapped(from_=old, to=new, reason=reason):
            return say("Swapped {old} for {new}", old=old, new=new), reason
        case PilotMeasureRetargeted(measure=measure, old=old, new=new, reason=reason):
            return RETARGETED.of(measure=measure, old=old or "–", new=new), reason
        case PilotMeasurementTaken(measure=measure, value=value, note=note):
            return say("Measured {measure}: {value}", measure=measure, value=value), note
    return None
