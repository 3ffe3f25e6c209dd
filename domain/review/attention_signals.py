"""What about a pilot needs somebody: declared signs with weights, so that pilots can be ranked."""

from collections.abc import Callable, Sequence
from types import MappingProxyType

from msgspec import Struct

from domain.decision import way
from domain.kernel.messages import Message, Text, say, say_all, say_many
from domain.metrics.weeks import WEEK
from domain.review.standing import Standing
from domain.rules.order import ORDER
from domain.rules.rule import Hint, Next, Sentences
from domain.rules.thresholds import LATE_ANSWER, MONTH

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
    why: Text = ""
    """What one should know to do it, such as what was expected of a decision."""

    @property
    def about(self) -> str:
        """Return what it stays while it waits: due or overdue, a decision is to be checked."""
        fields = self.next.fields
        to_do = [self.next.command, *(fields[name] for name in sorted(fields))]
        return " ".join(to_do) if fields else self.sign

    @property
    def is_hint(self) -> bool:
        """Tell whether a rule of the method says so, and not what happened."""
        return self.sign not in NAMES


class Sign(Struct, frozen=True):
    """One reason why a pilot may need somebody; it weighs each time it is found."""

    name: str
    claim: Message
    weight: int
    check: Callable[[Standing], Sentences]


def needs_of(standing: Standing) -> list[Need]:
    """Return all that needs somebody, what weighs most first."""
    found = [
        Need(sign.name, says, sign.weight, to_do, _why(to_do, standing))
        for sign in SIGNS
        for says, to_do in sign.check(standing)
    ]
    return sorted([*found, *hinted(standing.hints)], key=lambda need: -need.weight)


def hinted(speaking: Sequence[Hint]) -> list[Need]:
    """Return what rules say as needs, what weighs most first."""
    needs = [
        Need(each.rule, each.says, HEAVY.get(each.rule, WARNING), each.next) for each in speaking
    ]
    return sorted(needs, key=lambda need: -need.weight)


def _why(to_do: Next, standing: Standing) -> Text:
    """Return what was expected of the decision that is to be checked."""
    due = {each.decision: each.expected for each in standing.course.due}
    expected = due.get(to_do.fields.get("decision", ""), "")
    return say("You expected: {expected}", expected=expected) if expected else ""


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
            says = say("Did the decision of {day} hold?", day=each.taken_on or each.since)
            yield says, Next("revisit-decision", say("Check it"), about)
        else:
            sides = say_all([way(side) for side in dict.fromkeys(each.sides)])
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


def _owner_asked(standing: Standing) -> Sentences:
    name = standing.asked_by
    if name is not None:
        says = say("{name} asks how it goes.", name=name or say("A manager"))
        yield says, Next("log-participation", say("Log what happened"))


def _gate_shut(standing: Standing) -> Sentences:
    if standing.known.charter.stage == "proposed":
        needed = standing.shut_before_the_start()
    else:
        wished = {side for each in standing.course.due for side in each.sides}
        needed = [each for verdict in sorted(wished) for each in standing.shut_before(verdict)]
    for each in needed[:1]:
        yield each.says, each.next


def _question_waits(standing: Standing) -> Sentences:
    waiting = standing.known.unanswered(standing.moment - LATE_ANSWER)
    if waiting:
        oldest = waiting[0]
        says = say_many(
            len(waiting),
            "{n} question waits for an answer, since {day}.",
            "{n} questions wait for an answer, the oldest since {day}.",
            day=standing.known.charter.day_of(oldest.occurred_at),
        )
        label = say("Answer the oldest") if len(waiting) > 1 else say("Answer it")
        yield says, Next("log-participation", label, {"to": oldest.entry, "mode": "answer"})


def _measure_due(standing: Standing) -> Sentences:
    if standing.known.charter.stage != "running":
        return
    late = [
        (each.measured_at, each)
        for each in standing.known.measures
        if each.measured_at and standing.moment - each.measured_at > MONTH
    ]
    if late:
        at, oldest = min(late, key=lambda pair: pair[0])
        day = standing.known.charter.day_of(at)
        says = say("“{name}” was last measured on {day}.", name=oldest.name, day=day)
        yield says, Next("take-measurement", say("Measure"), {"measure": oldest.measure})


def _change_open(standing: Standing) -> Sentences:
    agreed = [each for each in standing.known.readiness if each.status == "agreed"]
    if agreed:
        area = agreed[0].area
        says = say("The change agreed for {area} is not made yet.", area=say(area))
        yield says, Next("make-change", say("It is made"), {"area": area})


def _problem_unsaid(standing: Standing) -> Sentences:
    known = standing.known
    if standing.is_under_way and ORDER in known.passed and not known.charter.problem:
        yield say("Who has this problem today?"), Next("name-problem", say("Say who"))


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
    Sign("owner-asked", say("The owner was asked how it goes."), 45, _owner_asked),
    Sign("problem-unsaid", say("It began in two lines: whose problem?"), 32, _problem_unsaid),
    Sign(
        "question-waits", say("Questions wait for an answer for three days."), 28, _question_waits
    ),
    Sign("measure-due", say("A measure was not taken for a month."), 26, _measure_due),
    Sign("change-open", say("An agreed change is not made yet."), 24, _change_open),
    Sign("gate-shut", say("A gate is shut before the step that is next."), 20, _gate_shut),
    Sign(
        "went-quiet",
        say("Nobody took part in the stretch (two weeks at least), but in as many days before it."),
        15,
        _went_quiet,
    ),
)
NAMES = frozenset(sign.name for sign in SIGNS)
