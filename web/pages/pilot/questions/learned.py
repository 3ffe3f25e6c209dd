"""What was learned: loops, how sure one is, and where lessons went."""

from typing import Any

from domain.kernel.messages import Message, say, say_many
from web.pages.pilot.questions.card import NOTHING, Card, InsightQuestion, unless

FEWEST_LESSONS = 3
FEWEST_TAPPED = 5
FEWEST_LOOPS = 2
FEWEST_HELD = 1


def _closed(v: Any) -> int:
    return sum(not each.missing for each in v)


def _loops(v: Any) -> Message:
    return say_many(
        _closed(v),
        "{n} loop completed: tried, talked, learned about both, and built on it.",
        "{n} loops completed: tried, talked, learned about both, and built on it.",
    )


def _pace(v: Any) -> Message:
    if not v.slowest:
        return say("No step took any time so far.")
    longest = max(v.legs, key=lambda leg: leg.days.value or 0.0)
    return say(
        "The longest step: {step}, {days} days in the middle.",
        step=v.slowest,
        days=round(longest.days.value or 0.0, 1),
    )


def _loops_measured(v: Any) -> int:
    return sum(each.loops for each in v.quarters)


def _sure(v: Any) -> Message:
    return say(
        "What was said, halved every {n} days unless somebody checks it again.", n=v.half_life
    )


def _transfer(v: Any) -> Message:
    return say(
        "Held {held} times elsewhere, did not hold {failed} times.",
        held=v.held.count,
        failed=v.failed.count,
    )


def _taps(v: Any) -> Message:
    return say_many(v.tapped.count, "{n} lesson was voted on.", "{n} lessons were voted on.")


def _practice(v: Any) -> Message:
    craft = v.crafts[0]
    return say("{n} attempts at “{skill}”.", n=craft.attempts.count, skill=craft.capability)


def _missing_attempts(v: Any) -> Message:
    most = max((each.attempts.count for each in v.crafts), default=0)
    if not most:
        return NOTHING
    return say_many(
        3 * v.enough - most,
        "practice curve: {n} more attempt",
        "practice curve: {n} more attempts",
    )


QUESTION = InsightQuestion(
    "learned",
    say("What did we learn?"),
    (
        Card(
            slug="turns",
            lacks=lambda v: unless(bool(v), say("a first learning loop: an ended experiment")),
            says=_loops,
            picture="_loops.html",
            wide=5,
        ),
        Card(
            slug="confidence",
            lacks=lambda v: unless(
                v.total >= FEWEST_LESSONS,
                say_many(
                    FEWEST_LESSONS - v.total,
                    "how sure we are: {n} more lesson",
                    "how sure we are: {n} more lessons",
                ),
            ),
            says=_sure,
            picture="_sure.html",
            wide=7,
        ),
        Card(
            slug="velocity",
            lacks=lambda v: unless(
                _loops_measured(v) >= FEWEST_LOOPS,
                say_many(
                    FEWEST_LOOPS - _loops_measured(v),
                    "days per loop: {n} more loop",
                    "days per loop: {n} more loops",
                ),
            ),
            says=_pace,
        ),
        Card(
            slug="transfer",
            lacks=lambda v: unless(
                v.held.count + v.failed.count >= FEWEST_HELD, say("used elsewhere")
            ),
            says=_transfer,
        ),
        Card(
            slug="taps",
            lacks=lambda v: unless(
                v.tapped.count >= FEWEST_TAPPED,
                say_many(
                    FEWEST_TAPPED - v.tapped.count,
                    "votes: {n} more lesson",
                    "votes: {n} more lessons",
                ),
            ),
            says=_taps,
        ),
        Card(
            slug="craft",
            lacks=lambda v: unless(any(each.blocks for each in v.crafts), _missing_attempts(v)),
            says=_practice,
        ),
        Card(
            slug="spread",
            lacks=lambda v: unless(v.lessons.count >= FEWEST_TAPPED, NOTHING),
            says=lambda v: say_many(
                v.people.count,
                "{n} person wrote the lessons.",
                "{n} people wrote the lessons.",
            ),
        ),
    ),
)
