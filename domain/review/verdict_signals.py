"""What speaks for each verdict on a pilot: declared signs, each with what it weighs."""

from collections.abc import Callable

from msgspec import Struct

from domain.kernel.fields import Verdict
from domain.kernel.messages import say, say_many
from domain.review.standing import Standing
from domain.rules.thresholds import MONTH

SEVERAL = 2  # turns from which on a pilot has shown that it turns


class Speaks(Struct, frozen=True):
    """One thing that speaks for a verdict, and how much: what it says, or nothing."""

    verdict: Verdict
    claim: str
    weight: int
    check: Callable[[Standing], str]


def early(standing: Standing) -> str:
    """Return why it is early to stop; empty where it is not."""
    shut = standing.shut_before("stop")
    return next((each.says for each in shut if each.rule == "S003-persist-before-verdict"), "")


def _turned(standing: Standing) -> str:
    closed = sum(not turn.missing for turn in standing.learning_loops)
    return _say_turned(closed) if closed else ""


def _turns_on(standing: Standing) -> str:
    lacking = [turn for turn in standing.learning_loops if turn.missing]
    return say("A turn is under way: “{title}”.", title=lacking[-1].title) if lacking else ""


def _learns(standing: Standing) -> str:
    since = standing.moment - MONTH
    fresh = sum(since < each.learned_at <= standing.moment for each in standing.known.lessons)
    if not fresh:
        return ""
    return say_many(
        fresh, "{n} lesson came in the last 30 days.", "{n} lessons came in the last 30 days."
    )


def _come_back(standing: Standing) -> str:
    back, all_ = standing.course.returning, standing.course.newcomers + standing.course.returning
    if 2 * back <= all_:
        return ""
    return say_many(
        all_, "{back} of {n} person came back.", "{back} of {n} people came back.", back=back
    )


def _wheel(standing: Standing) -> str:
    return standing.hint_of("S002-hamster-wheel")


def _one_sided(standing: Standing) -> str:
    return standing.hint_of("S003-simultaneous")


def _falls_silent(standing: Standing) -> str:
    return standing.hint_of("S003-broadcast-vs-collab")


def _quiet(standing: Standing) -> str:
    running = standing.known.charter.stage == "running"
    return say("Nobody took part of late.") if running and standing.course.went_quiet else ""


def _left_alone(standing: Standing) -> str:
    return standing.hint_of("S003-in-it-to-win-it")


def _gates_open(standing: Standing) -> str:
    return say("No gate before scaling is shut.") if not standing.shut_before("scale") else ""


def _turned_often(standing: Standing) -> str:
    closed = sum(not turn.missing for turn in standing.learning_loops)
    return _say_turned(closed) if closed >= SEVERAL else ""


def _is_worth_it(standing: Standing) -> str:
    found = standing.course.discovered
    if not found:
        return ""
    return say_many(found, "{n} value was discovered.", "{n} values were discovered.")


def _ended_with_nothing(standing: Standing) -> str:
    nothing = standing.is_past_its_end and not standing.course.discovered
    return say("Its last day is over and no value was discovered.") if nothing else ""


def _taught_nothing(standing: Standing) -> str:
    return "" if standing.known.lessons else say("It has taught nobody anything yet.")


def _say_turned(closed: int) -> str:
    return say_many(closed, "Both loops turned once.", "Both loops turned {n} times.")


SPEAKS = (
    Speaks("persevere", "It is early to stop (S003-persist-before-verdict).", 4, early),
    Speaks("persevere", "A turn of both loops is closed (S003-confluence-loop).", 3, _turned),
    Speaks("persevere", "Lessons came in the last 30 days.", 2, _learns),
    Speaks("persevere", "Most people who took part came back.", 2, _come_back),
    Speaks("persevere", "A turn is under way.", 1, _turns_on),
    Speaks("pivot", "The hamster wheel turns (S002-hamster-wheel).", 6, _wheel),
    Speaks("pivot", "One loop stands (S003-simultaneous).", 3, _one_sided),
    Speaks("pivot", "Peers fall silent (S003-broadcast-vs-collab).", 3, _falls_silent),
    Speaks("pause", "Nobody took part in the stretch, though people did before it.", 5, _quiet),
    Speaks("pause", "Its owner has stopped taking part (S003-in-it-to-win-it).", 3, _left_alone),
    Speaks("scale", "No gate before scaling is shut (S004-readiness).", 6, _gates_open),
    Speaks("scale", "Both loops turned at least twice.", 3, _turned_often),
    Speaks("scale", "A value was discovered (S003-expected-vs-discovered).", 2, _is_worth_it),
    Speaks("stop", "Its end passed without a discovered value.", 5, _ended_with_nothing),
    Speaks("stop", "Nobody has learned anything from it.", 4, _taught_nothing),
    Speaks("stop", "The hamster wheel turns (S002-hamster-wheel).", 3, _wheel),
)
