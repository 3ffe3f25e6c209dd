"""Facts with names, for tests to tell stories with: one small garden project, from end to end."""

from domain.facts.experiment import ExperimentEnded, ExperimentPlanned, ExperimentStarted
from domain.facts.lesson import LessonConfirmed, LessonContradicted, LessonLearned, LessonVoided
from domain.facts.participation import (
    ParticipationChanges,
    ParticipationCorrected,
    ParticipationLogged,
    ParticipationSuperseded,
    ParticipationVoided,
)
from domain.facts.person import PersonRegistered
from domain.facts.pilot import PilotClosed, PilotGateOverridden, PilotProposed, PilotStarted
from domain.facts.pilot_measures import PilotMeasureDefined
from domain.facts.pilot_media import PilotCapabilityChosen, PilotMediumAdopted
from domain.facts.pilot_people import PilotMemberJoined, PilotMemberLeft
from domain.facts.pilot_purpose import PilotAccomplishmentStated, PilotProblemNamed
from domain.facts.programme import ProgrammeOpened

PILOT, ELSEWHERE = "pilot-garden", "pilot-orchard"
ANA, RUI = "person-ana", "person-rui"

OPENED = ProgrammeOpened(name="Neighbours", what_for="People meet across fences.")
REGISTERED = PersonRegistered(name="Ana", profile="Knows everybody’s compost.")

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
UNLEARNED = LessonVoided(reason="We mixed up two gardens.")
