"""Decisions: what each rests on, both sides' verdicts, and what was known when it was taken."""

import re
from dataclasses import replace
from typing import Any

import pytest

from domain.rules.evidence_share import basis_of, hits
from pilots.commands.conclusion import (
    PoolThought,
    ProposeConclusion,
    ReachConclusion,
    SupportConclusion,
)
from pilots.commands.decision import GiveVerdict, RevisitDecision, TakeDecision
from pilots.commands.evidence import GatherEvidence, LinkEvidence, WithdrawEvidence
from pilots.commands.lesson import LearnLesson
from pilots.commands.parsing import help_of
from pilots.commands.participation import VoidParticipation
from pilots.commands.pilot_people import JoinPilot, NameSponsor
from projections.engine.as_of import NOW, Cut
from projections.pilot.figures import figures_of
from tests.support.pages.browser import Browser
from tests.support.stories.story import Story
from web.aspects.evidence import EVIDENCE

*_, DECISIONS = EVIDENCE.views


def decide(story: Story, verdict: Any = "persevere", **said: Any) -> str:
    """Take a decision."""
    told = {"pilot": story.pilot, "expected_effect": "Nobody misses a meeting."} | said
    return story.new(TakeDecision(verdict=verdict, **told))


def basis(story: Story, cut: Cut = NOW) -> tuple[int, int, float | None, str]:
    """Return the score of the newest decision: grounded, cited, share, and the word for it."""
    newest = story.told(DECISIONS, cut).verdicts[0]
    return newest.grounded, newest.cited, newest.share.value, newest.basis


def agreed(story: Story) -> str:
    """Reach a conclusion of three people."""
    pool = story.new(PoolThought(pilot=story.pilot, text="It helps."))
    story.do(ProposeConclusion(conclusion=pool, text="We go on."))
    for name in ("Mere", "Rua", "Hana"):
        story.do(SupportConclusion(conclusion=pool), by=name)
    story.do(ReachConclusion(conclusion=pool))
    return pool


@pytest.mark.row("S004-gut")
def test_s004_gut(story: Story) -> None:
    pilot = story.start()
    decide(story)
    assert basis(story) == (0, 0, None, "gut")
    entry = story.log()
    found = story.new(GatherEvidence(pilot=pilot, text="Nobody reads them."))
    gone = story.new(GatherEvidence(pilot=pilot, text="Everybody does."))
    done, felt, held = (
        story.new(LearnLesson(pilot=pilot, text="It helps.", because=because))
        for because in ((entry,), (), (gone,))
    )
    decide(story, lessons=(felt,))
    assert basis(story) == (0, 1, 0, "gut")
    decide(story, lessons=(done, felt, held), evidence=(found, gone), conclusion=agreed(story))
    assert basis(story) == (5, 6, 5 / 6, "partly grounded")
    before = story.now()
    story.days(1)
    story.do(WithdrawEvidence(evidence=gone, reason="Misheard."))  # and so falls what rests on it
    assert basis(story) == (3, 6, 0.5, "partly grounded")
    story.do(VoidParticipation(entry=entry, reason="We did not meet."))
    assert basis(story) == (2, 6, 2 / 6, "partly grounded")
    story.do(LinkEvidence(evidence=found, target=felt))
    assert basis(story) == (3, 6, 0.5, "partly grounded")
    assert basis(story, before) == (5, 6, 5 / 6, "partly grounded")
    decide(story, evidence=(found,))
    assert basis(story) == (1, 1, 1, "grounded")
    page = story.views("grounds")
    assert "Decisions, and whether they held" in page
    assert "50.0 %: 3 of 6 cited claims rest on evidence" in page


@pytest.mark.row("S004-gut")
def test_s004_gut__hit_rate_by_basis(story: Story) -> None:
    story.start()
    found = story.new(GatherEvidence(pilot=story.pilot, text="Nobody reads them."))
    for number in range(8):
        if number == 4:  # another pilot of the same programme
            with story.known() as known:
                programme = known.charter.programme
            story.propose(title="Another", programme=programme)
        told = story.told(DECISIONS)
        assert (told.hits, told.revisited.count, told.needed) == ((), number, 8)
        decision = decide(story, evidence=(found,) if number < 4 else ())
        story.do(RevisitDecision(decision=decision, held=number < 5))
    rates = {
        each.basis: (each.held, each.revisited, each.rate.value)
        for each in story.told(DECISIONS).hits
    }
    assert rates == {
        "grounded": (4, 4, 1),
        "partly grounded": (0, 0, None),
        "gut": (1, 4, 0.25),
    }
    assert '<td class="n">25.0</td>' in story.views("grounds")


@pytest.mark.row("S004-gut")
def test_s004_gut__score_arithmetic() -> None:
    assert [basis_of(*score) for score in ((0, 0), (3, 0), (3, 1), (3, 3))] == [
        "gut",
        "gut",
        "partly grounded",
        "grounded",
    ]
    assert [each.rate.value for each in hits([("gut", True), ("gut", False)])] == [None, None, 0.5]


@pytest.mark.row("S004-honesty-both-sides")
def test_s004_honesty_both_sides(story: Story) -> None:
    pilot = story.start()
    story.do(NameSponsor(pilot=pilot, person=story.who("Ines").person))
    story.do(JoinPilot(pilot=pilot, person=story.who("Rua").person, role="team"))
    story.do(GiveVerdict(pilot=pilot, side="sponsor", verdict="scale"), by="Ines")
    half = story.views("grounds")
    assert story.told(DECISIONS).verdicts == ()
    assert re.search(r"Sponsor:|Team:|would grow", half) is None
    story.do(GiveVerdict(pilot=pilot, side="team", verdict="stop"), by="Rua")
    (both,) = story.told(DECISIONS).verdicts
    assert (both.sponsor, both.team, both.taken_at) == ("scale", "stop", None)
    page = story.views("grounds")
    assert "They differ: the sponsor would grow, the team would stop." in page
    assert "nothing decided yet" in page


@pytest.mark.row("S004-blame")
def test_s004_blame(story: Story) -> None:
    pilot = story.start()
    story.log("Rua")
    with story.platform.views.reading() as db:
        then = figures_of(db, NOW, [pilot])[pilot]
    decision = decide(story)
    for name in ("Rua", "Hana", "Hana"):
        story.log(name)
    (taken,) = story.told(DECISIONS).verdicts
    with story.platform.views.reading() as db:
        assert figures_of(db, Cut(position=taken.seen), [pilot])[pilot] == then
        assert figures_of(db, NOW, [pilot])[pilot].entries.count == then.entries.count + 3
    link = f'href="/pilots/{pilot}?at={taken.seen}"'
    assert link in story.views("grounds")
    here = Browser(replace(story.platform, local=story.mere))
    assert link in here.get(f"/decisions/{decision}").text
    assert "As shown at position" in story.page(f"?at={taken.seen}")
    asks = help_of(TakeDecision.__annotations__["expected_effect"])
    assert "conditions, not people" in asks
