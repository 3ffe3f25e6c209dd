"""What a pilot stands on: findings by stakeholder, insights and their age, and open risks."""

from dataclasses import replace
from typing import Any

import pytest

from domain.kernel.errors import Missing
from domain.rules.rule import Setting
from pilots.commands.evidence import (
    ChallengeEvidence,
    GatherEvidence,
    LinkEvidence,
    WithdrawEvidence,
)
from pilots.commands.experiment import PlanExperiment, StartExperiment
from pilots.commands.insight import DeriveInsight, RaiseAssumption, RetireInsight
from pilots.commands.insight import TestAssumption as Hold
from pilots.commands.parsing import read_command
from pilots.commands.pilot_purpose import AddStakeholder
from projections.engine.as_of import NOW, Cut
from projections.timeline.feed import latest
from tests.support.stories.story import Story
from web.aspects.evidence import EVIDENCE
from web.aspects.view import Looking

COVERAGE, FRAMEWORK, RISKS, *_ = EVIDENCE.views


def find(story: Story, **said: Any) -> str:
    """Keep a finding."""
    told: dict[str, Any] = {"pilot": story.pilot, "text": "Nobody reads them."} | said
    return story.new(GatherEvidence(**told))


@pytest.mark.row("S004-all-stakeholders")
def test_s004_all_stakeholders(story: Story) -> None:
    story.start()
    story.do(AddStakeholder(pilot=story.pilot, kind="vendors", area="delivery"))
    for area in ("people", "people", "service"):
        find(story, stakeholder="employees", area=area)
    before = story.now()
    story.days(1)
    doubted = find(story, stakeholder="customers")
    gone = find(story, stakeholder="partners", area="product")
    story.do(ChallengeEvidence(evidence=doubted, reason="One case."))
    story.do(WithdrawEvidence(evidence=gone, reason="Misheard."))
    told = story.told(COVERAGE)
    with story.platform.views.reading() as db:
        facts = latest(db, NOW, pilot=story.pilot, lane="finding")
    gathered = sum(fact["name"] == "evidence.gathered.v1" for fact in facts)
    withdrawn = sum(fact["name"] == "evidence.withdrawn.v1" for fact in facts)
    assert told.placed.count + told.without_area.count == gathered - withdrawn == 4
    assert (told.placed.count, told.without_area.count) == (3, 1)
    employees, customers, *_ = told.sides
    assert employees.amounts == (0, 0, 0, 0, 1, 2)
    assert employees.gaps == ("discovery", "engagement", "product", "delivery")
    assert (customers.without_area, len(customers.gaps)) == (1, 6)
    assert [side.whom for side in told.sides] == ["employees", "customers", "vendors", "partners"]
    assert list(map(str, told.wanted)) == ["vendors in delivery"]
    assert story.told(COVERAGE, before).without_area.count == 0
    assert "3 findings" in story.views("grounds")


@pytest.mark.row("S004-evidence-to-insight")
def test_s004_evidence_to_insight(story: Story) -> None:
    pilot = story.start()
    said: dict[str, Any] = {"pilot": pilot, "text": "Minutes are not the problem."}
    with pytest.raises(Missing) as refused:
        story.do(read_command(DeriveInsight, said | {"evidence": []}))
    assert refused.value.field == "evidence"
    insight = story.new(DeriveInsight(**said, evidence=(find(story),)))
    (beam,) = story.told(FRAMEWORK).beams
    assert (beam.insight, beam.findings) == (insight, 1)


@pytest.mark.row("S004-living-framework")
def test_s004_living_framework(story: Story) -> None:
    story.start()
    weak, strong = find(story, strength=2), find(story, strength=5)
    told: dict[str, Any] = {"pilot": story.pilot, "text": "They call instead."}
    insight = story.new(DeriveInsight(**told, evidence=(weak, strong)))
    story.days(89)
    (beam,) = story.told(FRAMEWORK).beams
    assert (beam.findings, beam.strength, beam.age, beam.stale) == (2, 3.5, 89, False)
    before = story.now()
    story.days(2)
    assert story.told(FRAMEWORK).beams[0].stale
    assert '<tr class="stale">' in story.views("grounds")
    assert not story.told(FRAMEWORK, before).beams[0].stale
    fresh = find(story)
    story.do(LinkEvidence(evidence=fresh, target=insight))
    assert (story.told(FRAMEWORK).beams[0].age, story.told(FRAMEWORK).beams[0].stale) == (0, False)
    for each in (weak, strong, fresh):
        story.do(WithdrawEvidence(evidence=each, reason="Misheard."))
    (beam,) = story.told(FRAMEWORK).beams
    assert (beam.findings, beam.strength, beam.age, beam.stale) == (0, None, None, True)
    story.do(RetireInsight(insight=insight, reason="Nothing is left of it."))
    assert story.told(FRAMEWORK).beams == ()


@pytest.mark.row("S004-living-framework")
def test_s004_living_framework__as_the_programme_set_it(story: Story) -> None:
    story.start()
    story.do(DeriveInsight(pilot=story.pilot, text="They call.", evidence=(find(story),)))
    story.days(15)
    with story.platform.views.reading() as db, story.known() as known:
        looking = Looking(db, NOW, story.clock(), known, {})
        assert not FRAMEWORK.answer(looking).beams[0].stale
        sooner = replace(looking, settings={FRAMEWORK.rows[0]: Setting("warn", 14)})
        assert FRAMEWORK.answer(sooner).beams[0].stale


@pytest.mark.parametrize("first", ["finding", "experiment"])
@pytest.mark.row("S004-two-kinds")
def test_s004_two_kinds(story: Story, first: str) -> None:
    story.start()
    if first == "finding":
        find(story)
    story.days(1)
    story.do(StartExperiment(experiment=story.new(PlanExperiment(pilot=story.pilot, title="A"))))
    story.days(1)
    if first == "experiment":
        find(story)
    kind = "evidence-led" if first == "finding" else "straight to tactics"
    assert set(story.badges()) & {"evidence-led", "straight to tactics"} == {kind}
    reasons = {str(kind): str(why) for kind, why in story.told(FRAMEWORK).kinds}
    assert ("before" in reasons[kind], "exploring" in reasons) == (True, True)
    assert f'<span class="tag">{kind}</span>' in story.views("grounds")


@pytest.mark.row("S004-reduce-risk")
def test_s004_reduce_risk(story: Story) -> None:
    story.start()
    told: dict[str, Any] = {"text": "Everybody has a phone.", "pilot": story.pilot}
    high, low = (story.new(RaiseAssumption(risk=risk, **told)) for risk in ("high", "low"))
    story.days(7)
    story.do(Hold(assumption=high, result="unclear"))  # still open
    story.days(7)
    before = story.now()
    story.do(Hold(assumption=high, result="failed"))
    story.days(7)
    risks = story.told(RISKS).risks
    assert [(each.high, each.low) for each in risks.over_time] == [(1, 1), (1, 1), (0, 1), (0, 1)]
    assert [each.assumption for each in risks.open] == [low]
    assert [(each.assumption, each.result) for each in risks.tested] == [(high, "failed")]
    then = story.told(RISKS, Cut(moment=before.moment)).risks
    assert [(each.high, each.low) for each in then.over_time][-1] == (1, 1)
    assert (len(then.open), len(then.tested)) == (2, 0)
    page = story.views("grounds")
    assert "What we assumed" in page
    assert "<span>1 open</span>" in page
