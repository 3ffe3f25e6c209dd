"""Somebody who was known twice counts once, wherever a rule asks who did what."""

import pytest

from domain.kernel.errors import GateClosed
from pilots.commands.conclusion import (
    PoolThought,
    ProposeConclusion,
    ReachConclusion,
    SupportConclusion,
)
from pilots.commands.experiment import PlanExperiment, StartExperiment
from pilots.commands.people import MergePerson
from pilots.commands.pilot_purpose import StateAccomplishment
from tests.support.stories.story import Story

pytestmark = pytest.mark.both_engines


def merge(story: Story, gone: str, into: str) -> None:
    """Let one person turn out to be another."""
    who, kept = story.who(gone).person, story.who(into).person
    story.do(MergePerson(person=who, into=kept))


@pytest.mark.row("S003-in-it-to-win-it")
def test_s003_in_it_to_win_it__an_owner_under_another_name(story: Story) -> None:
    story.start()
    for _ in range(16):
        story.days(1)
        story.log("Rua")
    assert len(story.hints("S003-in-it-to-win-it")) == 1
    story.log("Ana")
    merge(story, "Mere", "Ana")
    assert story.hints("S003-in-it-to-win-it", story.now()) == []


@pytest.mark.row("S003-confluence-loop")
def test_s003_confluence_loop__nobody_reaches_themselves(story: Story) -> None:
    story.start()
    trial = story.new(PlanExperiment(pilot=story.pilot, title="Two writers"))
    story.do(StartExperiment(experiment=trial))
    story.who("Ana")
    asked = story.log("Rua", to="Ana", mode="ask", experiment=trial)
    story.log("Ana", to=asked, mode="answer", experiment=trial)
    with story.known() as known:
        assert known.exchanged(trial) is not None
    merge(story, "Rua", "Ana")
    with story.known() as known:
        assert known.exchanged(trial) is None


@pytest.mark.row("S004-two-way-capacity")
def test_s004_two_way_capacity__nobody_answers_themselves(story: Story) -> None:
    story.start()
    for _ in range(3):
        asked = story.log("Rua", mode="ask")
        story.log("Ana", to=asked, mode="answer")
    story.days(4)
    assert story.hints("S004-two-way-capacity") == []
    merge(story, "Rua", "Ana")
    assert len(story.hints("S004-two-way-capacity")) == 1


@pytest.mark.row("S004-pool-thoughts")
def test_s004_pool_thoughts__one_person_supports_once(story: Story) -> None:
    story.start()
    pooled = story.new(PoolThought(pilot=story.pilot, text="Go on."))
    story.do(ProposeConclusion(conclusion=pooled, text="We go on."))
    for name in ("Mere", "Rua", "Ana"):
        story.do(SupportConclusion(conclusion=pooled), by=name)
    merge(story, "Rua", "Ana")
    with pytest.raises(GateClosed, match="2 support this one"):
        story.do(ReachConclusion(conclusion=pooled))


def test_it_is_answered_since_the_first_answer(story: Story) -> None:
    story.start()
    with story.known() as known:
        first = known.charter.answered_at
    story.days(1)
    story.do(StateAccomplishment(pilot=story.pilot, answer="Another.", goal_type="network"))

    with story.known() as known:
        assert known.charter.answered_at == first
    assert first
