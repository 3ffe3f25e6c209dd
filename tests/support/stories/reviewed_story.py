"""A story as a review shows it."""

from datetime import timedelta

from domain.kernel.moments import stamp
from pilots.commands.decision import TakeDecision
from projections.engine.as_of import NOW, Cut
from projections.review.lines import ReviewLine
from projections.review.period import place_shown
from projections.review.review import ReviewReport, review_of
from projections.timeline.period import Period
from tests.support.stories.story import Story


def review(story: Story, days: float = 30, waiting: dict[str, str] | None = None) -> ReviewReport:
    """Return the review of the last days."""
    ends = story.clock()
    starts = ends - timedelta(days=days)
    with story.platform.views.reading() as db:
        stretch = Period(Cut(stamp(starts)), NOW, starts, ends, place_shown(db, NOW))
        return review_of(db, stretch, waiting or {})


def line(story: Story, days: float = 30, waiting: dict[str, str] | None = None) -> ReviewLine:
    """Return the line of the pilot of the story."""
    (found,) = [each for each in review(story, days, waiting).lines if each.pilot == story.pilot]
    return found


def signs(story: Story, days: float = 30) -> list[str]:
    """Return what needs somebody, by name, what weighs most first."""
    return [need.sign for need in line(story, days).needs]


def decide(story: Story, **said: object) -> str:
    """Take a decision about the pilot; it perseveres unless a test says otherwise."""
    told = {"pilot": story.pilot, "verdict": "persevere", "expected_effect": "More of it."}
    return story.new(TakeDecision(**told | said))  # type: ignore[arg-type]  # as each test says it
