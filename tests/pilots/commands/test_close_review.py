"""Being done looking at a stretch of time."""

from domain.decision import Review
from domain.facts.decision import ReviewClosed
from domain.kernel.access import Asker
from domain.kernel.errors import WrongStage
from domain.kernel.fields import Seen
from pilots.commands.review import CloseReview
from tests.support.examples.talks import CLOSED_REVIEW, OPENED_REVIEW
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


def test_one_is_done_looking() -> None:
    given(Review, OPENED_REVIEW).when(CLOSED_REVIEW).then_kept()


def test_a_review_is_closed_once() -> None:
    given(Review, OPENED_REVIEW, CLOSED_REVIEW).when(CLOSED_REVIEW).then_refused(
        WrongStage, "This review is closed already. Open another one"
    )


def test_what_was_seen_last_is_kept_with_it(platform: Platform, mere: Asker, review: str) -> None:
    head = platform.pilots.head()

    closed = ask(platform, mere, CloseReview(review=review))

    assert kept(platform, closed) == [(ReviewClosed(seen=Seen(position=head, root="")), ())]
