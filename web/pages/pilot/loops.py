"""The two loops of a pilot at a glance."""

from msgspec import Struct

from domain.kernel.messages import Message
from domain.rules.learning_loops import learning_loops
from web.aspects.view import Looking

STEPS_OF_A_LOOP = 4  # lessons that fill a half of the figure


class LoopState(Struct, frozen=True):
    """Lessons of each loop, how many loops are complete, and what the next one lacks."""

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
