"""Facts with names, for tests to tell stories with: one small garden project, from end to end."""

from domain.facts.experiment import (
    ExperimentAbandoned,
    ExperimentEffortLogged,
    ExperimentEnded,
    ExperimentHypothesisAmended,
    ExperimentPlanned,
    ExperimentStarted,
)
from domain.facts.lesson import (
    LessonChanges,
    LessonConfirmed,
    LessonContradicted,
    LessonCorrected,
    LessonLearned,
    LessonReused,
    LessonRevalidated,
    LessonSuperseded,
    LessonVoided,
)
from domain.facts.participation import (
    ParticipationAcknowledged,
    ParticipationChanges,
    ParticipationCorrected,
    ParticipationJoined,
    ParticipationLogged,
    ParticipationSuperseded,
    ParticipationVoided,
)
from domain.facts.person import PersonErased, PersonMerged, PersonProfileChanged, PersonRegistered
from domain.facts.pilot import PilotClosed, PilotGateOverridden, PilotProposed, PilotStarted
from domain.facts.pilot_measures import PilotMeasureDefined
from domain.facts.pilot_media import PilotCapabilityChosen, PilotMediumAdopted
from domain.facts.pilot_people import PilotMemberJoined, PilotMemberLeft
from domain.facts.pilot_purpose import PilotAccomplishmentStated, PilotProblemNamed
from domain.facts.programme import ProgrammeOpened

PILOT, ELSEWHERE = "pilot-garden", "pilot-orchard"
ANA, RUI, TUI = "person-ana", "person-rui", "person-tui"

OPENED = ProgrammeOpened(name="Neighbours", what_for="People meet across fences.")
REGISTERED = PersonRegistered(name="Ana", profile="Knows everybody’s compost.")
PROFILED = PersonProfileChanged(name="Ana Silva", profile="Knows everybody’s roses, too.")
MERGED = PersonMerged(into=RUI)
ERASED = PersonErased(receipt="2 events were blanked.")

PROPOSED = PilotProposed(
    programme="programme-neighbours",
    title="Common garden",
    raw_request="Can we have a chat group?",
    owner=ANA,
)
STATED = PilotAccomplishmentStated(answer="Six gardens share their tools.", goal_type="network")
PROBLEM = PilotProblemNamed(problem="Everybody buys a ladder.", who_has_it="Small households")
CHOSEN = PilotCapabilityChosen(capability="lend", why="Nobody knows who owns what.")
ADOPTED = PilotMediumAdopted(
    medium="notice board",
    capability="lend",
    helps_because="It stands where people pass anyway.",
    speed="slow",
    place="in-person",
)
MEASURED = PilotMeasureDefined(
    measure="tools-lent",
    name="Tools lent in a month",
    unit="tools",
    kind="outcome",
    cell="partners/cost",
    target="20",
)
JOINED = PilotMemberJoined(person=ANA, role="team", organisation="Hill Street")
LEFT = PilotMemberLeft(person=ANA)
OVERRIDDEN = PilotGateOverridden(rule="S001-one-question", reason="Spring does not wait.")
STARTED = PilotStarted(stake_hours=40)
CLOSED = PilotClosed(reason="The season is over.")

PLANNED = ExperimentPlanned(
    pilot=PILOT,
    title="One shelf at the gate",
    change="A shelf with a list hangs at the gate.",
    outcome="Ten tools change hands.",
    because="People lend what they see others lend.",
)
TRIED = ExperimentStarted()
AMENDED = ExperimentHypothesisAmended(
    field="outcome", old="Ten tools change hands.", new="Thirty do.", reason="It is spring."
)
EFFORT = ExperimentEffortLogged(hours=6)
ABANDONED = ExperimentAbandoned(reason="The gate was stolen.")
ENDED = ExperimentEnded(result="supported", summary="Fourteen tools changed hands.")

LOGGED = ParticipationLogged(
    pilot=PILOT,
    person=ANA,
    with_=(RUI,),
    mode="give",
    direction="to-peer",
    minutes=20,
    text="Brought the long ladder.",
)
CAME_ALONG = ParticipationJoined(person=TUI)
USEFUL = ParticipationAcknowledged(useful=True)
CORRECTED = ParticipationCorrected(
    changes=ParticipationChanges(minutes=35), reason="It took longer."
)
SUPERSEDED = ParticipationSuperseded(by_entry="entry-later")
TAKEN_BACK = ParticipationVoided(reason="That was another garden.")

LEARNED = LessonLearned(
    pilot=PILOT, loop="collaboration", text="Lists grow when somebody begins.", confidence=60
)
CONFIRMED = LessonConfirmed(pilot=ELSEWHERE, evidence=("evidence-photo",))
CONTRADICTED = LessonContradicted(pilot=ELSEWHERE)
REWORDED = LessonCorrected(
    changes=LessonChanges(text="Lists grow where they are seen."), reason="Said too broadly."
)
REUSED = LessonReused(experiment="experiment-shelf")
REVALIDATED = LessonRevalidated(confidence=80)
OUTGROWN = LessonSuperseded(by_lesson="lesson-later")
UNLEARNED = LessonVoided(reason="We mixed up two gardens.")
