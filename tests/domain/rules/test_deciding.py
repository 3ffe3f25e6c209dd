"""Gates before scaling and stopping: what for, pooled thoughts, readiness, persistence."""

from typing import Any

import pytest

from domain.kernel.errors import GateClosed
from domain.readiness import AREAS
from pilots.commands.conclusion import (
    ObjectToConclusion,
    PoolThought,
    ProposeConclusion,
    ReachConclusion,
    SupportConclusion,
)
from pilots.commands.decision import TakeDecision
from pilots.commands.parsing import read_command
from pilots.commands.pilot import StartPilot
from pilots.commands.pilot_purpose import StatePurpose
from pilots.commands.readiness import AgreeChange, AssessReadiness, MakeChange, WaiveReadiness
from pilots.request import Receipt
from tests.support.stories.story import Story
from web.aspects.evidence import EVIDENCE

READINESS = EVIDENCE.views[3]


def decide(story: Story, verdict: Any, **said: Any) -> Receipt:
    told = {"pilot": story.pilot, "expected_effect": "Nobody misses a meeting."} | said
    return story.do(TakeDecision(verdict=verdict, **told))


def refused(story: Story, verdict: str, words: str) -> str:
    with pytest.raises(GateClosed, match=words) as shut:
        decide(story, verdict)
    return shut.value.command


def propose(story: Story, *supporters: str) -> str:
    pool = story.new(PoolThought(pilot=story.pilot, text="It helps."))
    story.do(ProposeConclusion(conclusion=pool, text="We go on."))
    for name in supporters:
        story.do(SupportConclusion(conclusion=pool), by=name)
    return pool


def conclude(story: Story) -> None:
    story.do(ReachConclusion(conclusion=propose(story, "Mere", "Rua", "Hana")))


def waive(story: Story, *areas: str) -> None:
    for area in areas:
        story.do(WaiveReadiness(pilot=story.pilot, area=area, reason="It stays as it is."))


def overridden(receipt: Receipt) -> int:
    return sum(fact.name == "pilot.gate-overridden.v1" for fact in receipt.facts)


@pytest.mark.row("S004-readiness")
def test_s004_readiness(story: Story) -> None:
    pilot = story.start()
    conclude(story)
    names = ", ".join(map(str, AREAS.values()))
    assert refused(story, "scale", f"Not ready to scale: {names}") == "assess-readiness"
    first, second, *others = AREAS
    told: dict[str, Any] = {"pilot": pilot, "area": first}
    story.do(AssessReadiness(**told, level=1, gap="Nobody may.", prepared_to_change=True))
    hana = story.who("Hana").person
    story.do(AgreeChange(**told, change="Each crew may.", owner=hana))
    waive(story, *others)
    before = story.now()
    refused(story, "scale", f"Not ready to scale: {AREAS[first]}, {AREAS[second]}\\.")
    story.days(1)
    story.do(MakeChange(**told, proof="It hangs on the wall."))
    waive(story, second)
    post = (board := story.told(READINESS).board).posts[0]
    assert (post.status, post.level, post.owner) == ("made", 1, "Hana")
    assert post.proof == "It hangs on the wall."
    assert board.posts[1].waived_because == "It stays as it is."
    assert (board.settled.count, story.told(READINESS, before).board.settled.count) == (6, 4)
    assert "6 of 6 areas are made or waived" in " ".join(story.views("grounds").split())
    assert overridden(decide(story, "scale")) == 0


@pytest.mark.row("S004-prepared-to-change")
def test_s004_prepared_to_change(story: Story) -> None:
    pilot = story.start()
    assert "Nobody has said yet how ready" in " ".join(story.views("grounds").split())
    for area, prepared in (("roles", True), ("governance", False), ("guidelines", True)):
        told: dict[str, Any] = {"area": area, "level": 2, "gap": "Much."}
        story.do(AssessReadiness(pilot=pilot, prepared_to_change=prepared, **told))
    page = " ".join(story.views("grounds").split())
    assert "2 of 3 areas that were assessed are prepared to change" in page


@pytest.mark.row("S000-what-for")
def test_s000_what_for(story: Story) -> None:
    pilot = story.propose()
    (hint,) = story.hints("S000-what-for")
    assert hint.next.command == "state-purpose"
    story.do(StartPilot(pilot=pilot))  # a warning holds nothing back
    conclude(story)
    waive(story, *AREAS)
    assert refused(story, "scale", "Nobody has said what for") == "state-purpose"
    said = {"change_or_protect": "Sleep", "for_whom": "crews", "whose_belief": "Mere"}
    story.do(read_command(StatePurpose, said | {"pilot": pilot}))
    assert overridden(decide(story, "scale")) == 0


@pytest.mark.row("S004-pool-thoughts")
def test_s004_pool_thoughts(story: Story) -> None:
    story.start()
    waive(story, *AREAS)
    for _ in range(3):
        story.log()
    story.days(15)
    pool = propose(story, "Mere", "Rua")
    story.do(ObjectToConclusion(conclusion=pool, reason="It costs my evenings."), by="Tama")
    with pytest.raises(GateClosed, match="A conclusion takes 3 people; 2 support this one") as shut:
        story.do(ReachConclusion(conclusion=pool))
    assert shut.value.command == "support-conclusion"
    for verdict, way in (("scale", "grow"), ("stop", "stop")):
        assert refused(story, verdict, f"To {way} takes a conclusion") == "pool-thought"
    story.do(SupportConclusion(conclusion=pool), by="Hana")
    story.do(ReachConclusion(conclusion=pool))
    reached: Any = story.platform.pilots.facts_of(pool)[-1].fact
    assert (len(reached.supporters), len(reached.objections)) == (3, 1)
    (shared,) = story.told(READINESS).board.conclusions
    assert (shared.status, shared.supporters, shared.objections) == ("reached", 3, 1)
    assert "3 in support, 1 objection" in " ".join(story.views("grounds").split())
    assert overridden(decide(story, "scale")) == 0


@pytest.mark.row("S003-persist-before-verdict")
def test_s003_persist_before_verdict(story: Story) -> None:
    story.start()
    conclude(story)
    story.log()
    story.log()
    story.days(3)
    assert refused(story, "stop", "2 times in 3 days; .* give a reason") == "log-participation"
    story.days(12)
    refused(story, "stop", "2 times in 15 days")
    story.log()
    assert overridden(decide(story, "stop")) == 0


@pytest.mark.row("S003-persist-before-verdict")
def test_s003_persist_before_verdict__for_a_reason(story: Story) -> None:
    story.start()
    conclude(story)
    for _ in range(3):
        story.log()
    story.days(3)
    refused(story, "stop", "3 times in 3 days")
    assert overridden(decide(story, "stop", override="The yard is sold.")) == 1
