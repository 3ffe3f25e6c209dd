"""Writing on a version one names: whatever happened since, one is told before it is replaced."""

import pytest

from domain.facts.pilot import PilotRenamed
from domain.kernel.access import Asker
from domain.kernel.aggregate import Fact
from domain.kernel.errors import Conflict
from domain.pilot import Pilot
from pilots.commands.base import Command
from pilots.commands.pilot import RenamePilot
from pilots.commands.pilot_purpose import StateWhyCare
from pilots.concurrency import Overtaken
from pilots.request import CommandRequest, Receipt
from pilots.unit_of_work import UnitOfWork
from tests.support.stories.builders import ask, person
from tests.support.stories.scenario import kept
from web.bootstrap import Platform

pytestmark = pytest.mark.both_engines


def send(platform: Platform, asker: Asker, wish: Command, version: int) -> Receipt:
    asking = CommandRequest(asker=asker, version=version, command_id="once")
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


@pytest.mark.parametrize("first", [True, False])
def test_whoever_is_overtaken_while_it_is_decided_is_told_too(
    platform: Platform, mere: Asker, pilot: str, *, first: bool
) -> None:
    faster = [RenamePilot(pilot=pilot, title="Other")]

    class Late(RenamePilot, of=Pilot, records=PilotRenamed):
        def carry_out(self, work: UnitOfWork) -> None:
            if not first:
                work.find(Pilot, self.pilot)
            if faster:
                ask(platform, mere, faster.pop())
            super().carry_out(work)

    wish = Late(pilot=pilot, title="Minutes for all")

    with pytest.raises(Overtaken):
        send(platform, mere, wish, version=version_of(platform, pilot))

    assert platform.pilots.rebuilt(Pilot, pilot).title == "Other"
