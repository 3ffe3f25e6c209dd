"""The one next action for each thing that a turn of both loops still lacks."""

from msgspec import Struct

from domain.kernel.messages import say

NEXT = {
    "an end with a result": ("/experiments/{experiment}/end", "End it with a result"),
    "two people who reach each other": ("/log?pilot={pilot}", "Log who worked with whom"),
    "a lesson about collaborating": (
        "/lessons/learn?pilot={pilot}&experiment={experiment}&loop=collaboration",
        "Keep a lesson about collaborating",
    ),
    "a lesson about the tool": (
        "/lessons/learn?pilot={pilot}&experiment={experiment}&loop=tool",
        "Keep a lesson about the tool",
    ),
    "a next experiment that builds on one of them": (
        "/pilots/{pilot}/plan-experiment",
        "Plan what builds on it",
    ),
}


class NextStep(Struct, frozen=True):
    """Where one goes on, and what that is called."""

    href: str
    label: str


def next_step(pilot: str, experiment: str, missing: tuple[str, ...]) -> NextStep | None:
    """Return what to do about the first thing that is missing; None where nothing is."""
    if not missing:
        return None
    href, label = NEXT[missing[0]]
    return NextStep(href.format(pilot=pilot, experiment=experiment), say(label))
