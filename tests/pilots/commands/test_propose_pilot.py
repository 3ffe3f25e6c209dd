"""Proposing a pilot, which needs nothing but a title."""

import pytest

from domain.facts.pilot import PilotProposed
from domain.facts.pilot_people import PilotMemberJoined
from domain.kernel.access import Asker
from domain.kernel.errors import NotAllowed, Unknown
from domain.pilot import Pilot
from pilots.commands.pilot import ProposePilot
from pilots.commands.programme import OpenProgramme
from tests.support.examples import PROPOSED
from tests.support.stories.builders import ask, person
from tests.support.stories.scenario import given
from web.bootstrap import Platform


def test_a_pilot_keeps_the_words_it_was_asked_for_in() -> None:
    given(Pilot).when(PROPOSED).then_kept()


def test_a_pilot_without_a_programme_begins_one(platform: Platform, mere: Asker) -> None:
    kept = ask(platform, mere, ProposePilot(title="Common garden"))

    assert [fact.name for fact in kept.facts] == [
        "programme.opened.v1",
        "pilot.proposed.v1",
        "pilot.member-joined.v1",
    ]
    _, proposed, joined = (event.fact for event in platform.pilots.facts_after(1, 3))
    assert proposed == PilotProposed(
        programme=kept.stream("programme"), title="Common garden", owner=mere.person
    )
    assert joined == PilotMemberJoined(person=mere.person, role="owner")


def test_a_pilot_of_a_programme_begins_no_other(platform: Platform, mere: Asker) -> None:
    frame = ask(platform, mere, OpenProgramme(name="Neighbours")).stream("programme")

    kept = ask(platform, mere, ProposePilot(title="Common garden", programme=frame))

    assert {fact.stream for fact in kept.facts} == {kept.stream("pilot")}


def test_the_question_can_be_answered_in_the_same_breath(platform: Platform, mere: Asker) -> None:
    wish = ProposePilot(title="Common garden", accomplishment="We share tools.", goal_type="reach")

    pilot = ask(platform, mere, wish).stream("pilot")

    assert platform.pilots.rebuilt(Pilot, pilot).charter.accomplishment == "We share tools."


def test_an_unknown_programme_is_refused_and_nothing_is_stored(
    platform: Platform, mere: Asker
) -> None:
    before = platform.pilots.head()

    with pytest.raises(Unknown, match="There is no programme programme-gone here"):
        ask(platform, mere, ProposePilot(title="Common garden", programme="programme-gone"))

    assert platform.pilots.head() == before


def test_an_auditor_proposes_nothing(platform: Platform) -> None:
    auditor = person(platform, "Ira", standing="auditor")
    before = platform.pilots.head()

    with pytest.raises(NotAllowed, match="Auditors read everything and change nothing"):
        ask(platform, auditor, ProposePilot(title="Common garden"))

    assert platform.pilots.head() == before
