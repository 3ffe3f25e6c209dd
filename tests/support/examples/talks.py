"""Facts about what people agree on and decide, for tests to tell of the garden project."""

from datetime import UTC, date, datetime

from domain.facts.conclusion import (
    ConclusionObjectedTo,
    ConclusionProposed,
    ConclusionReached,
    ConclusionReactionShared,
    ConclusionSupported,
    ConclusionThoughtPooled,
)
from domain.facts.decision import (
    DecisionRevisited,
    DecisionTaken,
    DecisionVerdictsGiven,
    ReviewClosed,
    ReviewOpened,
)
from domain.facts.invitation import InvitationClosed, InvitationOpened, InvitationTakenUp
from domain.facts.readiness import (
    ReadinessAssessed,
    ReadinessChangeAgreed,
    ReadinessChangeMade,
    ReadinessWaived,
)
from domain.kernel.fields import Seen
from tests.support.examples import ANA, PILOT, RUI

FIRST_EVENT = "00000000-0000-7000-8000-000000000001"

INVITED = InvitationOpened(
    pilot=PILOT, text="Bring one tool on Saturday.", audience="people who grow beans"
)
TAKEN_UP = InvitationTakenUp(person=RUI)
UNINVITED = InvitationClosed()

POOLED = ConclusionThoughtPooled(pilot=PILOT, text="Lists work, locks do not.")
REACTED = ConclusionReactionShared(to=FIRST_EVENT, stance=-1, text="My lock works.")
CONCLUDING = ConclusionProposed(text="We go on with lists.")
SUPPORTED = ConclusionSupported()
OBJECTED = ConclusionObjectedTo(reason="Lists get wet.")
REACHED = ConclusionReached(supporters=(ANA,))

ASSESSED = ReadinessAssessed(
    area="guidelines", level=1, gap="Nobody says what may be lent.", prepared_to_change=True
)
AGREED = ReadinessChangeAgreed(
    area="guidelines", change="One page on lending.", owner=RUI, due=date(2026, 5, 1)
)
MADE = ReadinessChangeMade(area="guidelines", proof="The page hangs at the gate.")
WAIVED = ReadinessWaived(area="guidelines", reason="Six households know each other.")

SEEN = Seen(position=12, root="")
OPENED_REVIEW = ReviewOpened(
    from_=datetime(2026, 2, 1, tzinfo=UTC), to=datetime(2026, 3, 1, tzinfo=UTC), seen=SEEN
)
CLOSED_REVIEW = ReviewClosed(seen=SEEN)
VERDICTS = DecisionVerdictsGiven(sponsor="scale", team="persevere")
DECIDED = DecisionTaken(
    pilot=PILOT,
    verdict="persevere",
    lessons=("lesson-lists",),
    seen=SEEN,
    expected_effect="Nine gardens by autumn.",
    revisit_on=date(2026, 9, 1),
)
REVISITED = DecisionRevisited(held=True, note="Ten gardens.")
