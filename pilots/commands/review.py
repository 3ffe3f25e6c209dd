"""What can be asked of a review: look at a stretch of time, and be done with it."""

from typing import Annotated

from msgspec import Meta, field

from domain.decision import Review
from domain.facts.decision import ReviewClosed, ReviewOpened
from domain.kernel.fields import Moment, ReviewId
from pilots.commands.base import Command
from pilots.unit_of_work import UnitOfWork


class OpenReview(
    Command, name="open-review", button="Open the review", of=Review, records=ReviewOpened
):
    """Begin to look at a stretch of time; what you see is remembered with it."""

    from_: Annotated[Moment, Meta(title="From")] = field(name="from")
    to: Annotated[Moment, Meta(title="To")]

    def carry_out(self, work: UnitOfWork) -> None:
        """Open it on what is there to be seen."""
        work.begin(Review).record(self.as_fact(ReviewOpened, seen=work.seen()))


class CloseReview(
    Command, name="close-review", button="Close the review", of=Review, records=ReviewClosed
):
    """Say that you are done looking; the next review begins here."""

    review: ReviewId

    def carry_out(self, work: UnitOfWork) -> None:
        """Close it on what was seen last."""
        work.find(Review, self.review).record(ReviewClosed(seen=work.seen()))
