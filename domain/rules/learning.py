"""What is said of experiments, lessons and insights, and what is built on them."""

from collections import Counter
from datetime import datetime
from statistics import median

from domain.kernel.messages import say
from domain.rules.known import Known, KnownLesson
from domain.rules.playbooks import PLAYBOOKS
from domain.rules.rule import Gate, Next, Sentences, Warn, Wish
from domain.rules.thresholds import DEFAULTS, FEW_LESSONS

DULL = {  # what is said where lessons have too few taps of a kind
    "instruct": say(
        "The lessons teach nothing: half of them have {threshold} of 3 for “instructs”."
    ),
    "delight": say("The lessons are dull: half of them have {threshold} of 3 for “delights”."),
}
HALF_LIFE = DEFAULTS["S004-past-performance"].amount


def confidence_at(lesson: KnownLesson, moment: datetime, half_life: int = HALF_LIFE) -> float:
    """Return how sure a lesson is at a moment, in percent: it halves every `half_life` days.

    Counted from when it was last learned, confirmed or looked at again (S004).
    """
    days = max(0.0, (moment - lesson.sure_at).total_seconds() / 86_400)
    return float(lesson.confidence * 0.5 ** (days / half_life))


def _measured(known: Known, _: datetime, __: int, wish: Wish) -> Sentences:
    found = [each for each in known.experiments if each.experiment == wish.get("experiment")]
    if not found or wish.get("result") == "inconclusive":
        return
    began = found[0].began_at or found[0].planned_at
    if not any(each.noted_at <= began for each in known.measures):
        yield (
            say("No measure was defined before it started, so it can only end inconclusive."),
            Next("define-measure", say("Define a measure for the next one")),
        )


def _dull(known: Known, _: datetime, threshold: int) -> Sentences:
    tapped = [each for each in known.lessons if each.instruct or each.delight]
    if not tapped:
        return
    both = {"instruct": "3", "delight": "3"}
    for tap, says in DULL.items():
        if median(getattr(each, tap) for each in tapped) <= threshold:
            to_do = Next("learn-lesson", say("Keep one that does both"), both)
            yield says.of(threshold=threshold), to_do


def _one_voice(known: Known, _: datetime, threshold: int) -> Sentences:
    written = Counter(each.learned_by for each in known.lessons)
    total, most = written.total(), max(written.values(), default=0)
    if total >= FEW_LESSONS and most * 100 > threshold * total:
        says = say("One person wrote {most} of {total} lessons. What did the others learn?")
        to_do = Next("learn-lesson", say("Keep one of your own"))
        yield says.of(most=most, total=total), to_do


def _generic(known: Known, _: datetime, __: int) -> Sentences:
    own = any(each.whose == "own" for each in known.evidence)
    for each in known.insights:
        given = {"insight": each.insight}
        if each.is_own and _plain(each.text) not in TEMPLATES:
            continue
        says = say("“{text}” rests on nothing found here: it could be said anywhere.")
        label = say("Rest it on a finding of your own")
        if each.is_own:
            says = say("“{text}” is a sentence of a playbook, word for word.")
            label = say("Say it after a finding of your own")
        to_do = Next("gather-evidence", say("Find something here"), {"whose": "own"})
        if own:
            to_do = Next("revise-insight", label, given)
        yield says.of(text=each.text[:60]), to_do


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".")


TEMPLATES = frozenset(
    _plain(text)
    for each in PLAYBOOKS.values()
    for text in (each.title, each.beware, *each.beware.split(": "), *each.measures)
)
"""What playbooks say; left as it is, it is nobody's insight (S004)."""


def _held_elsewhere(known: Known, _: datetime, threshold: int, wish: Wish) -> Sentences:
    lessons = tuple(dict.fromkeys(wish.get("lessons", ())))
    held = known.held_in(lessons)
    unproven = [lesson for lesson in lessons if held.get(lesson, 0) < threshold]
    if lessons and (unproven or len(lessons) < threshold):
        given = {"lesson": (unproven or lessons)[0]}
        says = say(
            "A practice rests on {n} lessons or more, each of which held in {n} pilots: "
            "confirm elsewhere first."
        )
        yield says.of(n=threshold), Next("confirm-lesson", say("Confirm one elsewhere"), given)


RULES = (
    Gate(
        id="S001-measure-or-inconclusive",
        claim=say("What was never measured is inconclusive, not failed."),
        on=("end-experiment",),
        check=_measured,
    ),
    Warn(
        id="S003-instruct-delight",
        claim=say("What people keep has to instruct and to delight."),
        check=_dull,
    ),
    Warn(
        id="S004-too-fast-for-one",
        claim=say("No one person can keep up alone: many hands write the lessons."),
        check=_one_voice,
    ),
    Warn(
        id="S004-generic",
        claim=say("An insight rests on something found here, or it is generic."),
        check=_generic,
    ),
    Gate(
        id="S003-systemic-practice",
        claim=say("A practice is made of lessons that held in more than one pilot."),
        on=("adopt-practice",),
        check=_held_elsewhere,
    ),
)
