"""A decision on three reasons, about the pilot of a world."""

from datetime import date

from domain.kernel.access import Asker
from pilots.commands.base import Command
from pilots.commands.decision import TakeDecision
from pilots.commands.evidence import GatherEvidence
from pilots.commands.lesson import LearnLesson
from pilots.commands.participation import LogParticipation
from tests.support.stories.builders import ask
from tests.support.stories.world import World
from web.bootstrap import Platform


class Scene:
    """A decision on five reasons, and what the owner does after it."""

    def __init__(self, here: Platform, you: Asker, world: World) -> None:
        self.here, self.you, self.world = here, you, world
        pilot = world.pilot
        self.entry = self.do(LogParticipation(pilot=pilot, text="We met."), "entry")
        because = (self.entry,)
        self.sure = self.do(LearnLesson(pilot=pilot, text="Short is read."), "lesson")
        self.done = self.do(LearnLesson(pilot=pilot, text="It helps.", because=because), "lesson")
        self.found = self.do(
            GatherEvidence(pilot=pilot, text="All read it.", strength=4), "evidence"
        )
        taken = TakeDecision(
            pilot=pilot,
            verdict="persevere",
            lessons=(self.sure, self.done),
            evidence=(self.found,),
            expected_effect="Half the calls.",
            revisit_on=date(2026, 3, 20),
        )
        self.decision = self.do(taken, "decision")

    def do(self, wish: Command, kind: str = "") -> str:
        return ask(self.here, self.you, wish).stream(kind)
