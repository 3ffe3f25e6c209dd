"""Random stories: people ask for things while days pass, or none do, or the clock is set back."""

from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from hypothesis import strategies as st
from msgspec import Struct, field

from domain.facts.participation import ParticipationChanges
from domain.kernel.access import SYSTEM
from domain.kernel.errors import Refused
from pilots.commands.experiment import EndExperiment, PlanExperiment, StartExperiment
from pilots.commands.lesson import ConfirmLesson, ContradictLesson, LearnLesson, VoidLesson
from pilots.commands.participation import CorrectParticipation, LogParticipation, VoidParticipation
from pilots.commands.people import RegisterPerson
from pilots.commands.pilot import ProposePilot, StartPilot
from pilots.commands.pilot_course import ClosePilot
from pilots.commands.pilot_measures import DefineMeasure
from pilots.commands.pilot_media import AdoptMedium, ChooseCapability
from pilots.commands.pilot_people import JoinPilot, LeavePilot
from pilots.request import CommandRequest
from tests.support.machines.clock import MONDAY
from tests.support.stories.random_wishes import MORE_WISHES, Wish
from web.bootstrap import Platform, build

WISHES: tuple[Wish, ...] = (
    lambda _: RegisterPerson(name="Rua"),
    lambda _: ProposePilot(title="Tui", accomplishment="Minutes for all."),
    lambda a: StartPilot(pilot=a("pilot")),
    lambda a: ClosePilot(pilot=a("pilot"), reason="Done.", override="So."),
    lambda a: JoinPilot(pilot=a("pilot"), person=a("person"), role="team"),
    lambda a: JoinPilot(pilot=a("pilot"), person=a("person"), role="sponsor"),
    lambda a: LeavePilot(pilot=a("pilot"), person=a("person")),
    lambda a: ChooseCapability(pilot=a("pilot"), capability="listen", why="So."),
    lambda a: AdoptMedium(
        pilot=a("pilot"), medium="wiki", capability="listen", helps_because="So."
    ),
    lambda a: DefineMeasure(pilot=a("pilot"), measure="people", name="People", unit="people"),
    lambda a: PlanExperiment(pilot=a("pilot"), title="Weekly"),
    lambda a: StartExperiment(experiment=a("experiment")),
    lambda a: EndExperiment(experiment=a("experiment"), result="supported", summary="So."),
    lambda a: LogParticipation(pilot=a("pilot"), mode="ask", with_=(a("person"),), text="We met."),
    lambda a: LogParticipation(pilot=a("pilot"), guests=("Kiri", "Hemi"), learned="Ask first."),
    lambda a: CorrectParticipation(
        entry=a("entry"), changes=ParticipationChanges(mode="listen"), reason="So."
    ),
    lambda a: CorrectParticipation(
        entry=a("entry"), changes=ParticipationChanges(with_=(a("person"),)), reason="So."
    ),
    lambda a: VoidParticipation(entry=a("entry"), reason="Never was."),
    lambda a: LearnLesson(pilot=a("pilot"), text="It is slow.", loop="tool"),
    lambda a: ConfirmLesson(lesson=a("lesson"), pilot=a("pilot")),
    lambda a: ContradictLesson(lesson=a("lesson"), pilot=a("pilot")),
    lambda a: VoidLesson(lesson=a("lesson"), reason="Wrong."),
    *MORE_WISHES,
)
PASSING = (0, 0, 0, 0.5, 1 / 86400, 1, 1, 40, -1)  # days; 0 stands still, -1 is set back


class Step(Struct, frozen=True):
    """Some days pass, then somebody asks for something."""

    days: float
    wish: int
    pick: int


class Told(Struct):
    """A story as it is told: its clock, and what it has brought so far."""

    now: datetime = MONDAY
    streams: dict[str, list[str]] = field(default_factory=dict)

    def clock(self) -> datetime:
        """Return the story's time, which stands still while nobody moves it."""
        return self.now


def steps() -> st.SearchStrategy[list[Step]]:
    """Make stories of a few steps."""
    step = st.builds(
        Step, st.sampled_from(PASSING), st.integers(0, len(WISHES) - 1), st.integers(0, 3)
    )
    return st.lists(step, min_size=8, max_size=16)


def platform_after(folder: Path, story: list[Step], database_url: str = "") -> Platform:
    """Build a platform and let a story happen there; what is refused does not happen."""
    told = Told()
    platform = build(folder, told.clock, database_url=database_url)
    opening = [Step(0, number, 0) for number in (0, 1, 10, 13, 14)]  # so that there is something
    for step in [*opening, *story]:
        told.now += timedelta(days=step.days)
        try:
            wish = WISHES[step.wish](partial(_one_of, told, step.pick))
            done = platform.pilots.carry_out(CommandRequest(asker=SYSTEM), wish)
        except (Refused, KeyError):  # or nothing of the kind is there yet
            continue
        for fact in done.facts:
            known = told.streams.setdefault(fact.stream.partition("-")[0], [])
            if fact.stream not in known:
                known.append(fact.stream)
    return platform


def _one_of(told: Told, pick: int, kind: str) -> str:
    known = told.streams[kind]
    return known[-1 - pick % len(known)]
