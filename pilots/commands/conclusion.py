"""What can be asked of a conclusion: pool thoughts, react, propose, agree or object."""

from typing import Annotated

from msgspec import Meta

from domain.conclusion import Conclusion
from domain.facts.conclusion import (
    ConclusionObjectedTo,
    ConclusionProposed,
    ConclusionReached,
    ConclusionReactionShared,
    ConclusionSupported,
    ConclusionThoughtPooled,
)
from domain.kernel.fields import ConclusionId, EventId, PilotId, Stance
from pilots.commands.base import Command, Override, RequiredText
from pilots.unit_of_work import UnitOfWork


class PoolThought(
    Command,
    name="pool-thought",
    button="Pool the thought",
    of=Conclusion,
    records=ConclusionThoughtPooled,
):
    """Put a thought into the pool from which a conclusion is to come."""

    pilot: PilotId
    conclusion: Annotated[
        ConclusionId | None, Meta(title="Which pool?", description="A new one, if left empty.")
    ] = None
    text: Annotated[RequiredText, Meta(title="What do you think?")]

    def carry_out(self, work: UnitOfWork) -> None:
        """Add it to the pool that is named, or begin one; refuse a pool of another pilot."""
        pool = work.find_or_begin(Conclusion, self.subject)
        work.must_be_about(pool, self.pilot)
        pool.record(self.as_fact(ConclusionThoughtPooled))


class ShareReaction(
    Command,
    name="share-reaction",
    button="Share the reaction",
    of=Conclusion,
    records=ConclusionReactionShared,
):
    """Answer a thought in the pool."""

    conclusion: ConclusionId
    to: Annotated[EventId, Meta(title="To which thought?")]
    stance: Annotated[Stance, Meta(title="Stance", description="1 agree, 0 pass, -1 disagree.")] = 0
    text: Annotated[RequiredText, Meta(title="What do you answer?")]


class ProposeConclusion(
    Command,
    name="propose-conclusion",
    button="Propose the conclusion",
    of=Conclusion,
    records=ConclusionProposed,
    edits=True,
):
    """Say what the thoughts in the pool come to; support begins anew with each proposal."""

    conclusion: ConclusionId
    text: Annotated[RequiredText, Meta(title="What do we conclude?")]


class SupportConclusion(
    Command,
    name="support-conclusion",
    button="Support it",
    of=Conclusion,
    records=ConclusionSupported,
):
    """Say that you support the proposed conclusion."""

    conclusion: ConclusionId

    def carry_out(self, work: UnitOfWork) -> None:
        """Support it, once."""
        conclusion = work.find(Conclusion, self.conclusion)
        conclusion.must_not_support_twice(work.asker.person)
        conclusion.record(ConclusionSupported())


class ObjectToConclusion(
    Command,
    name="object-to-conclusion",
    button="Object",
    of=Conclusion,
    records=ConclusionObjectedTo,
):
    """Object to the proposed conclusion; the objection stays listed."""

    conclusion: ConclusionId
    reason: Annotated[RequiredText, Meta(title="What speaks against it?")]


class ReachConclusion(
    Command,
    name="reach-conclusion",
    button="Conclude",
    of=Conclusion,
    records=ConclusionReached,
):
    """Say that the conclusion is reached; supporters and objections are listed with it."""

    conclusion: ConclusionId
    override: Override = ""

    def carry_out(self, work: UnitOfWork) -> None:
        """Reach it with those who support it now."""
        conclusion = work.find(Conclusion, self.conclusion)
        conclusion.record(conclusion.reached())
