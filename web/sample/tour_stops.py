"""A tour of a minute: which pages one sees, in which order, and what to look at on each."""

from msgspec import Struct


class Stop(Struct, frozen=True):
    """One page of the tour; `{pilot}` stands for the pilot that is shown."""

    path: str
    title: str
    says: str


STOPS = (
    Stop(
        "/",
        "Log in one line",
        "Type what happened: @names, a medium, minutes and a time are read while you type. "
        "Say what you learned, if you learned something. Ctrl Enter logs it; undo takes it back.",
    ),
    Stop(
        "/pilots/{pilot}",
        "A pilot at a glance",
        "What it is to accomplish, what is worth a look, and everything that happened: "
        "choose a mark in the timeline to see what it came from.",
    ),
    Stop(
        "/pilots/{pilot}/learning",
        "What was learned",
        "Use tools to learn collaboration, collaborate to learn what the tools are worth: "
        "lessons of both loops, what they rest on, and where they held.",
    ),
    Stop(
        "/pilots/{pilot}/worth",
        "What it is worth",
        "Expected and discovered value side by side. What nobody planned is marked.",
    ),
    Stop(
        "/pilots/{pilot}?as_of={earlier}",
        "Any day in the past",
        "Every page, as it was known on that day. Nothing that was logged is ever lost.",
    ),
)
