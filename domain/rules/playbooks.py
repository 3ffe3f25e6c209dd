"""Six kinds of goal, six ways to go about them: what to do, what to measure, what to beware of."""

from types import MappingProxyType

from msgspec import Struct


class Playbook(Struct, frozen=True):
    """How pilots with one kind of goal go about it (S001)."""

    goal_type: str
    title: str
    modes: tuple[str, ...]
    measures: tuple[str, ...]
    beware: str


_PLAYBOOKS = (
    Playbook(
        "network",
        "People who know whom to ask",
        ("ask", "answer", "invite", "co-create"),
        ("people who reached each other", "questions a peer answered"),
        "A network follows from a community: let people do something together first.",
    ),
    Playbook(
        "service",
        "Whoever needs help gets it sooner",
        ("listen", "answer", "give"),
        ("hours to the first answer", "questions still open after three days"),
        "Do not open a channel that nobody has time to answer.",
    ),
    Playbook(
        "crisis",
        "Ready before it happens",
        ("coordinate", "listen", "lead"),
        ("minutes until everybody is reached", "people reached in a drill"),
        "What is not practised in quiet times does not work in a storm.",
    ),
    Playbook(
        "insight",
        "Learn what we do not know yet",
        ("listen", "ask", "react"),
        ("findings from outside the team", "assumptions that did not hold"),
        "Ask before you answer, and look for who disagrees.",
    ),
    Playbook(
        "reach",
        "People we do not meet today",
        ("invite", "contribute", "listen"),
        ("share of those who take part that it is for", "people who come a second time"),
        "A large number of the wrong people is a small result.",
    ),
    Playbook(
        "reputation",
        "Know what is said of us, and why",
        ("listen", "react", "answer"),
        ("what people say unasked", "answers somebody found useful"),
        "Listening comes first; promoting oneself is not an answer.",
    ),
)

PLAYBOOKS = MappingProxyType({each.goal_type: each for each in _PLAYBOOKS})


def playbook_for(goal_type: str | None) -> Playbook | None:
    """Return the playbook of a kind of goal; None for other goals, and before there is one."""
    return PLAYBOOKS.get(goal_type or "")
