"""One of each thing that a command can be about, in one pilot, for tests on a real platform."""

import pytest

from domain.kernel.access import Asker
from pilots.commands.conclusion import PoolThought
from pilots.commands.decision import TakeDecision
from pilots.commands.evidence import GatherEvidence
from pilots.commands.experiment import PlanExperiment
from pilots.commands.insight import DeriveInsight, RaiseAssumption
from pilots.commands.invitation import OpenInvitation
from pilots.commands.lesson import LearnLesson
from pilots.commands.participation import LogParticipation
from pilots.commands.pilot import ProposePilot
from pilots.commands.programme import OpenProgramme
from pilots.commands.review import OpenReview
from pilots.commands.value import ExpectValue
from tests.support.examples import LEARNED, PLANNED
from tests.support.examples.findings import DERIVED, EXPECTED, GATHERED, RAISED
from tests.support.examples.talks import DECIDED, INVITED, POOLED
from tests.support.machines.clock import MONDAY
from tests.support.stories.builders import ask, person
from tests.support.stories.plausible import World
from web.bootstrap import Platform


@pytest.fixture
def rui(platform: Platform) -> Asker:
    """A member called Rui."""
    return person(platform, "Rui")


@pytest.fixture
def programme(platform: Platform, mere: Asker) -> str:
    """A programme without goals."""
    wish = OpenProgramme(name="Neighbours")
    return ask(platform, mere, wish).stream("programme")


@pytest.fixture
def elsewhere(platform: Platform, mere: Asker) -> str:
    """Another pilot of Mere's."""
    wish = ProposePilot(title="Orchard")
    return ask(platform, mere, wish).stream("pilot")


@pytest.fixture
def experiment(platform: Platform, mere: Asker, pilot: str) -> str:
    """A planned experiment."""
    wish = PlanExperiment(
        pilot=pilot,
        title=PLANNED.title,
        outcome=PLANNED.outcome,
    )
    return ask(platform, mere, wish).stream("experiment")


@pytest.fixture
def entry(platform: Platform, mere: Asker, pilot: str) -> str:
    """An entry of Mere's."""
    wish = LogParticipation(pilot=pilot)
    return ask(platform, mere, wish).stream("entry")


@pytest.fixture
def lesson(platform: Platform, mere: Asker, pilot: str) -> str:
    """A lesson of Mere's."""
    wish = LearnLesson(pilot=pilot, text=LEARNED.text)
    return ask(platform, mere, wish).stream("lesson")


@pytest.fixture
def evidence(platform: Platform, mere: Asker, pilot: str) -> str:
    """A finding of Mere's."""
    wish = GatherEvidence(pilot=pilot, text=GATHERED.text)
    return ask(platform, mere, wish).stream("evidence")


@pytest.fixture
def insight(platform: Platform, mere: Asker, pilot: str, evidence: str) -> str:
    """An insight that follows from the finding."""
    wish = DeriveInsight(pilot=pilot, text=DERIVED.text, evidence=(evidence,))
    return ask(platform, mere, wish).stream("insight")


@pytest.fixture
def assumption(platform: Platform, mere: Asker, pilot: str) -> str:
    """An assumption nobody tested."""
    wish = RaiseAssumption(pilot=pilot, text=RAISED.text)
    return ask(platform, mere, wish).stream("assumption")


@pytest.fixture
def value(platform: Platform, mere: Asker, pilot: str) -> str:
    """A value that is expected."""
    wish = ExpectValue(pilot=pilot, statement=EXPECTED.statement)
    return ask(platform, mere, wish).stream("value")


@pytest.fixture
def conclusion(platform: Platform, mere: Asker, pilot: str) -> str:
    """A pool with one thought."""
    wish = PoolThought(pilot=pilot, text=POOLED.text)
    return ask(platform, mere, wish).stream("conclusion")


@pytest.fixture
def invitation(platform: Platform, mere: Asker, pilot: str) -> str:
    """An open invitation."""
    wish = OpenInvitation(pilot=pilot, text=INVITED.text)
    return ask(platform, mere, wish).stream("invitation")


@pytest.fixture
def decision(platform: Platform, mere: Asker, pilot: str) -> str:
    """A decision to go on."""
    wish = TakeDecision(
        pilot=pilot,
        verdict="persevere",
        expected_effect=DECIDED.expected_effect,
    )
    return ask(platform, mere, wish).stream("decision")


@pytest.fixture
def review(platform: Platform, mere: Asker) -> str:
    """An open review."""
    wish = OpenReview(from_=MONDAY, to=MONDAY)
    return ask(platform, mere, wish).stream("review")


class Lazily(dict[str, str]):
    """One of each thing, by its kind, begun when it is first named."""

    def __init__(self, request: pytest.FixtureRequest, mere: Asker) -> None:
        super().__init__(person=mere.person)
        self._request = request

    def __missing__(self, kind: str) -> str:
        """Begin the thing by the fixture of its name; anything is a thing."""
        named: str = self._request.getfixturevalue("lesson" if kind == "thing" else kind)
        return self.setdefault(kind, named)


@pytest.fixture
def world(request: pytest.FixtureRequest, mere: Asker) -> World:
    """One of each thing that a command can name, by its kind."""
    return Lazily(request, mere)
