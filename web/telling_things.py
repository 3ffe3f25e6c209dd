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
from domain.kernel import Fact

Told = tuple[str, str]

PLAIN: dict[type[Fact], Told] = {
    LessonConfirmed: ("A lesson held here too", ""),
    LessonContradicted: ("A lesson did not hold here", ""),
    LessonReused: ("An experiment was built on a lesson", ""),
    LessonSuperseded: ("A later lesson took its place", ""),
    ConclusionSupported: ("Somebody supports the conclusion", ""),
    ParticipationJoined: ("Somebody else was there too", ""),
    InvitationTakenUp: ("An invitation was taken up", ""),
}


def tell_thing(fact: Fact) -> Told | None:
    """Return the title and the detail that tell a fact; None where this is none of ours."""
    match fact:
        case EvidenceGathered(text=text, kind=kind):
            return text, f"Found by {kind}."
        case InsightDerived(text=text):
            return f"Insight: {text}", ""
        case EvidenceChallenged(reason=reason):
            return "A finding was challenged", reason
        case EvidenceWithdrawn(reason=reason):
            return "A finding was withdrawn", reason
        case InsightRevised(text=text):
            return "An insight was said anew", text
        case AssumptionRaised(text=text, risk=risk):
            return f"Assumed: {text}", f"Risk if it is wrong: {risk}."
        case AssumptionTested(result=result):
            return f"An assumption was tested: {result}", ""
        case _:
            return _of_value(fact) or _of_deciding(fact) or _of_readiness(fact) or _of_moving(fact)


def _of_value(fact: Fact) -> Told | None:
    match fact:
        case ValueExpected(statement=statement):
            return f"Expected: {statement}", ""
        case ValueDiscovered(statement=statement, expected=expected):
            return statement, "" if expected else "Nobody expected it."
        case ValueContested(reason=reason):
            return "A value was contested", reason
        case ValueRevised(new=new, reason=reason):
            return f"A value was said anew: {new}", reason
        case _:
            return None


def _of_deciding(fact: Fact) -> Told | None:
    match fact:
        case DecisionVerdictsGiven(sponsor=sponsor, team=team):
            return f"Verdicts: sponsor {sponsor}, team {team}", ""
        case DecisionTaken(verdict=verdict, expected_effect=effect):
            return f"Decided: {verdict}", effect
        case DecisionRevisited(held=held, note=note):
            return f"A decision {'held' if held else 'did not hold'}", note
        case ConclusionThoughtPooled(text=text):
            return "A thought was pooled", text
        case ConclusionProposed(text=text):
            return f"Proposed to conclude: {text}", ""
        case ConclusionObjectedTo(reason=reason):
            return "Somebody objected", reason
        case ConclusionReached(supporters=supporters, objections=objections):
            return "A conclusion was reached", (
                f"{len(supporters)} supported it, {len(objections)} objected."
            )
        case _:
            return None


def _of_readiness(fact: Fact) -> Told | None:
    match fact:
        case ReadinessAssessed(area=area, level=level, gap=gap):
            return f"Readiness of {area}: {level} of 4", gap
        case ReadinessChangeAgreed(area=area, change=change):
            return f"Agreed to change {area}", change
        case ReadinessChangeMade(area=area, proof=proof):
            return f"Changed {area}", proof
        case ReadinessWaived(area=area, reason=reason):
            return f"{area} need not change".capitalize(), reason
        case InvitationOpened(text=text):
            return f"Invited: {text}", ""
        case PracticeAdopted(text=text):
            return f"Practice: {text}", ""
        case LessonCorrected(reason=reason):
            return "A lesson was corrected", reason
        case LessonRevalidated(confidence=confidence):
            return f"Looked at again: {confidence} % sure", ""
        case _:
            return PLAIN.get(type(fact))


def _of_moving(fact: Fact) -> Told | None:
    match fact:
        case ParticipationAcknowledged(useful=useful):
            return f"It was {'useful' if useful else 'of no use'} to somebody", ""
        case ExperimentEffortLogged(hours=hours, money=money):
            spent = [f"{hours} hours"] if hours else []
            spent += [f"{money.amount} {money.currency}"] if money else []
            return f"{' and '.join(spent)} went into it", ""
        case PilotExtended(old_end=old, new_end=new, reason=reason):
            return f"The end moved{f' from {old}' if old else ''} to {new}", reason
        case PilotMediumSwapped(from_=old, to=new, reason=reason):
            return f"Swapped {old} for {new}", reason
        case PilotMeasureRetargeted(measure=measure, old=old, new=new, reason=reason):
            return f"Target of {measure} moved from {old or 'none'} to {new}", reason
        case PilotMeasurementTaken(measure=measure, value=value, note=note):
            return f"Measured {measure}: {value}", note
        case _:
            return None
