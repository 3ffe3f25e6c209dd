"""What about a pilot needs somebody: declared signs with weights, so that pilots can be ranked."""

from collections.abc import Callable
from types import MappingProxyType

from msgspec import Struct

from domain.kernel.messages import Message, say, say_all
from domain.metrics.weeks import WEEK
from domain.review.standing import Standing
from domain.rules.rule import Next, Sentences

HEAVY = MappingProxyType(
    {
        "S002-hamster-wheel": 10,
        "S003-in-it-to-win-it": 6,
        "S003-vp-bait": 6,
        "S004-two-way-capacity": 6,
    }
)
WARNING = 3  # what any other open warning weighs
OVERDUE = WEEK  # after which what is due is overdue


class Need(Struct, frozen=True):
    """Why a pilot needs somebody, how much that weighs, and the one thing to do."""

    sign: str
    says: Message
    weight: int
    next: Next


class Sign(Struct, frozen=True):
    """One reason why a pilot may need somebody; it weighs each time it is found."""

    name: str
    claim: Message
    weight: int
    check: Callable[[Standing], Sentences]


def needs_of(standing: Standing) -> list[Need]:
    """Return all that needs somebody, what weighs most first."""
    found = [
        Need(sign.name, says, sign.weight, to_do)
        for sign in SIGNS
        for says, to_do in sign.check(standing)
    ]
    warned = [
        Need(each.rule, each.says, HEAVY.get(each.rule, WARNING), each.next)
        for each in standing.hints
    ]
    return sorted([*found, *warned], key=lambda need: -need.weight)


def _overdue(standing: Standing) -> Sentences:
    yield from _due(standing, overdue=True)


def _due_now(standing: Standing) -> Sentences:
    yield from _due(standing, overdue=False)


def _due(standing: Standing, *, overdue: bool) -> Sentences:
    for each in standing.course.due:
        if ((standing.today - each.since) > OVERDUE) is not overdue:
            continue
        about = {"decision": each.decision}
        if each.verdict:
            says = say(
                "Did the decision to {verdict} hold? To be looked at since {since}.",
                verdict=say(each.verdict),
                since=each.since,
            )
            yield says, Next("revisit-decision", say("Look back at it"), about)
        else:
            sides = say_all([say(side) for side in dict.fromkeys(each.sides)])
            says = say(
                "Both sides spoke on {since} ({said}), and nobody has decided.",
                since=each.since,
                said=sides,
            )
            yield says, Next("take-decision", say("Decide"), about)


def _past_its_end(standing: Standing) -> Sentences:
    ends_on = standing.known.charter.ends_on
    if ends_on and standing.is_past_its_end:
        says = say("Its last day was {ends_on}, and it goes on.", ends_on=ends_on)
        yield says, Next("take-decision", say("Decide how it goes on"))


def _one_side_waits(standing: Standing) -> Sentences:
    if side := standing.course.waits_for:
        says = say("One side gave its verdict; the {side} has not.", side=say(side))
        yield (
            says,
            Next(
                "give-verdict",
                say("Give the verdict of the {side}", side=say(side)),
                {"side": side},
            ),
        )


def _gate_shut(standing: Standing) -> Sentences:
    if standing.known.charter.stage == "proposed":
        needed = standing.shut_before_the_start()
    else:
        wished = {side for each in standing.course.due for side in each.sides}
        needed = [each for verdict in sorted(wished) for each in standing.shut_before(verdict)]
    for each in needed[:1]:
        yield each.says, each.next


def _went_quiet(standing: Standing) -> Sentences:
    if standing.course.went_quiet:
        says = say("It went quiet: nobody took part of late, though people did just before.")
        yield says, Next("log-participation", say("Log what happened"))


SIGNS = (
    Sign("decision-overdue", say("A decision is due for more than a week."), 60, _overdue),
    Sign(
        "decision-due",
        say("A decision is due: to be taken, or to be looked at again."),
        50,
        _due_now,
    ),
    Sign("end-passed", say("The last day is over and the pilot is not."), 40, _past_its_end),
    Sign(
        "verdict-waits",
        say("One side gave its verdict and waits for the other."),
        30,
        _one_side_waits,
    ),
    Sign("gate-shut", say("A gate is shut before the step that is next."), 20, _gate_shut),
    Sign(
        "went-quiet",
        say("Nobody took part in the stretch (two weeks at least), but in as many days before it."),
        15,
        _went_quiet,
    ),
)
