"""What the rules of the method say on the page of a pilot: hints and path, and its loops."""

from collections.abc import Sequence

from msgspec import Struct

from domain.kernel.messages import Message
from domain.rules.learning_loops import learning_loops
from domain.rules.path import Stride, path
from domain.rules.value import VALUE, still_needed
from web.aspects.view import Looking
from web.http.page import Part
from web.ui.hints import Shown, shown

STEPS_OF_A_LOOP = 4  # lessons that fill a half of the figure


class LoopState(Struct, frozen=True):
    """The two loops at a glance: lessons of each, turns closed, and what the next one lacks."""

    collaboration: int
    tool: int
    closed: int
    missing: tuple[Message, ...] = ()
    experiment: str = ""
    title: str = ""

    @property
    def filled_a(self) -> int:
        """Return how far the half of collaborating is filled, in quarters."""
        return min(self.collaboration, STEPS_OF_A_LOOP)

    @property
    def filled_b(self) -> int:
        """Return how far the half of the tool is filled, in quarters."""
        return min(self.tool, STEPS_OF_A_LOOP)


class OverviewPart(Part):
    """What the rules say of a pilot: hints, the path of five steps, what its value still needs."""

    hints: Sequence[Shown]
    path: Sequence[Stride]
    still_needed: Sequence[Message]


def overview_of(looking: Looking) -> OverviewPart:
    """Return what the rules say of a pilot, as its page needs it."""
    known = looking.known
    return OverviewPart(
        hints=[shown(each, looking.pilot) for each in looking.hints],
        path=path(known, looking.threshold("S002-five-step-path")),
        still_needed=still_needed(known.turnout, looking.threshold(VALUE)),
    )


def loops_of(looking: Looking) -> LoopState:
    """Return the two loops at a glance."""
    lessons, loops = looking.known.lessons, learning_loops(looking.known)
    under_way = [turn for turn in loops if turn.missing]
    last = under_way[-1] if under_way else None
    return LoopState(
        collaboration=sum(each.loop == "collaboration" for each in lessons),
        tool=sum(each.loop == "tool" for each in lessons),
        closed=sum(not turn.missing for turn in loops),
        missing=last.missing if last else (),
        experiment=last.experiment if last else "",
        title=last.title if last else "",
    )
