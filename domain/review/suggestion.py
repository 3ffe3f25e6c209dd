"""Which verdict what is known speaks for: signs add up, and decide nothing."""

from collections.abc import Iterator

from msgspec import Struct

from domain.kernel.fields import Verdict
from domain.kernel.messages import Message, say
from domain.review.standing import Standing
from domain.review.verdict_signals import SPEAKS, early

REASONS = 3
MILDEST_FIRST: tuple[Verdict, ...] = ("persevere", "pivot", "pause", "scale", "stop")


class Suggestion(Struct, frozen=True):
    """The verdict that most speaks for, and at most three reasons, the heaviest first."""

    verdict: Verdict
    reasons: tuple[Message, ...]


def suggestion_for(standing: Standing) -> Suggestion | None:
    """Return the verdict with the most weight, the mildest of equals; None where none is to give.

    Stopping is never suggested while it is early to stop, nor scaling while a gate before it is
    shut (S003, S004): what the method would refuse it does not suggest either.
    """
    if not standing.is_under_way:
        return None
    spoken = [(each, text) for each in SPEAKS if (text := each.check(standing))]
    weights = dict.fromkeys(_open(standing), 0)
    for each, _ in spoken:
        if each.verdict in weights:
            weights[each.verdict] += each.weight
    best = max(weights, key=lambda verdict: weights[verdict])
    ours = [(each.weight, text) for each, text in spoken if each.verdict == best]
    ours.sort(key=lambda pair: -pair[0])
    reasons = tuple(text for _, text in ours[:REASONS])
    return Suggestion(best, reasons or (say("Nothing speaks for another course."),))


def _open(standing: Standing) -> Iterator[Verdict]:
    for verdict in MILDEST_FIRST:
        is_early = verdict == "stop" and early(standing)
        is_shut = verdict == "scale" and standing.shut_before("scale")
        if not (is_early or is_shut):
            yield verdict
