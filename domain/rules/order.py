"""The order in which a pilot is thought through: gates before its start, its media, its trials."""

from datetime import datetime

from domain.kernel.messages import say
from domain.rules.known import Known
from domain.rules.rule import Gate, Next, Sentences, Warn, Wish

ONE_QUESTION = "S001-one-question"
ORDER = "S001-where-before-route"
STATE = Next("state-accomplishment", say("Answer the one question"))
NAME = Next("name-problem", say("Name the problem"))
DEFINE = Next("define-measure", say("Define a measure"))


def _one_question(known: Known, _: datetime, __: int, ___: Wish) -> Sentences:
    if not known.charter.accomplishment:
        says = say(
            "“{title}” cannot start before someone answers “What do you want to accomplish?”. "
            "Answer it, or give a reason to start without."
        )
        yield says.of(title=known.charter.title), STATE


def _accomplishment_first(known: Known, _: datetime, __: int, ___: Wish) -> Sentences:
    if not known.charter.accomplishment and _in_order(known):
        yield say("Say first what the pilot is to accomplish; the rest follows from that."), STATE


def _problem_first(known: Known, _: datetime, __: int, ___: Wish) -> Sentences:
    if not known.charter.problem and _in_order(known):
        says = say("Name first the problem that stands in the way; the rest follows from that.")
        yield says, NAME


def _measure_first(known: Known, _: datetime, __: int, ___: Wish) -> Sentences:
    if not known.measures and _in_order(known):
        yield say("Say first how you will see whether it helps; then plan what to try."), DEFINE


def _in_order(known: Known) -> bool:
    """Tell whether the order holds: not for a road trip, nor for who began without an answer."""
    return not known.charter.is_exploration and ONE_QUESTION not in known.passed


def _problem_before_tool(known: Known, _: datetime, __: int, ___: Wish) -> Sentences:
    if not known.charter.problem:
        says = say("A medium is of use once there is a problem to solve. Name the problem first.")
        yield says, NAME


def _capability_before_medium(known: Known, _: datetime, __: int, wish: Wish) -> Sentences:
    capability = wish.get("capability")
    if capability not in known.capabilities:
        says = say(
            "“{title}” has not chosen the capability “{capability}”. "
            "Choose the capability first, then the medium that is to help it."
        )
        given = {"capability": str(capability)}
        to_do = Next("choose-capability", say("Choose a capability"), given)
        yield says.of(title=known.charter.title, **given), to_do


def _time_box(known: Known, _: datetime, __: int, wish: Wish) -> Sentences:
    if known.charter.is_exploration and not wish.get("ends_on"):
        yield (
            say(
                "A road trip is allowed not to know where it goes, but says when it ends. "
                "Choose its last day."
            ),
            Next("start-pilot", say("Choose its last day")),
        )


def _what_for(known: Known, _: datetime, __: int, wish: Wish) -> Sentences:
    if wish.get("verdict") == "scale" and not known.purpose.change_or_protect:
        yield (
            say("Nobody has said what for: what is to change, or be protected, for whom?"),
            PURPOSE,
        )


def _what_for_unsaid(known: Known, _: datetime, __: int) -> Sentences:
    if known.charter.stage == "proposed" and not known.purpose.change_or_protect:
        yield say("Nobody has said what for. It can start without, but it cannot grow."), PURPOSE


PURPOSE = Next("state-purpose", say("Say what for"))

RULES = (
    Gate(
        id=ONE_QUESTION,
        claim=say("One question comes before the start: what do you want to accomplish?"),
        on=("start-pilot",),
        check=_one_question,
    ),
    *(
        Gate(
            id=ORDER,
            claim=say(
                "Where to comes before the route: accomplishment, problem, measure, experiment."
            ),
            on=on,
            check=check,
        )
        for on, check in (
            (("name-problem", "define-measure", "plan-experiment"), _accomplishment_first),
            (("define-measure", "plan-experiment"), _problem_first),
            (("plan-experiment",), _measure_first),
        )
    ),
    Gate(
        id="S001-road-trip",
        claim=say("An exploration is allowed, has an end, and is left out of success rates."),
        on=("start-pilot",),
        check=_time_box,
    ),
    Gate(
        id="S002-problem-before-tool",
        claim=say("A tool becomes useful when there is a problem to solve."),
        on=("adopt-medium",),
        check=_problem_before_tool,
    ),
    Gate(
        id="S003-capabilities-not-tools",
        claim=say("A capability is chosen first; any number of media may help it."),
        on=("adopt-medium",),
        check=_capability_before_medium,
    ),
    Gate(
        id="S000-what-for",
        claim=say("Nothing grows before somebody said what is to change or be protected."),
        on=("take-decision",),
        check=_what_for,
    ),
    Warn(
        id="S000-what-for",
        claim=say("Nothing grows before somebody said what is to change or be protected."),
        check=_what_for_unsaid,
    ),
)
