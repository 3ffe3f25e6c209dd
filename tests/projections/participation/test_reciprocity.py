"""What people of a pilot do for each other: ties, responses, thanks, and to what end."""

import re
from datetime import timedelta

import pytest
from msgspec import structs

from domain.kernel.aggregate import FACTS
from domain.kernel.errors import NotAllowed
from pilots.commands import COMMANDS
from pilots.commands.invitation import OpenInvitation, TakeUpInvitation
from pilots.commands.participation import AcknowledgeParticipation, VoidParticipation
from pilots.commands.people import MergePerson
from pilots.commands.pilot_people import JoinPilot
from projections.engine.as_of import NOW
from projections.participation.response_times import answers, hours_to_first_response
from tests.projections.participation.test_peer_share import told
from tests.support.figures import values
from tests.support.stories.story import Story

TYING = {"connect", "connection", "tie", "friend", "befriend", "follow", "network", "contact"}


def four_people(story: Story) -> None:
    """Let Mere and Rua reach each other, Mere reach Kiri, and Kiri reach Tama."""
    story.start()
    for name in ("Rua", "Kiri", "Tama"):
        story.who(name)
    asked = story.log("Mere", to="Rua", mode="ask")
    story.log("Rua", to=asked, mode="answer")
    story.log("Mere", to="Kiri", mode="give")
    story.log("Mere", to="Kiri", mode="give")
    story.log("Kiri", to="Tama", mode="give")


@pytest.mark.row("S003-give-and-take")
def test_s003_give_and_take(story: Story) -> None:
    four_people(story)
    before = story.now()
    said = told(story, "give-and-take")
    assert values(said.people, said.ties, said.answered, said.reciprocity) == (4, 4, 2, 0.5)
    assert values(said.given, said.asked, said.given_per_ask) == (3, 1, 3)
    assert "50.0 %" in story.views("taking-part")
    story.log("Tama", to="Kiri")
    assert told(story, "give-and-take").reciprocity.value == 0.8
    assert told(story, "give-and-take", before) == said


@pytest.mark.row("S003-give-and-take")
def test_s003_give_and_take__merged(story: Story) -> None:
    four_people(story)
    kiri, tama = story.who("Kiri").person, story.who("Tama").person
    story.do(MergePerson(person=tama, into=kiri))
    said = told(story, "give-and-take")  # nobody is tied to themselves
    assert values(said.people, said.ties, said.answered) == (3, 3, 2)


@pytest.mark.row("S000-communities-create-networks")
def test_s000_communities_create_networks(story: Story) -> None:
    words = [{*re.split(r"[-.]", name)} for name in (*COMMANDS, *FACTS)]
    assert not [named for named in words if named & TYING]
    for kind in COMMANDS.values():  # none names two people, but for two who are one
        ends = [field.name for field in structs.fields(kind) if field.name in ("person", "into")]
        assert len(ends) < 2 or kind is MergePerson
    story.start()
    story.do(JoinPilot(pilot=story.pilot, person=story.who("Rua").person))
    asked = story.new(OpenInvitation(pilot=story.pilot, text="Come."))
    story.do(TakeUpInvitation(invitation=asked), "Rua")
    story.log("Mere", direction="broadcast", to="Rua")
    assert told(story, "give-and-take").ties.value == 0
    story.log("Mere", "Rua", mode="co-create")
    assert told(story, "give-and-take").ties.value == 2


@pytest.mark.row("S002-useful-participation")
def test_s002_useful_participation(story: Story) -> None:
    story.start()
    entry = story.log("Mere")
    with pytest.raises(NotAllowed, match="You took part yourself"):
        story.do(AcknowledgeParticipation(entry=entry))
    for name in ("Rua", "Kiri"):
        story.thank(entry, name)
    before = story.now()
    story.thank(story.log("Mere"), "Rua")
    story.thank(story.log("Mere"), "Kiri", useful=False)
    said = told(story, "credibility")
    assert values(said.useful, said.people, said.not_useful) == (2, 2, 1)
    assert told(story, "credibility", before).useful.value == 1
    assert "Entries found useful" in story.views("taking-part")
    story.do(VoidParticipation(entry=entry, reason="Never was."))
    assert told(story, "credibility").useful.value == 1


@pytest.mark.row("S002-useful-participation")
def test_s002_useful_participation__oneself_under_another_name(story: Story) -> None:
    story.start()
    story.thank(story.log("Mere"), "Mere T.")
    assert told(story, "credibility").useful.value == 1
    story.do(MergePerson(person=story.who("Mere T.").person, into=story.mere.person))
    assert told(story, "credibility").useful.value == 0


@pytest.mark.row("S002-peer-purposes")
def test_s002_peer_purposes(story: Story) -> None:
    story.start()
    for intent in ("seek advice", "seek advice", "build a team", None):
        story.log("Rua", intent=intent, text=f"For {intent}.")
    before = story.now()
    story.do(VoidParticipation(entry=story.log("Rua", intent="seek advice"), reason="Never was."))
    said = told(story, "intents")
    assert [(each.intent, each.entries.count) for each in said] == [
        ("seek advice", 2),
        ("build a team", 1),
    ]
    assert told(story, "intents", before) == said
    assert "/events?intent=seek%20advice" in story.views("taking-part")
    log = story.page("/events?intent=seek%20advice")
    assert log.count("For seek advice.") == 2
    assert "For build" not in log


@pytest.mark.row("S000-usefulness")
def test_s000_usefulness__hours_to_the_first_response(story: Story) -> None:
    story.start()
    said = [story.log("Rua", medium=medium) for medium in ("wiki", "wiki", "phone", "phone")]
    story.log("Rua", to=said[0])  # oneself
    for entry, days in zip(said[:3], (1, 2, 4), strict=True):
        story.days(days)
        story.log("Mere", to=entry, mode="react")
    for entry in said[:3]:
        story.log("Kiri", to=entry, mode="react")
    response = told(story, "answers").answers.response
    assert (response.entries.count, response.count.count) == (5, 3)
    assert response.median_hours.value == pytest.approx(72, abs=0.1)
    with story.platform.views.reading() as db:
        on_wiki = hours_to_first_response(db, NOW, story.pilot, "wiki")
    assert (on_wiki.entries.count, on_wiki.count.count) == (2, 2)
    assert on_wiki.median_hours.value == pytest.approx(48, abs=0.1)


def test_what_was_written_before_a_question_is_no_response_to_it(story: Story) -> None:
    story.start()
    story.days(5)
    asked = story.log("Rua", mode="ask")
    story.log("Mere", mode="answer", to=asked, occurred_at=story.clock() - timedelta(days=2))

    with story.platform.views.reading() as db:
        assert hours_to_first_response(db, NOW, story.pilot).count.count == 0


def test_an_answer_of_who_asked_is_none_though_they_are_known_twice(story: Story) -> None:
    story.start()
    asked = story.log("Rua", mode="ask")
    story.log("Ru", mode="answer", to=asked)
    story.do(MergePerson(person=story.who("Ru").person, into=story.who("Rua").person))

    with story.platform.views.reading() as db:
        found = answers(db, NOW, story.pilot, story.clock())
    assert (found.waiting.count, len(found.queue), found.response.count.count) == (1, 1, 0)
