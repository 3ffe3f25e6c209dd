"""Writing on a version one names: whatever happened since, one is told before it is replaced."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from domain.access import Asker
from domain.errors import Conflict
from domain.facts.pilot import PilotRenamed
from domain.kernel import Fact
from domain.pilot import Pilot
from pilots.asking import Asking, Receipt
from pilots.commands.base import Command
from pilots.commands.pilot import RenamePilot
from pilots.commands.pilot_purpose import StatePurpose, StateWhyCare
from pilots.overtaken import Overtaken
from tests.conftest import ask, person
from tests.scenario import kept
from web.bootstrap import Platform


def send(
    platform: Platform,
    asker: Asker,
    wish: Command,
    *,
    seen: int | None = None,
    version: int | None = None,
    command_id: str = "once",
) -> Receipt:
    asking = Asking(asker=asker, seen=seen, version=version, command_id=command_id)
    return platform.pilots.carry_out(asking, wish)


def version_of(platform: Platform, pilot: str) -> int:
    return platform.pilots.rebuilt(Pilot, pilot).version


def told(wrong: Overtaken) -> list[Fact]:
    return [event.fact for event in wrong.since]


def test_a_wish_on_the_version_that_is_there_is_carried_out(
    platform: Platform, mere: Asker, pilot: str
) -> None:
    wish = RenamePilot(pilot=pilot, title="Minutes for all")

    renamed = send(platform, mere, wish, version=version_of(platform, pilot))

    assert kept(platform, renamed) == [(PilotRenamed(title="Minutes for all"), (pilot,))]


def test_whoever_names_a_version_minds_whatever_happened_since(
    platform: Platform, mere: Asker, pilot: str
) -> None:
    yours = version_of(platform, pilot)
    ask(platform, person(platform, "Rui"), StateWhyCare(pilot=pilot, text="We forget."))
    wish = RenamePilot(pilot=pilot, title="Minutes for all")
    before = platform.pilots.head()

    with pytest.raises(Overtaken, match="Look at both, then save yours or leave theirs") as wrong:
        send(platform, mere, wish, version=yours)

    assert isinstance(wrong.value, Conflict)
    assert (wrong.value.yours, wrong.value.theirs) == (yours, yours + 1)
    assert [fact.stored_as for fact in told(wrong.value)] == ["pilot.why-care-stated.v1"]
    assert platform.pilots.head() == before


def test_whoever_looked_at_both_can_save_theirs_under_the_same_id(
    platform: Platform, mere: Asker, pilot: str
) -> None:
    yours = version_of(platform, pilot)
    ask(platform, mere, RenamePilot(pilot=pilot, title="Other"))
    wish = RenamePilot(pilot=pilot, title="Minutes for all")
    with pytest.raises(Overtaken) as wrong:
        send(platform, mere, wish, version=yours)

    renamed = send(platform, mere, wish, version=wrong.value.theirs)

    assert renamed.facts[0].version == wrong.value.theirs + 1


def test_an_answer_that_was_given_is_given_again_however_much_happened_since(
    platform: Platform, mere: Asker, pilot: str
) -> None:
    wish, yours = RenamePilot(pilot=pilot, title="Minutes for all"), version_of(platform, pilot)
    first = send(platform, mere, wish, version=yours)
    ask(platform, mere, RenamePilot(pilot=pilot, title="Other"))

    assert send(platform, mere, wish, version=yours) == first


def test_of_two_at_the_same_moment_one_is_kept_and_one_is_told(
    platform: Platform, mere: Asker, pilot: str
) -> None:
    def save(number: int) -> object:
        ready.wait()
        wish = StatePurpose(
            pilot=pilot, change_or_protect=f"Purpose {number}", for_whom="Us", whose_belief="Ours"
        )
        try:
            return send(platform, mere, wish, version=yours, command_id=f"{yours}-{number}")
        except Overtaken as wrong:
            return wrong

    for _ in range(10):
        ready, yours = Barrier(2), version_of(platform, pilot)
        with ThreadPoolExecutor(2) as pool:
            results = list(pool.map(save, range(2)))

        assert sorted(type(each).__name__ for each in results) == ["Overtaken", "Receipt"]
        assert version_of(platform, pilot) == yours + 1
