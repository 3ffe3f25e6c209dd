"""Which facts the numbers of each view are counted from."""

from collections.abc import Mapping

from domain.facts import (
    decision,
    evidence,
    experiment,
    insight,
    invitation,
    lesson,
    participation,
    pilot,
    pilot_measures,
    pilot_media,
    pilot_people,
    readiness,
    value,
)
from domain.kernel.aggregate import Fact

LOGGED = participation.ParticipationLogged
JOINED = pilot_people.PilotMemberJoined
TRIED = (experiment.ExperimentPlanned, experiment.ExperimentStarted, experiment.ExperimentEnded)
EXPECTED, DISCOVERED = value.ValueExpected, value.ValueDiscovered
DEFINED, MEASURED = pilot_measures.PilotMeasureDefined, pilot_measures.PilotMeasurementTaken
LEARNED = lesson.LessonLearned

BEHIND: Mapping[str, tuple[type[Fact], ...]] = {  # the slug of a view: facts
    "answers": (LOGGED,),
    "confidence": (LEARNED, lesson.LessonRevalidated),
    "costs": (experiment.ExperimentEffortLogged,),
    "coverage": (evidence.EvidenceGathered,),
    "craft": (LOGGED, participation.ParticipationAcknowledged),
    "credibility": (LOGGED, participation.ParticipationAcknowledged),
    "decisions": (
        decision.DecisionVerdictsGiven,
        decision.DecisionTaken,
        decision.DecisionRevisited,
    ),
    "first-log": (JOINED, LOGGED),
    "framework": (insight.InsightDerived, evidence.EvidenceGathered),
    "give-and-take": (LOGGED,),
    "goalposts": (
        pilot.PilotExtended,
        pilot_measures.PilotMeasureRetargeted,
        experiment.ExperimentHypothesisAmended,
        value.ValueRevised,
    ),
    "grid": (DEFINED, EXPECTED, DISCOVERED),
    "intents": (LOGGED,),
    "invitations": (invitation.InvitationOpened, invitation.InvitationTakenUp),
    "ladder": (LOGGED,),
    "ledger": (EXPECTED, DISCOVERED, value.ValueRevised, MEASURED),
    "measures": (DEFINED, MEASURED, pilot_measures.PilotMeasureRetargeted),
    "media": (pilot_media.PilotCapabilityChosen, pilot_media.PilotMediumAdopted, LOGGED),
    "on-target": (JOINED, LOGGED),
    "owners": (LOGGED,),
    "peer-share": (LOGGED,),
    "pulse": (pilot_people.PilotPulseNoted,),
    "readiness": (
        readiness.ReadinessAssessed,
        readiness.ReadinessChangeAgreed,
        readiness.ReadinessChangeMade,
        readiness.ReadinessWaived,
    ),
    "risks": (insight.AssumptionRaised, insight.AssumptionTested),
    "spread": (LEARNED,),
    "swaps": (pilot_media.PilotMediumSwapped,),
    "taps": (LEARNED,),
    "transfer": (
        lesson.LessonReused,
        lesson.LessonConfirmed,
        lesson.LessonContradicted,
        experiment.ExperimentPlanned,
    ),
    "turns": (*TRIED, LOGGED, LEARNED),
    "velocity": (*TRIED, LEARNED),
    "wheel": (LOGGED, LEARNED, insight.InsightDerived, decision.DecisionTaken),
}
