"""Carrying out commands: each once, whole or not at all, whoever else is at work."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from domain.kernel.access import Asker
from domain.kernel.errors import Conflict, GateClosed, Reused
from pilots.commands.base import Command
from pilots.commands.participation import LogParticipation
from pilots.commands.pilot import ProposePilot, StartPilot
from pilots.commands.pilot_purpose import NameProblem, SetParticipantAsk, StateWhyCare
from pilots.request import CommandRequest, Receipt
from tests.support.machines.clock import Clock
from tests.support.stories.builders import ask, person
from tests.support.stories.events_by_hand import full_for, moments
from web.bootstrap import Platform

pytestmark = pytest.mark.both_engines

WISH = ProposePilot(title="Common garden")


def send(platform: Platform, asker: Asker, wish: Command, command_id: str = "once") -> Receipt:
    return platform.pilots.carry_out(CommandRequest(asker=asker, command_id=command_id), wish)


def test_the_same_command_again_is_given_the_first_answer(platform: Platform, mere: Asker) -> None:
    first = send(platform, mere, WISH)
    head = platform.pilots.head()

    assert send(platform, mere, WISH) == first
    assert platform.pilots.head() == head == first.position


@pytest.mark.parametrize(
    "other",
    [ProposePilot(title="Another"), NameProblem(pilot="pilot-a", problem="x", who_has_it="y")],
)
def test_the_same_id_with_another_body_is_refused(
    platform: Platform, mere: Asker, other: Command
) -> None:
    first = send(platform, mere, WISH)

    with pytest.raises(Reused, match="used before with other content"):
        send(platform, mere, other)

    assert platform.pilots.head() == first.position


def test_two_people_may_use_the_same_id(platform: Platform, mere: Asker) -> None:
    rui = person(platform, "Rui")

    assert send(platform, mere, WISH) != send(platform, rui, WISH)


def test_a_refusal_stores_nothing_and_frees_its_id(platform: Platform, mere: Asker) -> None:
    pilot = ask(platform, mere, WISH).stream("pilot")
    before = platform.pilots.head()
    with pytest.raises(GateClosed):
        send(platform, mere, StartPilot(pilot=pilot))
    assert platform.pilots.head() == before

    kept = send(platform, mere, StartPilot(pilot=pilot, override="Spring does not wait."))

    assert kept.position == before + 2


def test_the_same_command_from_everywhere_at_once_is_stored_once(
    platform: Platform, mere: Asker
) -> None:
    before, ready = platform.pilots.head(), Barrier(16)

    def press(_: int) -> Receipt:
        ready.wait()
        return send(platform, mere, WISH)

    with ThreadPoolExecutor(16) as pool:
        first, *others = pool.map(press, range(16))

    assert all(other == first for other in others)
    assert platform.pilots.head() == before + len(first.facts)


def test_all_of_a_command_is_stored_or_none(platform: Platform, mere: Asker, pilot: str) -> None:
    """The last of four facts meets a database that does not take it."""
    before = platform.pilots.head()
    wish = LogParticipation(pilot=pilot, guests=("Tui", "Kiri"), learned="Ask first.")

    with full_for(platform, "lesson.learned.v1"), pytest.raises(Conflict):
        send(platform, mere, wish)
    assert platform.pilots.head() == before

    kept = send(platform, mere, wish)
    assert [fact.position for fact in kept.facts] == list(range(before + 1, before + 5))


def test_a_clock_set_back_does_not_turn_a_story_round(
    platform: Platform, mere: Asker, pilot: str, clock: Clock
) -> None:
    clock.pass_days(-3)

    kept = ask(platform, mere, StartPilot(pilot=pilot))

    before, started = moments(platform.pilots.facts_after(kept.position - 2, 2))
    assert started == before


def test_an_id_is_for_one_command_though_another_says_the_same(
    platform: Platform, mere: Asker, pilot: str
) -> None:
    asking = CommandRequest(asker=mere, command_id="once")
    platform.pilots.carry_out(asking, StateWhyCare(pilot=pilot, text="So."))

    with pytest.raises(Reused):
        platform.pilots.carry_out(asking, SetParticipantAsk(pilot=pilot, text="So."))
