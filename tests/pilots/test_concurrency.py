"""Writing on what one saw: whoever was overtaken is told, with both, and nothing is lost."""

import pytest

from domain.kernel.access import Asker
from domain.kernel.aggregate import Fact
from domain.kernel.errors import WrongStage
from domain.pilot import Pilot
from pilots.commands.base import Command
from pilots.commands.pilot import ProposePilot, RenamePilot
from pilots.commands.pilot_measures import DefineMeasure, RetargetMeasure
from pilots.commands.pilot_media import ChooseCapability
from pilots.commands.pilot_purpose import StateWhyCare
from pilots.concurrency import Overtaken
from pilots.request import CommandRequest, Receipt
from tests.support.stories.builders import ask, person
from web.bootstrap import Platform

pytestmark = pytest.mark.both_engines


def send(
    platform: Platform,
    asker: Asker,
    wish: Command,
    *,
    seen: int | None = None,
    version: int | None = None,
    command_id: str = "once",
) -> Receipt:
    asking = CommandRequest(asker=asker, seen=seen, version=version, command_id=command_id)
    return platform.pilots.carry_out(asking, wish)


def version_of(platform: Platform, pilot: str) -> int:
    return platform.pilots.rebuilt(Pilot, pilot).version


def told(wrong: Overtaken) -> list[Fact]:
    return [event.fact for event in wrong.since]


def test_whoever_names_a_position_minds_only_what_they_would_replace(
    platform: Platform, mere: Asker, pilot: str
) -> None:
    seen = platform.pilots.head()
    rui = person(platform, "Rui")
    ask(platform, rui, StateWhyCare(pilot=pilot, text="We forget."))
    other = ask(platform, rui, ProposePilot(title="Other")).stream("pilot")
    ask(platform, rui, RenamePilot(pilot=other, title="Another"))

    send(platform, mere, RenamePilot(pilot=pilot, title="Minutes for all"), seen=seen)

    with pytest.raises(Overtaken) as wrong:
        send(platform, mere, StateWhyCare(pilot=pilot, text="I."), seen=seen, command_id="two")
    assert [fact.stored_as for fact in told(wrong.value)] == ["pilot.why-care-stated.v1"]
    assert (wrong.value.yours, wrong.value.theirs) == (5, 6)


def test_what_was_seen_does_not_overtake(platform: Platform, mere: Asker, pilot: str) -> None:
    ask(platform, mere, RenamePilot(pilot=pilot, title="Other"))

    wish = RenamePilot(pilot=pilot, title="Minutes for all")
    renamed = send(platform, mere, wish, seen=platform.pilots.head())

    assert renamed.facts[0].version == 7


def test_what_only_adds_is_not_overtaken(platform: Platform, mere: Asker, pilot: str) -> None:
    seen = platform.pilots.head()
    ask(platform, mere, ChooseCapability(pilot=pilot, capability="listen", why="We talk."))

    send(platform, mere, ChooseCapability(pilot=pilot, capability="write", why="All."), seen=seen)

    assert platform.pilots.rebuilt(Pilot, pilot).charter.capabilities == {"listen", "write"}


def test_what_begins_something_is_not_overtaken(platform: Platform, mere: Asker) -> None:
    begun = send(platform, mere, ProposePilot(title="New"), seen=1, version=7)

    assert begun.facts


def test_another_refusal_is_not_hidden(platform: Platform, mere: Asker, pilot: str) -> None:
    with pytest.raises(WrongStage, match="Nothing would change"):
        send(platform, mere, RenamePilot(pilot=pilot, title="Shared minutes"), seen=99)


def test_the_target_of_another_measure_is_no_reason_to_stop(
    platform: Platform, mere: Asker, pilot: str
) -> None:
    for key in ("minutes", "absent"):
        ask(platform, mere, DefineMeasure(pilot=pilot, measure=key, name=key, unit="people"))
    seen = platform.pilots.head()
    ask(platform, mere, RetargetMeasure(pilot=pilot, measure="minutes", new="9", reason="More."))

    wish = RetargetMeasure(pilot=pilot, measure="absent", new="1", reason="Fewer.")
    assert send(platform, mere, wish, seen=seen).facts
