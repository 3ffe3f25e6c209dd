"""Who takes part and how far they come; people are named by date, and never ranked."""

import re
from typing import Any

import pytest
from msgspec import structs

from pilots.commands.invitation import OpenInvitation, TakeUpInvitation
from pilots.commands.participation import LogParticipation
from pilots.commands.people import MergePerson
from pilots.commands.pilot_people import JoinPilot
from pilots.commands.pilot_purpose import ListAudience
from projections.engine.as_of import NOW, Cut
from tests.support.figures import values
from tests.support.stories.story import Story
from web.aspects.participation import PEOPLE

VIEWS = {view.slug: view for view in PEOPLE}


def told(story: Story, slug: str, cut: Cut = NOW) -> Any:
    """Return what a view of the aspect answers."""
    return story.told(VIEWS[slug], cut)


def rungs(story: Story, cut: Cut = NOW) -> dict[str, list[tuple[str, str]]]:
    """Return who is named on each rung that somebody reached, with the day."""
    return {
        rung.rung: [(each.name, f"{each.first_at:%d}") for each in rung.reached]
        for rung in told(story, "ladder", cut)
        if rung.people.value
    }


@pytest.mark.row("S003-consumer-to-creator")
def test_s003_consumer_to_creator(story: Story) -> None:
    story.start()
    story.log("Rua", mode="react")
    story.days(1)
    story.log("Rua", mode="contribute")
    before = story.now()
    story.days(1)
    story.log("Mere", "Rua", mode="co-create")
    story.days(1)
    story.log("Rua", mode="react")  # again: the first time stays
    story.log("Mere", mode="lead")
    assert rungs(story) == {
        "reactor": [("Rua", "02")],
        "contributor": [("Rua", "03")],
        "collaborator": [("Mere", "04"), ("Rua", "04")],
        "leader": [("Mere", "05")],
    }
    assert rungs(story, before) == {"reactor": [("Rua", "02")], "contributor": [("Rua", "03")]}
    page = story.views("taking-part")
    assert "From listening to leading" in page
    assert re.search(
        r"Collaborator</th>.*?<td class=\"n\">2</td>\s*<td>4 Mar 2026", page, re.DOTALL
    )


@pytest.mark.row("S003-consumer-to-creator")
def test_s003_consumer_to_creator__merged_once(story: Story) -> None:
    story.start()
    story.log("Rua T.", mode="listen")
    story.days(1)
    story.log("Rua", mode="listen")
    apart = story.now()
    story.do(MergePerson(person=story.who("Rua T.").person, into=story.who("Rua").person))
    assert rungs(story) == {"observer": [("Rua", "02")]}
    assert rungs(story, apart) == {"observer": [("Rua T.", "02"), ("Rua", "03")]}


@pytest.mark.row("S003-consumer-to-creator")
def test_s003_consumer_to_creator__names_fifty(story: Story) -> None:
    story.start()
    story.do(LogParticipation(pilot=story.pilot, guests=tuple(f"G{n}" for n in range(50))))
    observer, _, contributor, *_ = told(story, "ladder")
    assert (contributor.people.value, len(contributor.reached)) == (51, 50)
    assert (observer.people.value, observer.first_at, observer.reached) == (0, None, ())


@pytest.mark.row("S002-wrong-followers")
def test_s002_wrong_followers(story: Story) -> None:
    story.start()
    assert "No audience is listed" in story.views("taking-part")
    because = "They are alone."
    night = ListAudience(
        pilot=story.pilot, audience="night", interest="work at night", why_they_care=because
    )
    story.do(night)
    joined = {"Rua": "night", "Rua T.": "night", "Kiri": "day", "Tama": "night"}
    for name, audience in joined.items():
        person = story.who(name).person
        story.do(JoinPilot(pilot=story.pilot, person=person, audience=audience))
    before = story.now()
    for name in ("Mere", "Rua", "Rua T.", "Kiri"):
        story.log(name)
    said = told(story, "on-target")
    assert values(said.people, said.on_target, said.share) == (4, 2, 0.5)
    story.do(MergePerson(person=story.who("Rua T.").person, into=story.who("Rua").person))
    said = told(story, "on-target")
    assert values(said.people, said.on_target) == (3, 1)
    assert "33.3 %" in story.views("taking-part")
    assert told(story, "on-target", before).people.value == 0


@pytest.mark.row("S003-jump-in")
def test_s003_jump_in(story: Story) -> None:
    story.start()
    story.log("Kiri")  # no newcomer: she took part before she joined
    for name in ("Rua", "Tama", "Aroha", "Kiri", "Wiremu"):
        story.do(JoinPilot(pilot=story.pilot, person=story.who(name).person))
    before = story.now()
    for name, days in (("Rua", 0.5), ("Tama", 0.5), ("Aroha", 3)):
        story.days(days)
        story.log(name)
    said = told(story, "first-log")
    assert values(said.joined, said.logged) == (4, 3)
    assert said.median_hours.value == pytest.approx(24, abs=0.01)
    assert told(story, "first-log", before).logged.value == 0
    page = story.views("taking-part")
    assert "24 h" in page
    view = page[page.index('id="first-log"') : page.index('id="invitations"')]
    assert not [name for name in ("Rua", "Tama", "Aroha", "Wiremu") if name in view]


@pytest.mark.row("S003-jump-in")
def test_s003_jump_in__three_fields_at_most(story: Story) -> None:
    needed = [f.name for f in structs.fields(LogParticipation) if f.required]
    assert needed == ["pilot"]
    story.start()
    form = story.page().partition('id="log"')[2].partition("</form>")[0]
    assert 1 <= len(re.findall(r"<[^>]*\srequired\b", form)) <= 3


@pytest.mark.row("S002-lead-by-inviting")
def test_s002_lead_by_inviting(story: Story) -> None:
    story.start()
    assert "Nobody was invited yet" in story.views("taking-part")
    first, second = (
        story.new(OpenInvitation(pilot=story.pilot, text=f"Come and {what}."))
        for what in ("write", "read")
    )
    before = story.now()
    for name in ("Rua", "Rua T.", "Kiri"):
        story.do(TakeUpInvitation(invitation=first), name)
    said = told(story, "invitations")
    assert values(said.opened, said.taken_up, said.share, said.people) == (2, 1, 0.5, 3)
    assert [(each.invitation, each.taken_up) for each in said.newest] == [(second, 0), (first, 3)]
    story.do(MergePerson(person=story.who("Rua T.").person, into=story.who("Rua").person))
    assert told(story, "invitations").people.value == 2
    assert "50.0 %" in story.views("taking-part")
    assert told(story, "invitations", before).people.value == 0
