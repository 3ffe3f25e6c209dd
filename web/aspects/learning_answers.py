"""What the views of learning answer: plain structs, with columns where they are drawn."""

from msgspec import Struct

from domain.rules.fading import Fading, fading
from domain.rules.loops import Turn, turns
from domain.rules.velocity import Velocity, velocity
from projections.learning.authorship import Spread, spread_of
from projections.learning.hamster_wheel import Wheel, wheel_of
from projections.learning.lesson_ratings import Taps, taps_of
from projections.learning.practice_curve import Craft, craft_of
from projections.learning.transfer import Transfers, transfers_of
from projections.pilot.target_changes import Goalposts, goalposts_of
from web.aspects.view import Looking
from web.charts.columns import Column, columns

TALL, LOW = 96.0, 64.0  # pixels of a chart
SHOWN = 30  # lessons that most need a second look


class Curves(Struct, frozen=True):
    """The practice curve of each capability, and how many attempts one takes at least."""

    crafts: tuple[Craft, ...]
    drawn: tuple[tuple[Column, ...], ...]
    enough: int


class Looks(Struct, frozen=True):
    """The lessons that most need a second look, of all that stand, and their half-life in days."""

    lessons: tuple[Fading, ...]
    total: int
    half_life: int


class Weeks(Struct, frozen=True):
    """The weeks of a pilot, with a column for the entries of each."""

    wheel: Wheel
    drawn: tuple[Column, ...]


def turns_of(looking: Looking) -> list[Turn]:
    """Return each experiment that was started, and what it lacks to be a turn."""
    return turns(looking.known)


def velocity_of(looking: Looking) -> Velocity:
    """Return how long the legs of the loop take."""
    return velocity(looking.known, looking.moment)


def curves_of(looking: Looking) -> Curves:
    """Return how practice pays, capability by capability."""
    enough = looking.threshold("S003-craft")
    crafts = tuple(craft_of(looking.db, looking.cut, looking.pilot, enough))
    drawn = (columns([each.useful for each in craft.blocks], LOW, 1.0) for craft in crafts)
    return Curves(crafts, tuple(drawn), enough)


def squares_of(looking: Looking) -> Taps:
    """Return how much lessons instruct and delight."""
    return taps_of(looking.db, looking.cut, looking.pilot)


def transfer_of(looking: Looking) -> Transfers:
    """Return where lessons were used again, and whether they held there."""
    return transfers_of(looking.db, looking.cut, looking.pilot)


def looks_of(looking: Looking) -> Looks:
    """Return which lessons most need a second look."""
    half_life = max(1, looking.threshold("S004-past-performance"))
    lessons = fading(looking.known.lessons, looking.moment, half_life)
    return Looks(tuple(lessons[:SHOWN]), len(lessons), half_life)


def hands_of(looking: Looking) -> Spread:
    """Return over how many people the lessons are spread."""
    percent = looking.threshold("S004-too-fast-for-one")
    return spread_of(looking.db, looking.cut, looking.pilot, percent)


def moves_of(looking: Looking) -> Goalposts:
    """Return what was said anew after it had been said before."""
    return goalposts_of(looking.db, looking.cut, looking.known)


def weeks_of(looking: Looking) -> Weeks:
    """Return the weeks of the pilot, and those in which a wheel turned."""
    in_a_row, charter = looking.threshold("S002-hamster-wheel"), looking.known.charter
    wheel = wheel_of(looking.db, looking.cut, charter, looking.moment, in_a_row)
    return Weeks(wheel, columns([week.entries for week in wheel.weeks], TALL))
