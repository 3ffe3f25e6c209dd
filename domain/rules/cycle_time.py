"""How fast a pilot learns: the legs of each loop in days, and how long whole turns take."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from statistics import median

from msgspec import Struct, field

from domain.kernel.messages import Message, Text, say
from domain.metrics.learning import LEG_DAYS, LOOP_DAYS
from domain.metrics.metric import Figure, Metric
from domain.pilot import OVER
from domain.rules.known import Known, KnownExperiment
from domain.rules.learning_loops import LoopProgress, learning_loops, progress_of
from domain.rules.thresholds import DAY

LEGS = (
    say("from the plan to the start"),
    say("from the start to the end"),
    say("from the end to the first lesson"),
    say("from the first lesson to the next experiment"),
)
Stops = Sequence[datetime | None]


class CycleStep(Struct, frozen=True):
    """One leg of the loop over all experiments of a pilot that were not given up."""

    name: Message
    walked: int
    """How many experiments have it behind them."""
    days: Figure
    """Median days it took them."""
    share: float
    """Those days as a share of the slowest leg (0 to 1)."""
    waiting: int
    """How many experiments stand in it now."""
    longest: float
    """Days that the one has stood there which has stood longest; 0 where none does."""


class Quarter(Struct, frozen=True):
    """The turns that closed within three months of the calendar."""

    name: str
    loops: int = field(name="turns")
    days: Figure
    """Median days from the plan of the experiment to the close of its turn."""
    share: float
    """Those days as a share of the slowest quarter (0 to 1)."""


class CycleTime(Struct, frozen=True):
    """How fast the loop goes round, leg by leg, and its slowest leg by name."""

    legs: tuple[CycleStep, ...]
    slowest: Text
    """Name of the leg with the largest median; empty while none was walked."""
    quarters: tuple[Quarter, ...]
    """Oldest first; only those in which a turn closed."""


def cycle_time(known: Known, moment: datetime) -> CycleTime:
    """Return how long each leg and each turn took; what still waits counts up to the moment.

    A leg that was taken in advance, such as a lesson before the end, took no time.
    """
    came = progress_of(known)
    tried = [each for each in known.experiments if each.trial != "abandoned"]
    ways = [_stops(each, came[each.experiment]) for each in tried]
    waiting = [] if known.charter.stage in OVER else ways
    took = [_took(ways, leg) for leg in range(len(LEGS))]
    medians = [median(days) if days else None for days in took]
    most = max(days or 0.0 for days in medians)
    legs = []
    for leg, name in enumerate(LEGS):
        waits = [_days(way[leg], moment) for way in waiting if _stands_in(way) == leg]
        days, longest = medians[leg], max(waits, default=0.0)
        walked, share = len(took[leg]), _share(days, most)
        figure = LEG_DAYS.over(days, walked)
        legs.append(CycleStep(name, walked, figure, share, len(waits), longest))
    slowest = LEGS[medians.index(most)] if most else ""
    return CycleTime(tuple(legs), slowest, quarters_of_loops(known))


def _stops(experiment: KnownExperiment, came: LoopProgress) -> Stops:
    first = min((each.learned_at for each in came.lessons), default=None)
    ended = experiment.ended_at if experiment.trial == "ended" else None
    onward = min(came.built_on, default=None)
    return experiment.planned_at, experiment.started_at, ended, first, onward


def _stands_in(way: Stops) -> int:
    """Return the leg an experiment is in: the one before the first stop it has not reached."""
    return next((at - 1 for at, stop in enumerate(way) if stop is None), len(LEGS))


def _took(ways: Iterable[Stops], leg: int) -> list[float]:
    """Return the days of each experiment that has a leg behind it."""
    both = ((way[leg], way[leg + 1]) for way in ways)
    return [_days(start, end) for start, end in both if start and end]


def _days(start: datetime | None, end: datetime) -> float:
    return max(0.0, (end - start) / DAY) if start else 0.0


def _share(days: float | None, most: float) -> float:
    return (days or 0.0) / most if most else 0.0


def quarters_of_loops(known: Known) -> tuple[Quarter, ...]:
    """Return how long turns took from the plan to the close, by the quarter (UTC) they closed."""
    planned = {each.experiment: each.planned_at for each in known.experiments}
    closed = [(planned[each.experiment], each.closed_at) for each in learning_loops(known)]
    return quarters_of(LOOP_DAYS, ((start, end) for start, end in closed if end))


def quarters_of(metric: Metric, taken: Iterable[tuple[datetime, datetime]]) -> tuple[Quarter, ...]:
    """Return how long it took from a start to its end, by the quarter (UTC) of the end."""
    closed: dict[str, list[float]] = {}
    for start, end in taken:
        name = f"{end.year} Q{(end.month + 2) // 3}"
        closed.setdefault(name, []).append(_days(start, end))
    took = {name: median(days) for name, days in sorted(closed.items())}
    most = max(took.values(), default=0.0)
    return tuple(
        Quarter(name, len(closed[name]), metric.over(days, len(closed[name])), _share(days, most))
        for name, days in took.items()
    )
