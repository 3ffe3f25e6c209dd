"""What findings, values, talks, readiness, decisions and the like stand as after their facts."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Table

from domain.facts.conclusion import ConclusionProposed, ConclusionSupported, ConclusionThoughtPooled
from domain.facts.decision import DecisionRevisited, DecisionTaken, ReviewClosed, ReviewOpened
from domain.facts.evidence import EvidenceChallenged, EvidenceGathered, EvidenceLinked
from domain.facts.insight import AssumptionRaised, AssumptionTested, InsightDerived, InsightRevised
from domain.facts.invitation import InvitationClosed, InvitationOpened, InvitationTakenUp
from domain.facts.lesson import PracticeAdopted
from domain.facts.pilot_purpose import PilotAudienceListed, PilotPurposeStated, PilotWhyCareStated
from domain.facts.readiness import ReadinessAssessed, ReadinessChangeAgreed, ReadinessChangeMade
from domain.facts.value import ValueContested, ValueDiscovered, ValueRevised
from domain.kernel.aggregate import Fact
from domain.kernel.fields import Seen, Size
from projections.engine.as_of import Cut
from projections.models.conclusions import CONCLUSIONS
from projections.models.decisions import DECISIONS, REVIEWS
from projections.models.evidence import ASSUMPTIONS, EVIDENCE, INSIGHTS
from projections.models.evidence_links import GROUNDS
from projections.models.invitations import INVITATIONS
from projections.models.practices import PRACTICES
from projections.models.purposes import AUDIENCES, PURPOSES
from projections.models.readiness import READINESS
from projections.models.values import VALUES
from tests.support.stories.telling import PILOT, in_order, rows, state, told

pytestmark = pytest.mark.both_engines

FOUND = EvidenceGathered(pilot=PILOT, kind="quote", strength=2, whose="own", text="It is slow.")
WORTH = ValueDiscovered(pilot=PILOT, statement="Time.", size=Size(amount="3", unit="hours"))
SEEN = Seen(position=7, root="")
DECIDED = DecisionTaken(
    pilot=PILOT, verdict="scale", seen=SEEN, expected_effect="More.", lessons=("lesson-a",)
)
MARCH, APRIL = datetime(2026, 3, 1, tzinfo=UTC), datetime(2026, 4, 1, tzinfo=UTC)
READY = ReadinessAssessed(area="roles", level=1, gap="None.", prepared_to_change=True)
AGREED = ReadinessChangeAgreed(area="roles", change="One.", owner="person-a", due=date(2026, 5, 1))
PURPOSE = PilotPurposeStated(change_or_protect="Sleep", for_whom="Crews", whose_belief="Theirs")
CREWS = [
    PilotAudienceListed(audience="crews", interest=each, why_they_care="-") for each in ("a", "b")
]
SLOW = AssumptionRaised(pilot=PILOT, text="All have one.", risk="high")
POOL = [ConclusionThoughtPooled(pilot=PILOT, text=each) for each in ("Go on.", "Stop.")]
OPEN = InvitationOpened(pilot=PILOT, text="Come.", audience="crews")
FAMILIES: dict[str, tuple[Table, list[Fact], dict[str, Any]]] = {
    "evidence-a": (
        EVIDENCE,
        [FOUND, EvidenceChallenged(reason="Who says so?")],
        {"text": "It is slow.", "strength": 2, "challenged": 1, "status": "challenged"},
    ),
    "insight-a": (
        INSIGHTS,
        [
            InsightDerived(pilot=PILOT, text="Slow.", evidence=("evidence-a",)),
            InsightRevised(text="Very slow.", evidence=("evidence-b",)),
        ],
        {"text": "Very slow.", "revised": 1, "status": "holds"},
    ),
    "assumption-a": (
        ASSUMPTIONS,
        [SLOW, AssumptionTested(result="unclear"), AssumptionTested(result="failed")],
        {"risk": "high", "tested": 2, "status": "failed"},
    ),
    "value-a": (
        VALUES,
        [WORTH, ValueRevised(old="Time.", new="Less.", reason="-"), ValueContested(reason="-")],
        {"statement": "Less.", "amount": "3", "unit": "hours", "status": "contested"},
    ),
    "conclusion-a": (
        CONCLUSIONS,
        [*POOL, ConclusionProposed(text="We go on."), ConclusionSupported()],
        {"text": "We go on.", "thoughts": 2, "supporters": 1, "status": "proposed"},
    ),
    "readiness-tui": (
        READINESS,
        [READY, AGREED, ReadinessChangeMade(area="roles", proof="On the wall.")],
        {"pilot": PILOT, "level": 1, "due": "2026-05-01", "status": "made"},
    ),
    "decision-a": (
        DECISIONS,
        [DECIDED, DecisionRevisited(held=False, note="Less.")],
        {"verdict": "scale", "seen": 7, "held": 0, "revisited": 1, "status": "did not hold"},
    ),
    "review-a": (
        REVIEWS,
        [ReviewOpened(from_=MARCH, to=APRIL, seen=SEEN), ReviewClosed(seen=SEEN)],
        {"starts": "2026-03-01T00:00:00.000000Z", "status": "closed"},
    ),
    "invitation-a": (
        INVITATIONS,
        [OPEN, InvitationTakenUp(person="person-a"), InvitationClosed()],
        {"audience": "crews", "taken_up": 1, "status": "closed"},
    ),
    "practice-a": (
        PRACTICES,
        [PracticeAdopted(lessons=("lesson-a",), text="We ask.", owner="person-a")],
        {"text": "We ask.", "owner": "person-a"},
    ),
}


@pytest.mark.parametrize("stream", FAMILIES)
def test_it_stands_as_its_facts_say(tmp_path: Path, stream: str) -> None:
    table, facts, expected = FAMILIES[stream]

    found = state(told(tmp_path, in_order(stream, *facts)), table)

    assert {name: found[name] for name in expected} == expected


def test_what_a_pilot_is_for_keeps_what_was_said_of_the_rest(tmp_path: Path) -> None:
    engine = told(tmp_path, in_order(PILOT, PURPOSE, PilotWhyCareStated(text="We do."), *CREWS))

    found = state(engine, PURPOSES)
    assert (found["for_whom"], found["why_care"]) == ("Crews", "We do.")
    assert state(engine, AUDIENCES)["interest"] == "b"
    assert rows(engine, AUDIENCES, Cut(position=3))[0]["interest"] == "a"


def test_things_rest_on_what_they_say_and_no_longer_on_what_they_said(tmp_path: Path) -> None:
    _, insight, _ = FAMILIES["insight-a"]
    linked = EvidenceLinked(target="lesson-a", stance="opposes")
    engine = told(tmp_path, in_order("insight-a", *insight))

    assert [row["ground"] for row in rows(engine, GROUNDS)] == ["evidence-b"]
    assert [row["ground"] for row in rows(engine, GROUNDS, Cut(position=1))] == ["evidence-a"]
    other = tmp_path / "other"
    other.mkdir()
    engine = told(other, in_order("evidence-a", FOUND, linked))
    assert [(r["ground"], r["bearing"]) for r in rows(engine, GROUNDS)] == [("lesson-a", "opposes")]
