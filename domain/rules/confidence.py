"""How sure one still is of lessons: each fades until somebody looks at it again."""

from collections.abc import Iterable
from datetime import datetime

from msgspec import Struct, field

from domain.rules.known import KnownLesson
from domain.rules.learning import confidence_at
from domain.rules.thresholds import DAY


class LessonConfidence(Struct, frozen=True):
    """One lesson that stands, and how sure it is now."""

    lesson: str
    text: str
    stated: int = field(name="said")
    """How sure it was said to be, in percent."""
    now: float
    """How sure it is at the moment, in percent."""
    sure_at: datetime
    """When it was last learned, confirmed or looked at again."""
    days: int
    """Whole days since then."""


def lesson_confidences(
    lessons: Iterable[KnownLesson], moment: datetime, half_life: int
) -> list[LessonConfidence]:
    """Return each lesson as it has faded, first the one that has lost most percent since (S004).

    What was never sure loses little, so it does not ask for a second look.
    """
    confidences = [
        LessonConfidence(
            each.lesson,
            each.text,
            each.confidence,
            confidence_at(each, moment, half_life),
            each.sure_at,
            max(0, (moment - each.sure_at) // DAY),
        )
        for each in lessons
    ]
    return sorted(confidences, key=lambda each: (each.now - each.stated, each.sure_at))
