"""What a pilot cost, and how it is measured: sums to the cent, orphans, and vanity."""

from decimal import Decimal
from typing import Any

import pytest

from domain.kernel.fields import Money
from pilots.commands.evidence import GatherEvidence, LinkEvidence, WithdrawEvidence
from pilots.commands.experiment import EndExperiment, LogEffort, PlanExperiment, StartExperiment
from pilots.commands.lesson import ContradictLesson, LearnLesson, VoidLesson
from pilots.commands.pilot_course import ClosePilot
from pilots.commands.pilot_measures import DefineMeasure
from pilots.commands.pilot_purpose import ListAudience
from projections.engine.as_of import NOW, Cut
from projections.value.spending import Spent, together
from tests.support.stories.story import Story
from web.aspects.value import VALUE

*_, COSTS, MEASURES = VALUE.views


def trial(story: Story) -> str:
    """Plan and start an experiment."""
    planned = story.new(PlanExperiment(pilot=story.pilot, title="Two writers"))
    story.do(StartExperiment(experiment=planned))
    return planned


def spend(
    story: Story, experiment: str, hours: int, amount: str = "", currency: str = "EUR"
) -> None:
    """Log what went into an experiment, and let a day pass."""
    money = Money(amount, currency) if amount else None
    story.do(LogEffort(experiment=experiment, hours=hours, money=money))
    story.days(1)


@pytest.mark.row("S001-very-little-expense")
def test_s001_very_little_expense(story: Story) -> None:
    story.start()
    one, two = trial(story), trial(story)
    spend(story, one, 3, "0.10")
    before = story.now()
    story.days(1)
    for experiment in (one, two, two):  # 0.1 + 0.2 is 0.3 here
        spend(story, experiment, 2, "0.20")
    spend(story, two, 1, "5", "NZD")
    lessons = [story.new(LearnLesson(pilot=story.pilot, text="It helps.")) for _ in range(3)]
    story.do(VoidLesson(lesson=lessons[0], reason="Wrong."))
    costs = story.told(COSTS)
    assert costs.total == Spent(10, (Money("0.70", "EUR"), Money("5", "NZD")))
    assert [part.spent.hours for part in costs.parts] == [5, 5]
    assert together(part.spent for part in costs.parts) == costs.total
    assert (costs.per_lesson.amount, costs.per_lesson.hours.value) == (2, 5.0)
    assert costs.per_lesson.money == (Money("0.35", "EUR"), Money("2.50", "NZD"))
    assert (costs.per_value.amount, costs.per_value.hours.value) == (0, None)
    assert story.told(COSTS, before).total == Spent(3, (Money("0.10", "EUR"),))
    page = story.views("worth")
    assert "What it cost" in page
    assert "10 hours, 0.70 EUR, 5 NZD" in page


def waste(story: Story) -> tuple[int, int, str] | None:
    """Return the hours before and after evidence had turned, and how it did."""
    turn = story.told(COSTS).turn
    return (turn.before.hours, turn.after.hours, turn.how) if turn else None


@pytest.mark.row("S002-three-wastes")
def test_s002_three_wastes(story: Story) -> None:
    story.start()
    experiment = trial(story)
    spend(story, experiment, 4, "10")
    found = story.new(GatherEvidence(pilot=story.pilot, text="Nobody reads them."))
    spend(story, experiment, 5)
    story.do(LinkEvidence(evidence=found, target=experiment, stance="opposes"))
    spend(story, experiment, 7, "2.50")
    story.do(EndExperiment(experiment=experiment, result="refuted", summary="No."), by="Mere")
    spend(story, experiment, 11)
    assert waste(story) is None  # it goes on
    story.do(ClosePilot(pilot=story.pilot, reason="It does not help.", override="So."))
    costs = story.told(COSTS)
    assert waste(story) == (9, 18, "a finding was held against it")
    assert together([costs.turn.before, costs.turn.after]) == costs.total
    assert costs.turn.after.money == (Money(str(Decimal("2.50")), "EUR"),)
    assert "18 hours, 2.50 EUR" in story.views("worth")
    story.do(WithdrawEvidence(evidence=found, reason="It was about another line."))
    assert waste(story) == (16, 11, "an experiment was refuted")


@pytest.mark.row("S002-three-wastes")
def test_s002_three_wastes__a_lesson_that_did_not_hold(story: Story) -> None:
    story.start()
    experiment = trial(story)
    lesson = story.new(LearnLesson(pilot=story.pilot, text="It helps."))
    spend(story, experiment, 1)
    story.do(ContradictLesson(lesson=lesson, pilot=story.pilot))
    spend(story, experiment, 2)
    story.do(ClosePilot(pilot=story.pilot, reason="Done.", override="So."))
    assert waste(story) == (1, 2, "a lesson did not hold here")


def measure(story: Story, name: str, **said: Any) -> None:
    """Define a measure."""
    key = name.lower().replace(" ", "-")
    told: dict[str, Any] = {"measure": key, "name": name, "unit": "percent"} | said
    story.do(DefineMeasure(pilot=story.pilot, **told))


@pytest.mark.row("S002-focus-measure")
def test_s002_focus_measure(story: Story) -> None:
    story.start()
    story.do(
        ListAudience(pilot=story.pilot, audience="crews", interest="boats", why_they_care="Sea.")
    )
    measure(story, "Placed", cell="employees/cost")
    measure(story, "Pointed", audience="Crews")
    measure(story, "Lost", audience="everybody")
    aims = story.told(MEASURES).states
    assert {aim.name for aim in aims.aims if aim.orphan} == {"Minutes read", "Lost"}
    assert "Orphans: 2" in story.views("worth")


def vain(story: Story, cut: Cut = NOW) -> list[str]:
    """Return the measures that only flatter."""
    return [aim.name for aim in story.told(MEASURES, cut).states.aims if aim.vanity]


@pytest.mark.row("S002-wrong-followers")
def test_s002_wrong_followers__only_counted(story: Story) -> None:
    story.start()
    measure(story, "Followers", kind="reach")
    before = story.now()
    story.days(1)
    measure(story, "Boat followers", kind="reach", audience="crews", cell="customers/sales")
    assert vain(story) == ["Followers", "Boat followers"]
    story.do(
        ListAudience(pilot=story.pilot, audience="crews", interest="boats", why_they_care="Sea.")
    )
    assert vain(story) == vain(story, before) == ["Followers"]
    assert '<span class="tag bad">vanity</span>' in story.views("worth")


@pytest.mark.row("S003-selfish")
def test_s003_selfish(story: Story) -> None:
    story.start()
    assert story.hints("S003-selfish") == []
    measure(story, "Click-through rate")
    (hint,) = story.hints("S003-selfish")
    assert hint.next.command == "define-measure"
    assert "What do they get from it?" in story.views("worth")
    measure(story, "Hours to an answer", benefits="answer time for customers")
    assert story.hints("S003-selfish") == []
    assert "What do they get from it?" not in story.views("worth")
