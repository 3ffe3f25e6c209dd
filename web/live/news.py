"""News of the history: up to where it goes, and which pilots it is about."""

from msgspec import Struct
from sqlalchemy import Engine

from pilots.store.reader import pilots_touched

MOST_FACTS = 500  # looked at to say which pilots changed
MOST_PILOTS = 20  # named; more than that is everything


class News(Struct, frozen=True):
    """What changed: everything up to a position, in some pilots or, where None, anywhere."""

    position: int
    pilots: frozenset[str] | None = frozenset()

    def concerns(self, pilot: str) -> bool:
        """Tell whether a window on a pilot, or on all where it is empty, should look again."""
        return not pilot or self.pilots is None or pilot in self.pilots

    def after(self, earlier: "News | None") -> "News":
        """Return this and what was not told yet as one."""
        if earlier is None:
            return self
        if earlier.pilots is None or self.pilots is None:
            return News(self.position, None)
        named = earlier.pilots | self.pilots
        return News(self.position, named if len(named) <= MOST_PILOTS else None)


def news_between(history: Engine, after: int, up_to: int) -> News:
    """Return what changed after a position; a fact about no pilot may show anywhere."""
    if up_to - after > MOST_FACTS:
        return News(up_to, None)
    about = pilots_touched(history, after, up_to)
    named: frozenset[str] = frozenset().union(*about)
    return News(up_to, named if all(about) and len(named) <= MOST_PILOTS else None)
