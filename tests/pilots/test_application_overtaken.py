"""Deciding again: what happens to a command when others are always a moment faster."""

from collections.abc import Callable

import pytest

from domain.facts.pilot import PilotGateOverridden, PilotStarted
from domain.kernel.access import Asker
from domain.kernel.errors import Conflict
from domain.pilot import Pilot
from pilots.application import ATTEMPTS
from pilots.commands.base import Command
from pilots.commands.pilot import ProposePilot
from pilots.commands.pilot_purpose import NameProblem, StateAccomplishment
from pilots.request import Receipt
from pilots.unit_of_work import UnitOfWork
from tests.support.stories.builders import ask
from web.bootstrap import Platform

pytestmark = pytest.mark.both_engines

RULE = "S001-one-question"


def overtaken(pilot: str, overtake: Callable[[], object]) -> Command:
    """Return a wish to start a pilot that others are always faster than."""

    class Late(Command):
        def carry_out(self, work: UnitOfWork) -> None:
            found = work.find(Pilot, pilot)
            overtake()
            if not found.charter.accomplishment:
                found.record(PilotGateOverridden(rule=RULE, reason="Spring is here."))
            found.record(PilotStarted())

    return Late()


def test_whoever_was_overtaken_decides_again_on_what_is_known_by_then(
    platform: Platform, mere: Asker
) -> None:
    pilot = ask(platform, mere, ProposePilot(title="Common garden")).stream("pilot")
    faster = [StateAccomplishment(pilot=pilot, answer="We share tools.")]

    kept = ask(
        platform, mere, overtaken(pilot, lambda: faster and ask(platform, mere, faster.pop()))
    )

    assert [fact.name for fact in kept.facts] == ["pilot.started.v1"]
    assert kept.facts[0].version == 4


def test_looking_again_has_an_end(platform: Platform, mere: Asker, pilot: str) -> None:
    tries: list[Receipt] = []
    problem = NameProblem(pilot=pilot, problem="Noise", who_has_it="All")

    with pytest.raises(Conflict, match="Please try again"):
        ask(
            platform,
            mere,
            overtaken(pilot, lambda: tries.append(ask(platform, mere, problem))),
        )

    assert len(tries) == ATTEMPTS
    assert platform.pilots.head() == tries[-1].position
