"""The order in which a pilot is thought through, and what is optional in it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.facts.experiment import ExperimentPlanned
from domain.facts.pilot import PilotGateOverridden
from domain.facts.pilot_measures import PilotMeasureDefined
from domain.facts.pilot_purpose import PilotAccomplishmentStated, PilotProblemNamed
from domain.kernel.aggregate import Event
from domain.kernel.errors import GateClosed
from pilots.commands.base import Command
from pilots.commands.decision import TakeDecision
from pilots.commands.experiment import PlanExperiment
from pilots.commands.pilot import ProposePilot, StartPilot
from pilots.commands.pilot_measures import DefineMeasure
from pilots.commands.pilot_purpose import NameProblem, StateAccomplishment
from pilots.commands.programme import AddGoal, OpenProgramme
from tests.support.machines.pace import searched
from tests.support.stories.media_steps import page
from tests.support.stories.story import ANSWER, Story

RULE = "S001-where-before-route"
ROUTE = (PilotAccomplishmentStated, PilotProblemNamed, PilotMeasureDefined, ExperimentPlanned)
STEPS = range(len(ROUTE))


def step(number: int, pilot: str, override: str) -> Command:
    """Return one step of the route, with a reason to pass its gate where there is one."""
    problem: dict[str, Any] = {"problem": "Nobody reads minutes.", "who_has_it": "All"}
    measure: dict[str, Any] = {"measure": "read", "name": "Minutes read", "unit": "minutes"}
    wishes: tuple[Command, ...] = (
        StateAccomplishment(pilot=pilot, answer=ANSWER),
        NameProblem(pilot=pilot, override=override, **problem),
        DefineMeasure(pilot=pilot, override=override, **measure),
        PlanExperiment(pilot=pilot, title="Two writers", override=override),
    )
    return wishes[number]


def out_of_order(events: Sequence[Event]) -> list[str]:
    """Return the facts that came before one they need, with no reason kept for that step."""
    found: list[str] = []
    passed: set[type] = set()
    excused = ""
    for event in events:
        kind = type(event.fact)
        if isinstance(event.fact, PilotGateOverridden) and event.fact.rule == RULE:
            excused = event.command_id
        elif kind in ROUTE and not passed.issuperset(ROUTE[: ROUTE.index(kind)]):
            found += [] if excused == event.command_id else [kind.__name__]
        passed.add(kind)
    return found


@searched(30)
@given(
    order=st.permutations([*STEPS, *STEPS]),
    overrides=st.lists(st.sampled_from(["", "", "", "We know."]), min_size=8, max_size=8),
)
@pytest.mark.row("S001-where-before-route")
def test_s001_where_before_route(story: Story, order: list[int], overrides: list[str]) -> None:
    pilot = story.new(ProposePilot(title="Shared minutes"))
    begun = story.platform.pilots.head()
    done: set[int] = set()
    for number, override in zip(order, overrides, strict=True):
        if number in done:
            continue
        shut = not done >= set(range(number))
        try:
            story.do(step(number, pilot, override))
            assert not shut or override
            done = done | {number}
        except GateClosed:
            assert shut
            assert not override
    stored = [e for e in story.platform.pilots.facts_after(begun, 1000) if pilot in e.pilots]
    assert out_of_order(stored) == []
    assert {type(event.fact) for event in stored} - {PilotGateOverridden} == {
        ROUTE[number] for number in done
    }


@pytest.mark.row("S001-one-question")
def test_s001_one_question(story: Story) -> None:
    pilot = story.new(ProposePilot(title="Shared minutes"))
    with pytest.raises(GateClosed, match=r"What do you want to accomplish\?") as refused:
        story.do(StartPilot(pilot=pilot))
    assert refused.value.command == "state-accomplishment"
    story.do(StateAccomplishment(pilot=pilot, answer=ANSWER))
    story.do(StartPilot(pilot=pilot))


@pytest.mark.row("S001-one-question")
def test_s001_one_question__passed_for_a_reason_that_is_kept(story: Story) -> None:
    story.pilot = story.new(ProposePilot(title="Shared minutes"))
    receipt = story.do(StartPilot(pilot=story.pilot, override="The boat leaves today."))
    assert [fact.name for fact in receipt.facts] == ["pilot.gate-overridden.v1", "pilot.started.v1"]
    assert "The boat leaves today." in story.page()


@pytest.mark.row("S003-business-planning")
def test_s003_business_planning(story: Story) -> None:
    pilot = story.propose()
    story.do(StartPilot(pilot=pilot, ends_on=date(2026, 6, 1)))  # no tree, no what-for
    scale = TakeDecision(pilot=pilot, verdict="scale", expected_effect="More of it.")
    with pytest.raises(GateClosed, match="Nobody has said what for"):
        story.do(scale)
    story.charter()
    with pytest.raises(GateClosed) as refused:
        story.do(scale)
    assert "what for" not in str(refused.value)  # other gates stand before growth as well


@pytest.mark.row("S003-business-planning")
def test_s003_business_planning__the_tree_and_what_hangs_from_it(story: Story) -> None:
    programme = story.new(OpenProgramme(name="Ferries"))
    assert "Goal tree" not in page(story, f"/programmes/{programme}").text()
    early = story.now().moment or ""
    story.days(1)
    for goal, parent, kind, text in (
        ("safe", None, "mission", "Everybody comes home."),
        ("rest", "safe", "goal", "Crews sleep."),
        ("calls", "rest", "strategy", "One call a fault."),
        ("fair", None, "goal", "Fares are fair."),
    ):
        said: dict[str, Any] = {"goal": goal, "parent": parent, "kind": kind, "text": text}
        story.do(AddGoal(programme=programme, **said))
    pilot = story.propose(programme=programme, goal="calls", title="Night desk")
    tree = page(story, f"/programmes/{programme}").first("ul", class_="goals")
    assert [item.attrs["class"] for item in tree.find("li")] == [
        "deep-0",
        "deep-1",
        "deep-2",
        "deep-0",
    ]
    (link,) = tree.find("a")
    assert (link.text(), link.attrs["href"]) == ("Night desk", f"/pilots/{pilot}")
    assert link.within("li")
    assert "Goal tree" not in page(story, f"/programmes/{programme}?as_of={early}").text()
