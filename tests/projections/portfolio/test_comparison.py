"""Pilots side by side within one kind of goal, and success rates that leave explorations out."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from domain.kernel.errors import GateClosed
from domain.kernel.fields import Money
from pilots.commands.experiment import EndExperiment, LogEffort, PlanExperiment, StartExperiment
from pilots.commands.lesson import LearnLesson
from pilots.commands.pilot import StartPilot
from projections.engine.as_of import NOW
from projections.learning.success_rate import Success, success_of
from projections.portfolio.comparison import compare
from tests.support.pages.reading_pages import read
from tests.support.stories.media_steps import browser, page
from tests.support.stories.story import Story

CAUTION = "Caution: these pilots have different kinds of goal."


def tried(story: Story, result: Any) -> None:
    """Try something in the pilot, and end it."""
    trial = story.new(PlanExperiment(pilot=story.pilot, title="Two writers", measures=("read",)))
    story.do(StartExperiment(experiment=trial))
    story.do(LogEffort(experiment=trial, hours=3, money=Money("12.50", "EUR")))
    story.do(EndExperiment(experiment=trial, result=result, summary="So it was."))


def success(story: Story) -> Success:
    """Return how often experiments were supported, in all pilots."""
    with story.platform.views.reading() as db:
        return success_of(db, NOW)


@pytest.mark.row("S001-different-approaches")
def test_s001_different_approaches(story: Story) -> None:
    nights = story.start(title="Nights", goal_type="network")
    story.log("Mere", "Rua")
    story.do(LearnLesson(pilot=nights, text="Two see more."))
    tried(story, "supported")
    yards = story.start(title="Yards", goal_type="network")
    tried(story, "refuted")
    boats = story.start(title="Boats", goal_type="service")
    asked = f"/compare?pilot={nights}&pilot={yards}&pilot={boats}"
    alike = page(story, asked).text()
    assert CAUTION not in alike
    assert "Left out, because the goal is of another kind than “network”: Boats (service)." in alike
    assert "50.0 % of the 2 experiments" in alike
    mixed = page(story, f"{asked}&mixed=1").text()
    assert CAUTION in mixed
    assert "Left out" not in mixed
    with story.platform.views.reading() as db:
        told = compare(db, NOW, [nights, yards], mixed=False)
    first = told.columns[0]
    assert (first.title, first.loops.count) == ("Nights", 0)
    figures = first.figures
    assert (figures.people.count, figures.entries.count, figures.lessons.count) == (2, 1, 1)
    assert (first.spent.hours, first.stage) == (3, "running")
    assert [Decimal(each.amount) for each in first.spent.money] == [Decimal("12.50")]


@pytest.mark.row("S001-different-approaches")
def test_s001_different_approaches__links_keep_every_pilot(story: Story) -> None:
    nights = story.start(title="Nights", goal_type="network")
    boats = story.start(title="Boats", goal_type="service")
    main = page(story, f"/compare?pilot={nights}&pilot={boats}")
    (anyway,) = (link for link in main.find("a") if link.text() == "Compare them anyway")
    assert CAUTION in page(story, anyway.attrs["href"]).text()
    whole = read(browser(story).get(f"/compare?pilot={nights}&pilot={boats}").text)
    assert len(whole.first("form", class_="card as-of-panel").find("input", name="pilot")) == 2
    checked = [box for box in main.find("input", name="pilot") if "checked" in box.attrs]
    assert len(checked) == 2
    assert page(story, "/compare").find("table") == []
    assert page(story, "/compare?pilot=pilot-0").find("table") == []


@pytest.mark.row("S001-different-approaches")
def test_s001_different_approaches__as_of(story: Story) -> None:
    pilot = story.start(title="Nights", goal_type="network")
    story.log()
    early = story.now()
    story.days(2)
    story.log()
    with story.platform.views.reading() as db:
        told = [compare(db, cut, [pilot], mixed=False).columns[0] for cut in (early, NOW)]
    assert [each.figures.entries.count for each in told] == [1, 2]


@pytest.mark.row("S001-road-trip")
def test_s001_road_trip(story: Story) -> None:
    story.start()
    for result in ("supported", "supported", "refuted", "inconclusive"):
        tried(story, result)
    before = story.now()
    story.start(title="Just looking", kind="exploration")
    tried(story, "refuted")
    told = success(story)
    assert (told.supported.count, told.answered.count, told.explored.count) == (2, 3, 1)
    assert told.share.value == pytest.approx(2 / 3)
    said = page(story, "/pilots").text()
    assert "Success rate: 66.7 % of the 3 experiments" in said
    assert "Explorations are left out (1)." in said
    assert "road trip" in story.badges()
    with story.platform.views.reading() as db:
        assert success_of(db, before).explored.count == 0


@pytest.mark.row("S001-road-trip")
def test_s001_road_trip__has_an_end(story: Story) -> None:
    pilot = story.propose(kind="exploration")
    with pytest.raises(GateClosed, match="Choose its last day") as refused:
        story.do(StartPilot(pilot=pilot))
    assert refused.value.command == "start-pilot"
    story.do(StartPilot(pilot=pilot, ends_on=date(2026, 5, 1)))
