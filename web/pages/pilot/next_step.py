"""The one next action for each thing that a turn of both loops still lacks."""

from msgspec import Struct

from domain.kernel.messages import Message, say
from domain.rules.learning_loops import (
    EXCHANGE,
    LESSON_COLLABORATING,
    LESSON_TOOL,
    NEXT_EXPERIMENT,
    RESULT,
)

NEXT = {
    RESULT: ("/experiments/{experiment}/end", say("End it with a result")),
    EXCHANGE: ("/log?pilot={pilot}", say("Log who worked with whom")),
    LESSON_COLLABORATING: (
        "/lessons/learn?pilot={pilot}&experiment={experiment}&loop=collaboration",
        say("Keep a lesson about collaborating"),
    ),
    LESSON_TOOL: (
        "/lessons/learn?pilot={pilot}&experiment={experiment}&loop=tool",
        say("Keep a lesson about the tool"),
    ),
    NEXT_EXPERIMENT: (
        "/pilots/{pilot}/plan-experiment",
        say("Plan what builds on it"),
    ),
}


class NextStep(Struct, frozen=True):
    """Where one goes on, and what that is called."""

    href: str
    label: Message


def next_step(pilot: str, experiment: str, missing: tuple[Message, ...]) -> NextStep | None:
    """Return what to do about the first thing that is missing; None where nothing is."""
    if not missing:
        return None
    href, label = NEXT[missing[0]]
    return NextStep(href.format(pilot=pilot, experiment=experiment), label)
