"""What speaks for each verdict on a pilot: declared signs, each with what it weighs."""

from collections.abc import Callable

from msgspec import Struct

from domain.kernel.fields import Verdict
from domain.kernel.messages import Message, say, say_many
from domain.review.standing import Standing
from domain.rules.thresholds import MONTH

SEVERAL = 2  # turns from which on a pilot has shown that it turns


class Speaks(Struct, frozen=True):
    """One thing that speaks for a verdict, and how much: what it says, or nothing."""

    verdict: Verdict
    claim: Message
    weight: int
    check: Callable[[Standing], Message | None]


def early(standing: Standing) -> Message | None:
    """Return why it is early to stop; None where it is not."""
    shut = standing.shut_before("stop")
    return next((each.says for each in shut if each.rule == "S003-persist-before-verdict"), None)


def _turned(standing: Standing) -> Message | None:
    closed = sum(not turn.missing for turn in standing.learning_loops)
    return _say_turned(closed) if closed else None


def _turns_on(standing: Standing) -> Message | None:
    lacking = [turn for turn in standing.learning_loops if turn.missing]
    return say("A turn is under way: “{title}”.", title=lacking[-1].title) if lacking else None


def _learns(standing: Standing) -> Message | None:
    since = standing.moment - MONTH
    fresh = sum(since < each.learned_at <= standing.moment for each in standing.known.lessons)
    if not fresh:
        return None
    return say_many(
        fresh, "{n} lesson came in the last 30 days.", "{n} lessons came in the last 30 days."
    )


def _come_back(standing: Standing) -> Message | None:
    back, new = standing.course.returning.count, standing.course.newcomers.count
    all_ = back + new
    if 2 * back <= all_:
        return None
    return say_many(
        all_, "{back} of {n} person came back.", "{back} of {n} people came back.", back=back
    )


def _wheel(standing: Standing) -> Message | None:
    return standing.hint_of("S002-hamster-wheel")


def _one_sided(standing: Standing) -> Message | None:
    return standing.hint_of("S003-simultaneous")


def _falls_silent(standing: Standing) -> Message | None:
    return standing.hint_of("S003-broadcast-vs-collab")


def _quiet(standing: Standing) -> Message | None:
    running = standing.known.charter.stage == "running"
    return say("Nobody took part of late.") if running and standing.course.went_quiet else None


def _left_alone(standing: Standing) -> Message | None:
    return standing.hint_of("S003-in-it-to-win-it")


def _gates_open(standing: Standing) -> Message | None:
    return say("No gate before scaling is shut.") if not standing.shut_before("scale") else None


def _turned_often(standing: Standing) -> Message | None:
    closed = sum(not turn.missing for turn in standing.learning_loops)
    return _say_turned(closed) if closed >= SEVERAL else None


def _is_worth_it(standing: Standing) -> Message | None:
    found = standing.course.discovered.count
    if not found:
        return None
    return say_many(found, "{n} value was discovered.", "{n} values were discovered.")


def _ended_with_nothing(standing: Standing) -> Message | None:
    nothing = standing.is_past_its_end and not standing.course.discovered.count
    return say("Its last day is over and no value was discovered.") if nothing else None


def _taught_nothing(standing: Standing) -> Message | None:
    return None if standing.known.lessons else say("It has taught nobody anything yet.")


def _say_turned(closed: int) -> Message:
    return say_many(closed, "Both loops turned once.", "Both loops turned {n} times.")


SPEAKS = (
    Speaks("persevere", say("It is early to stop (S003-persist-before-verdict)."), 4, early),
    Speaks("persevere", say("A turn of both loops is closed (S003-confluence-loop)."), 3, _turned),
    Speaks("persevere", say("Lessons came in the last 30 days."), 2, _learns),
    Speaks("persevere", say("Most people who took part came back."), 2, _come_back),
    Speaks("persevere", say("A turn is under way."), 1, _turns_on),
    Speaks("pivot", say("The hamster wheel turns (S002-hamster-wheel)."), 6, _wheel),
    Speaks("pivot", say("One loop stands (S003-simultaneous)."), 3, _one_sided),
    Speaks("pivot", say("Peers fall silent (S003-broadcast-vs-collab)."), 3, _falls_silent),
    Speaks(
        "pause", say("Nobody took part in the stretch, though people did before it."), 5, _quiet
    ),
    Speaks(
        "pause", say("Its owner has stopped taking part (S003-in-it-to-win-it)."), 3, _left_alone
    ),
    Speaks("scale", say("No gate before scaling is shut (S004-readiness)."), 6, _gates_open),
    Speaks("scale", say("Both loops turned at least twice."), 3, _turned_often),
    Speaks("scale", say("A value was discovered (S003-expected-vs-discovered)."), 2, _is_worth_it),
    Speaks("stop", say("Its end passed without a discovered value."), 5, _ended_with_nothing),
    Speaks("stop", say("Nobody has learned anything from it."), 4, _taught_nothing),
    Speaks("stop", say("The hamster wheel turns (S002-hamster-wheel)."), 3, _wheel),
)
