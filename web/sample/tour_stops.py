"""A tour of a minute: which pages one sees, in which order, and what to look at on each."""

from msgspec import Struct

from domain.kernel.messages import Message, say


class Stop(Struct, frozen=True):
    """One page of the tour; `{pilot}` stands for the pilot that is shown."""

    path: str
    title: Message
    says: Message


STOPS = (
    Stop(
        "/",
        say("Log in one line"),
        say(
            "Type what happened: @names, a medium, minutes and a time are read while you type. "
            "Say what you learned, if you learned something. Ctrl Enter logs it; "
            "undo takes it back."
        ),
    ),
    Stop(
        "/pilots/{pilot}",
        say("A pilot at a glance"),
        say(
            "What it is to accomplish, what is worth a look, and everything that happened: "
            "choose a mark in the timeline to see what it came from."
        ),
    ),
    Stop(
        "/pilots/{pilot}/learning",
        say("What was learned"),
        say(
            "Use tools to learn collaboration, collaborate to learn what the tools are worth: "
            "lessons of both loops, what they rest on, and where they held."
        ),
    ),
    Stop(
        "/pilots/{pilot}/worth",
        say("What it is worth"),
        say("Expected and discovered value side by side. What nobody planned is marked."),
    ),
    Stop(
        "/pilots/{pilot}?as_of={earlier}",
        say("Any day in the past"),
        say("Every page, as it was known on that day. Nothing that was logged is ever lost."),
    ),
)
