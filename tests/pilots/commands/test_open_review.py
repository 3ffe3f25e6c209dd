"""Beginning to look at a stretch of time."""

from msgspec.structs import replace

from domain.decision import Review
from domain.facts.decision import ReviewOpened
from domain.kernel.access import Asker
from domain.kernel.errors import Invalid
from domain.kernel.fields import Seen
from pilots.commands.parsing import read_command
from pilots.commands.review import OpenReview
from pilots.request import CommandRequest
from tests.support.examples.talks import OPENED_REVIEW
from tests.support.machines.clock import MONDAY
from tests.support.stories.builders import ask, person
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


def test_a_stretch_of_time_is_looked_at() -> None:
    given(Review).when(OPENED_REVIEW).then_kept()


def test_a_moment_is_a_stretch_of_time() -> None:
    given(Review).when(replace(OPENED_REVIEW, to=OPENED_REVIEW.from_)).then_kept()


def test_time_does_not_end_before_it_begins() -> None:
    backwards = replace(OPENED_REVIEW, from_=OPENED_REVIEW.to, to=OPENED_REVIEW.from_)

    given(Review).when(backwards).then_refused(
        Invalid, "ends before it begins. Choose a later end", field="to"
    )


def test_what_was_there_to_see_is_kept_with_it(platform: Platform, mere: Asker) -> None:
    head = platform.pilots.head()
    said = {"from": "2026-02-01T00:00:00Z", "to": "2026-03-01T00:00:00Z"}

    opened = ask(platform, mere, read_command(OpenReview, said))

    seen = Seen(position=head, root="")
    assert kept(platform, opened) == [(replace(OPENED_REVIEW, seen=seen), ())]


def test_whoever_saw_less_says_so(platform: Platform, mere: Asker) -> None:
    person(platform, "Rui")
    wish = OpenReview(from_=MONDAY, to=MONDAY)

    opened = platform.pilots.carry_out(CommandRequest(asker=mere, seen=1), wish)

    seen = ReviewOpened(from_=MONDAY, to=MONDAY, seen=Seen(position=1, root=""))
    assert kept(platform, opened) == [(seen, ())]
