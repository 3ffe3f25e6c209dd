"""Tells the facts of findings, values, conclusions, decisions and the like in people's words."""

from domain.facts.conclusion import (
    ConclusionObjectedTo,
    ConclusionProposed,
    ConclusionReached,
    ConclusionSupported,
    ConclusionThoughtPooled,
)
from domain.facts.decision import DecisionRevisited, DecisionTaken, DecisionVerdictsGiven
from domain.facts.evidence import EvidenceChallenged, EvidenceGathered, EvidenceWithdrawn
from domain.facts.experiment import ExperimentEffortLogged
from domain.facts.insight import AssumptionRaised, AssumptionTested, InsightDerived, InsightRevised
from domain.facts.invitation import InvitationOpened, InvitationTakenUp
from domain.facts.lesson import (
    LessonConfirmed,
    LessonContradicted,
    LessonCorrected,
    LessonReused,
    LessonRevalidated,
    LessonSuperseded,
    PracticeAdopted,
)
from domain.facts.participation import ParticipationAcknowledged, ParticipationJoined
from domain.facts.pilot import PilotExtended
from domain.facts.pilot_measures import PilotMeasurementTaken, PilotMeasureRetargeted
from domain.facts.pilot_media import PilotMediumSwapped
from domain.facts.readiness import (
    ReadinessAssessed,
    ReadinessChangeAgreed,
    ReadinessChangeMade,
    ReadinessWaived,
)
from domain.facts.value import ValueContested, ValueDiscovered, ValueExpected, ValueRevised
from domain.kernel.aggregate import Fact
from domain.kernel.messages import say, say_all, to_say
from web.i18n.formatting import capped

Told = tuple[str, str]
MOVED, SET = to_say("The end moved from {old} to {new}"), to_say("The end moved to {new}")
RETARGETED = to_say("Target of {measure} moved from {old} to {new}")
HELD, FELL = to_say("A decision held"), to_say("A decision did not hold")
USEFUL, OF_NO_USE = to_say("It was useful to somebody"), to_say("It was of no use to somebody")

PLAIN: dict[type[Fact], str] = {
    LessonConfirmed: "A lesson held here too",
    LessonContradicted: "A lesson did not hold here",
    LessonReused: "An experiment was built on a lesson",
    LessonSuperseded: "A later lesson took its place",
    ConclusionSupported: "Somebody supports the conclusion",
    ParticipationJoined: "Somebody else was there too",
    InvitationTakenUp: "An invitation was taken up",
}


def tell_thing(fact: Fact) -> Told | None:
    """Return the title and the detail that tell a fact; None where this is none of ours."""
    match fact:
        case EvidenceGathered(text=text, kind=kind):
            return text, say("Found by {kind}.", kind=kind)
        case InsightDerived(text=text):
            return say("Insight: {text}", text=text), ""
        case EvidenceChallenged(reason=reason):
            return say("A finding was challenged"), reason
        case EvidenceWithdrawn(reason=reason):
            return say("A finding was withdrawn"), reason
        case InsightRevised(text=text):
            return say("An insight was said anew"), text
        case AssumptionRaised(text=text, risk=risk):
            return say("Assumed: {text}", text=text), say("Risk if it is wrong: {risk}.", risk=risk)
        case AssumptionTested(result=result):
            return say("An assumption was tested: {result}", result=result), ""
        case _:
            return _of_value(fact) or _of_deciding(fact) or _of_readiness(fact) or _of_moving(fact)


def _of_value(fact: Fact) -> Told | None:
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


def _of_deciding(fact: Fact) -> Told | None:
    match fact:
        case DecisionVerdictsGiven(sponsor=sponsor, team=team):
            both = {"sponsor": say(sponsor), "team": say(team)}
            return say("Verdicts: sponsor {sponsor}, team {team}", **both), ""
        case DecisionTaken(verdict=verdict, expected_effect=effect):
            return say("Decided: {verdict}", verdict=say(verdict)), effect
        case DecisionRevisited(held=held, note=note):
            return say(HELD if held else FELL), note
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


def _of_readiness(fact: Fact) -> Told | None:
    match fact:
        case ReadinessAssessed(area=area, level=level, gap=gap):
            return say("Readiness of {area}: {level} of 4", area=area, level=level), gap
        case ReadinessChangeAgreed(area=area, change=change):
            return say("Agreed to change {area}", area=area), change
        case ReadinessChangeMade(area=area, proof=proof):
            return say("Changed {area}", area=area), proof
        case ReadinessWaived(area=area, reason=reason):
            return capped(say("{area} need not change", area=area)), reason
        case InvitationOpened(text=text):
            return say("Invited: {text}", text=text), ""
        case PracticeAdopted(text=text):
            return say("Practice: {text}", text=text), ""
        case LessonCorrected(reason=reason):
            return say("A lesson was corrected"), reason
        case LessonRevalidated(confidence=confidence):
            return say("Looked at again: {confidence} % sure", confidence=confidence), ""
        case _:
            return (say(PLAIN[type(fact)]), "") if type(fact) in PLAIN else None


def _of_moving(fact: Fact) -> Told | None:
    match fact:
        case ParticipationAcknowledged(useful=useful):
            return say(USEFUL if useful else OF_NO_USE), ""
        case ExperimentEffortLogged(hours=hours, money=money):
            spent = [say("{n} hours", n=hours)] if hours else []
            spent += [f"{money.amount} {money.currency}"] if money else []
            return say("{names} went into it", names=say_all(spent)), ""
        case PilotExtended(old_end=old, new_end=new, reason=reason):
            return say(MOVED if old else SET, old=old, new=new), reason
        case PilotMediumSwapped(from_=old, to=new, reason=reason):
            return say("Swapped {old} for {new}", old=old, new=new), reason
        case PilotMeasureRetargeted(measure=measure, old=old, new=new, reason=reason):
            return say(RETARGETED, measure=measure, old=old or "–", new=new), reason
        case PilotMeasurementTaken(measure=measure, value=value, note=note):
            return say("Measured {measure}: {value}", measure=measure, value=value), note
    return None
