"""What a pilot's measures come to, in one sentence."""

from collections.abc import Sequence
from decimal import Decimal

from domain.kernel.messages import Message, say, say_many
from domain.result.measure import MeasureResult, State

BOTH = 2
TELLING: tuple[State, ...] = ("on_the_way", "not_moving", "moving_away")


def headline_of(measures: Sequence[MeasureResult]) -> Message:
    """Return whether a pilot works, by its measures, those first that decide."""
    judged = [each for each in measures if each.is_judged]
    reached = sum(each.state == "reached" for each in judged)
    if not measures:
        return say("No measure yet.")
    if reached:
        return _reached(reached, len(judged))
    telling = next((each for each in judged if each.state in TELLING), None)
    return _under_way(telling) if telling else say("Not enough to say yet.")


def _reached(reached: int, judged: int) -> Message:
    if reached < judged:
        return say_many(
            reached,
            "{n} of {judged} targets is reached.",
            "{n} of {judged} targets are reached.",
            judged=judged,
        )
    if judged == BOTH:
        return say("Both targets are reached.")
    return say_many(judged, "The target is reached.", "All {n} targets are reached.")


def _under_way(each: MeasureResult) -> Message:
    value = _plain(each.last.value if each.last else None)
    target = _plain(each.target)
    if each.state == "moving_away":
        return say("Moving away from the target.")
    if each.state == "not_moving":
        since = each.unmoved_since
        return say("Not moving since {day}.", day=since) if since else say("Not moving.")
    if each.grows:
        return say("On the way: {value} of {target}.", value=value, target=target)
    return say("On the way: down to {value}, target {target}.", value=value, target=target)


def _plain(value: Decimal | None) -> float | int:
    """Return a number as a sentence holds it: whole where it is."""
    number = value or Decimal(0)
    return int(number) if number == number.to_integral_value() else float(number)
