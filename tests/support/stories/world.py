"""A world to try forms in: one of each thing, at each stage a form needs."""

from msgspec import Struct, structs

from domain.kernel.access import Asker
from pilots.commands.base import Command
from pilots.commands.conclusion import PoolThought, ProposeConclusion, SupportConclusion
from pilots.commands.decision import GiveVerdict, TakeDecision
from pilots.commands.evidence import GatherEvidence
from pilots.commands.experiment import PlanExperiment, StartExperiment
from pilots.commands.insight import DeriveInsight, RaiseAssumption
from pilots.commands.invitation import OpenInvitation
from pilots.commands.lesson import LearnLesson
from pilots.commands.participation import LogParticipation
from pilots.commands.pilot import ProposePilot, StartPilot
from pilots.commands.pilot_course import ClosePilot, PausePilot
from pilots.commands.pilot_measures import DefineMeasure
from pilots.commands.pilot_media import AdoptMedium, ChooseCapability
from pilots.commands.programme import OpenProgramme
from pilots.commands.readiness import AgreeChange, AssessReadiness
from pilots.commands.review import OpenReview
from pilots.commands.value import ExpectValue
from tests.support.machines.clock import MONDAY
from tests.support.stories.builders import ask, chartered, person
from web.bootstrap import Platform


class World(Struct):
    """The id of each thing; several of a kind where a form needs another stage."""

    member: str
    person: str
    pilot: str
    programme: str = ""
    started: str = ""
    paused: str = ""
    closed: str = ""
    experiment: str = ""
    running: str = ""
    entry: str = ""
    theirs: str = ""
    lesson: str = ""
    later: str = ""
    invitation: str = ""
    evidence: str = ""
    insight: str = ""
    assumption: str = ""
    value: str = ""
    conclusion: str = ""
    thought: str = ""
    proposal: str = ""
    supported: str = ""
    decision: str = ""
    review: str = ""

    def at(self, path: str) -> str:
        """Return an address with the ids of this world in it."""
        return path.format(**structs.asdict(self))


KINDS = {  # what the things of a world are, where their name does not say so
    "started": "pilot",
    "paused": "pilot",
    "closed": "pilot",
    "running": "experiment",
    "theirs": "entry",
    "later": "lesson",
    "proposal": "conclusion",
    "supported": "conclusion",
}


class Maker:
    """Makes a world, asking for one thing after the other."""

    def __init__(self, here: Platform, you: Asker) -> None:
        self.here = here
        self.you = you
        minutes = ProposePilot(title="Shared minutes", accomplishment="No meeting without minutes.")
        pilot = self._new("pilot", minutes)
        self.rua = person(here, "Rua", standing="manager")
        self.world = World(member=you.person, person=self.rua.person, pilot=pilot)

    def make(self) -> World:
        """Make one of each thing."""
        world, pilot = self.world, self.world.pilot
        world.programme = self._new("programme", OpenProgramme(name="Quiet"))
        self._charter(pilot)
        self._stages()
        world.experiment = self._new("experiment", PlanExperiment(pilot=pilot, title="One page"))
        world.running = self._new("experiment", PlanExperiment(pilot=pilot, title="Two pages"))
        self._do(StartExperiment(experiment=world.running))
        text = "Wrote a page\nand a half."
        world.entry = self._new("entry", LogParticipation(pilot=pilot, text=text))
        theirs = LogParticipation(pilot=pilot, person=world.person, text="Read it.")
        world.theirs = self._new("entry", theirs)
        world.lesson = self._new("lesson", LearnLesson(pilot=pilot, text="Ask first."))
        world.later = self._new("lesson", LearnLesson(pilot=pilot, text="Ask twice."))
        world.invitation = self._new("invitation", OpenInvitation(pilot=pilot, text="Come."))
        found = GatherEvidence(pilot=pilot, text="Four of ten read it.")
        world.evidence = self._new("evidence", found)
        grounds = (world.evidence,)
        insight = DeriveInsight(pilot=pilot, text="Short is read.", evidence=grounds)
        world.insight = self._new("insight", insight)
        assumed = RaiseAssumption(pilot=pilot, text="All have a screen.")
        world.assumption = self._new("assumption", assumed)
        world.value = self._new("value", ExpectValue(pilot=pilot, statement="An hour a week."))
        self._conclusions(pilot)
        effect = TakeDecision(pilot=pilot, verdict="persevere", expected_effect="More.")
        world.decision = self._new("decision", effect)
        world.review = self._new("review", OpenReview(from_=MONDAY, to=MONDAY))
        return world

    def _charter(self, pilot: str) -> None:
        chartered(self.here, self.you, pilot)
        self._do(ChooseCapability(pilot=pilot, capability="listen", why="We talk past it."))
        kept = DefineMeasure(pilot=pilot, measure="minutes", name="Minutes kept", unit="minutes")
        self._do(kept)
        seen = "All see."
        self._do(AdoptMedium(pilot=pilot, medium="wiki", capability="listen", helps_because=seen))
        for area in ("governance", "roles"):
            self._do(AssessReadiness(pilot=pilot, area=area, level=1, gap="Nobody decides."))
        self._do(AgreeChange(pilot=pilot, area="roles", change="One does.", owner=self.you.person))
        ask(self.here, self.rua, GiveVerdict(pilot=pilot, side="sponsor", verdict="scale"))

    def _stages(self) -> None:
        for stage in ("started", "paused", "closed"):
            new = ProposePilot(title=f"Is {stage}", accomplishment="Much.")
            pilot = self._new("pilot", new)
            setattr(self.world, stage, pilot)
            self._do(StartPilot(pilot=pilot))
        self._do(PausePilot(pilot=self.world.paused, reason="Summer."))
        self._do(ClosePilot(pilot=self.world.closed, reason="Done.", override="So."))

    def _conclusions(self, pilot: str) -> None:
        for name in ("conclusion", "proposal", "supported"):
            pool = self._new("conclusion", PoolThought(pilot=pilot, text="We should go on."))
            setattr(self.world, name, pool)
            if name != "conclusion":
                self._do(ProposeConclusion(conclusion=pool, text="We go on."))
        ask(self.here, self.rua, SupportConclusion(conclusion=self.world.supported))
        self.world.thought = self.here.pilots.facts_of(self.world.conclusion)[0].id

    def _new(self, kind: str, wish: Command) -> str:
        return ask(self.here, self.you, wish).stream(kind)

    def _do(self, wish: Command) -> None:
        ask(self.here, self.you, wish)
