"""One pilot with so much in it that its timeline counts what it could not draw."""

from datetime import UTC, datetime, timedelta
from random import Random
from typing import Final

from domain.evidence import Evidence
from domain.experiment import Experiment
from domain.facts.evidence import EvidenceGathered
from domain.facts.experiment import ExperimentEnded, ExperimentPlanned, ExperimentStarted
from domain.facts.lesson import LessonLearned
from domain.facts.participation import ParticipationLogged
from domain.facts.pilot import PilotExtended, PilotProposed, PilotStarted
from domain.facts.programme import ProgrammeOpened
from domain.kernel.access import SYSTEM
from domain.kernel.aggregate import Aggregate, Fact
from domain.lesson import Lesson
from domain.participation import Participation
from domain.pilot import Pilot
from domain.programme import Programme
from pilots.request import CommandRequest
from pilots.unit_of_work import UnitOfWork, When
from web.bootstrap import Platform

BEGINS = datetime(2022, 1, 3, 9, tzinfo=UTC)
DAYS = 1400  # over which it happens
RESULTS: Final = ("supported", "refuted", "inconclusive")


class Crowd:
    """Tells one pilot of a given number of events, always the same ones."""

    def __init__(self, platform: Platform) -> None:
        self._dice = Random(50)  # noqa: S311  # nothing secret is drawn
        asking = CommandRequest(asker=SYSTEM, source="import:crowd", command_id="crowd-of-events")
        self.work = UnitOfWork(platform.pilots, asking, When(BEGINS, recorded_at=BEGINS))
        self._pilots = platform.pilots
        self._asking = asking
        self.pilot, self._lessons = "", list[str]()

    def tell(self, events: int) -> str:
        """Tell a pilot of about so many events, four of five of them entries; return its id."""
        programme = self._begin(Programme, ProgrammeOpened(name="Crowded"))
        self.pilot = self._begin(
            Pilot,
            PilotProposed(programme=programme, title="Crowded", owner=SYSTEM.person),
            PilotStarted(),
        )
        for _ in range(events // 50):
            self._fifty(BEGINS + timedelta(days=DAYS * len(self.work.events) / events))
        self._pilots.keep(self.work.events, self._asking, "a crowd of events")
        return self.pilot

    def _fifty(self, at: datetime) -> None:
        """Tell fifty events around a moment: an experiment, what was found and learned in it."""
        built_on = self._dice.sample(self._lessons, min(2, len(self._lessons)))
        self._at(at)
        trial = self._begin(
            Experiment,
            ExperimentPlanned(pilot=self.pilot, title="Try it again", informed_by=tuple(built_on)),
            ExperimentStarted(),
            ExperimentEnded(result=self._dice.choice(RESULTS), summary="It went."),
        )
        for number in range(3):
            self._at(at + timedelta(hours=number))
            found = self._begin(
                Evidence,
                EvidenceGathered(
                    pilot=self.pilot,
                    experiment=trial,
                    kind="observation",
                    strength=3,
                    whose="own",
                    text=f"Found {number} of these.",
                ),
            )
            lesson = LessonLearned(
                pilot=self.pilot,
                experiment=trial,
                loop="tool" if number else "collaboration",
                text=f"Ask {number} people before you write to all.",
                because=(found,),
                confidence=self._dice.randint(20, 95),
            )
            self._lessons.append(self._begin(Lesson, lesson))
        pilot = self.work.find(Pilot, self.pilot)
        pilot.record(PilotExtended(new_end=at.date(), reason="More time."))
        self.work.stamp()
        for number in range(40):
            self._at(at + timedelta(minutes=number))
            fact = ParticipationLogged(
                pilot=self.pilot,
                person=f"person-{number:032x}",
                mode="contribute",
                direction="broadcast",
            )
            self._begin(Participation, fact)

    def _at(self, moment: datetime) -> None:
        self.work.when = When(moment, recorded_at=moment)

    def _begin(self, kind: type[Aggregate], *facts: Fact) -> str:
        thing = self.work.begin(kind)
        for fact in facts:
            thing.record(fact)
        self.work.stamp()
        return thing.id
