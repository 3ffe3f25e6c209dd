"""How those who answer for a pilot take part in it, and what is said where they stop."""

import pytest

from domain.metrics.metric import FEWEST_OF_A_SHARE
from pilots.commands.invitation import OpenInvitation
from pilots.commands.people import MergePerson
from pilots.commands.pilot_measures import DefineMeasure, TakeMeasurement
from pilots.commands.pilot_people import NameSponsor
from tests.support.stories.story import Story
from web.aspects.participation import PEOPLE

(OWNERS,) = (view for view in PEOPLE if view.slug == "owners")


def promoting(story: Story, times: int) -> None:
    """Let the owner log ten entries, some of which promote something."""
    story.start()
    for number in range(10):
        story.log("Mere", mode="promote" if number < times else "answer")


@pytest.mark.row("S003-in-it-to-win-it")
def test_s003_in_it_to_win_it(story: Story) -> None:
    story.start()
    story.log("Mere")
    story.days(14)
    story.log("Rua")
    story.days(1)
    (hint,) = story.hints("S003-in-it-to-win-it")
    assert str(hint.says).startswith("Mere has not taken part for 14 days")
    assert hint.next.command == "log-participation"
    story.log("Mere")
    assert story.hints("S003-in-it-to-win-it") == []


@pytest.mark.row("S003-in-it-to-win-it")
def test_s003_in_it_to_win_it__nobody_else_did(story: Story) -> None:
    story.start()
    story.log("Mere")
    story.days(14.05)  # her own entry is of the day since when nobody took part
    assert story.hints("S003-in-it-to-win-it") == []


@pytest.mark.row("S003-in-it-to-win-it")
def test_s003_in_it_to_win_it__along_counts(story: Story) -> None:
    story.start()
    story.days(15)
    story.log("Rua")
    assert len(story.hints("S003-in-it-to-win-it")) == 1
    story.log("Rua", "Mere")
    assert story.hints("S003-in-it-to-win-it") == []


@pytest.mark.row("S003-in-it-to-win-it")
def test_s003_in_it_to_win_it__view(story: Story) -> None:
    story.start()
    (owner,) = story.told(OWNERS)
    assert (owner.role, owner.name, owner.entries.count, owner.last_at) == (
        "owner",
        "Mere",
        0,
        None,
    )
    story.log("Mere")
    before = story.now()
    story.days(3)
    story.log("Rua", "Mere")
    story.do(NameSponsor(pilot=story.pilot, person=story.who("Kiri").person))
    story.log("Kiri T.")
    story.do(MergePerson(person=story.who("Kiri T.").person, into=story.who("Kiri").person))
    owner, sponsor = story.told(OWNERS)
    assert (owner.entries.count, str(owner.last_at.date())) == (2, "2026-03-05")
    assert (sponsor.role, sponsor.name, sponsor.entries.count) == ("sponsor", "Kiri", 1)
    assert [each.entries.count for each in story.told(OWNERS, before)] == [1]
    page = story.views("taking-part")
    assert "Owner and sponsor" in page
    assert "5 Mar 2026" in page


@pytest.mark.row("S003-vp-bait")
def test_s003_vp_bait(story: Story) -> None:
    story.start()
    reach = DefineMeasure(
        pilot=story.pilot, measure="visits", name="Visits", unit="visits", kind="reach"
    )
    story.do(reach)
    for _ in range(3):
        story.log("Mere")
        story.days(1)
    story.days(7)  # he waits for the visits to come, and counts none since
    assert story.hints("S003-vp-bait") == []
    story.do(TakeMeasurement(pilot=story.pilot, measure="visits", value="12"))
    (hint,) = story.hints("S003-vp-bait")
    assert str(hint.says).startswith("Mere stopped taking part and asks for reach")
    story.log("Mere")
    assert story.hints("S003-vp-bait") == []


@pytest.mark.row("S003-vp-bait")
def test_s003_vp_bait__who_goes_on_may_count(story: Story) -> None:
    story.start()
    for _ in range(3):
        story.log("Mere")
        story.days(5)
    reach = DefineMeasure(pilot=story.pilot, measure="v", name="Visits", unit="v", kind="reach")
    story.do(reach)
    assert story.hints("S003-vp-bait") == []


@pytest.mark.row("S001-business-card")
def test_s001_business_card(story: Story) -> None:
    promoting(story, 4)
    (hint,) = story.hints("S001-business-card")
    assert str(hint.says) == "4 of the last 10 entries of Mere promote something."
    assert hint.next.command == "open-invitation"
    story.do(OpenInvitation(pilot=story.pilot, text="Come and try it."))
    assert story.hints("S001-business-card") == []


@pytest.mark.row("S001-business-card")
def test_s001_business_card__at_the_threshold(story: Story) -> None:
    promoting(story, 3)
    assert story.hints("S001-business-card") == []


@pytest.mark.row("S001-business-card")
def test_s001_business_card__too_few_to_tell(story: Story) -> None:
    story.start()
    for _ in range(FEWEST_OF_A_SHARE - 1):
        story.log("Mere", mode="promote")
    assert story.hints("S001-business-card") == []
