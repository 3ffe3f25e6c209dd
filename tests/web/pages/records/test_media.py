"""The page of a medium says nothing before its use, and whom it reaches and taught after it."""

from typing import Any

import pytest

from pilots.commands.experiment import PlanExperiment
from pilots.commands.lesson import LearnLesson
from pilots.commands.participation import VoidParticipation
from pilots.commands.people import MergePerson
from pilots.commands.pilot import ProposePilot
from projections.engine.as_of import NOW, Cut
from projections.media.reach import MediumReach, reach_of
from tests.support.stories.media_steps import adopt, browser, page
from tests.support.stories.story import Story


def reach(story: Story, medium: str, cut: Cut = NOW) -> MediumReach | None:
    """Return what the page of a medium is made of."""
    with story.platform.views.reading() as db:
        return reach_of(db, cut, medium)


@pytest.mark.row("S003-catch22-tools")
def test_s003_catch22_tools(story: Story) -> None:
    story.start(title="Minutes")
    early = story.now()
    story.days(1)
    adopt(story, "wiki")
    story.do(LearnLesson(pilot=story.pilot, loop="tool", text="They say it is slow."))
    text = page(story, "/media/wiki").text()
    assert "Not yet known" in text
    assert not any(letter.isdigit() for letter in text), text
    story.days(1)
    story.log("Mere", "Rua", medium="wiki")
    story.do(LearnLesson(pilot=story.pilot, loop="tool", text="It keeps every version."))
    story.do(LearnLesson(pilot=story.pilot, text="Two write better."))
    text = page(story, "/media/wiki").text()
    assert "It keeps every version." in text
    assert "They say it is slow." not in text  # nobody had used it then
    assert "Two write better." not in text  # not about the tool
    assert browser(story).get(f"/media/wiki?as_of={(early.moment or '')[:10]}").status_code == 404


@pytest.mark.row("S003-catch22-tools")
def test_s003_catch22_tools__a_lesson_about_another_medium(story: Story) -> None:
    story.start()
    story.log(medium="wiki")
    on_paper = story.log(medium="paper")
    trial = story.new(PlanExperiment(pilot=story.pilot, title="Paper", medium="paper"))
    said: dict[str, Any] = {"pilot": story.pilot, "loop": "tool"}
    story.do(LearnLesson(**said, text="It tears.", experiment=trial))
    story.do(LearnLesson(**said, text="It gets wet.", because=(on_paper,)))
    assert "It tears." not in page(story, "/media/wiki").text()
    assert "It gets wet." not in page(story, "/media/wiki").text()
    assert "It tears." in page(story, "/media/paper").text()
    assert "It gets wet." in page(story, "/media/paper").text()


@pytest.mark.row("S000-usefulness")
def test_s000_usefulness(story: Story) -> None:
    story.start()
    question = story.log("Mere", "Rua", "Tui", mode="ask", medium="phone")
    story.days(0.5)
    story.log("Rua", to=question, mode="answer", medium="phone")
    early = story.now()
    story.days(14)
    gone = story.log("Hemi", medium="phone")
    story.log("Mere", medium="phone")
    story.do(VoidParticipation(entry=gone, reason="It was another day."), "Hemi")
    other = story.new(ProposePilot(title="Quiet yard"))
    here, story.pilot = story.pilot, other
    story.log("Mere", medium="phone")
    told = reach(story, "phone")
    assert told is not None
    assert [week.people for week in told.weeks] == [3, 0, 1]
    assert told.people_per_week
    assert told.people_per_week.value == pytest.approx(4 / 3)
    first, second = told.uses
    assert (first.pilot, first.entries.count) == (here, 3)
    assert first.responses
    assert first.responses.count == 1
    assert first.people_per_week
    assert first.people_per_week.value == pytest.approx(4 / 3)
    assert first.median_hours
    assert first.median_hours.value == pytest.approx(12, abs=0.01)
    assert second.people_per_week
    assert (second.title, second.people_per_week.value) == ("Quiet yard", 1)
    assert page(story, "/media/phone").first("p", class_="num").text() == "1.3"
    then = reach(story, "phone", early)
    assert then is not None
    assert then.people_per_week
    assert (len(then.uses), then.people_per_week.value) == (1, 3)
    assert reach(story, "pigeon") is None


@pytest.mark.row("S000-usefulness")
def test_s000_usefulness__who_was_merged_counts_once_and_other_media_not_at_all(
    story: Story,
) -> None:
    story.start()
    story.log("Mere", "Rua", medium="phone")
    story.log("Mere", "Rua R.", medium="phone")
    story.log("Mere", "Tui", medium="paper")
    into = story.who("Rua").person
    story.do(MergePerson(person=story.who("Rua R.").person, into=into))
    told = reach(story, "phone")
    assert told is not None
    assert [week.people for week in told.weeks] == [2]
