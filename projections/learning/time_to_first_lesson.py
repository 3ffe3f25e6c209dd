"""How long it takes, in all pilots together, from the plan of an experiment to its first lesson."""

from datetime import datetime

from msgspec import Struct
from sqlalchemy import Connection, func, select

from domain.kernel.moments import moment_of, stamp
from domain.metrics.learning import FIRST_LESSON_DAYS, FIRST_LESSONS
from domain.metrics.metric import Figure
from domain.rules.cycle_time import Quarter, quarters_of
from projections.engine.as_of import Cut, seen
from projections.models.experiments import EXPERIMENTS
from projections.models.lessons import LESSONS
from projections.models.programmes import RULES

QUARTERS_LOOKED_AT = 16  # quarters that are looked at: four years
AIM = "S003-iterative"  # the rule whose threshold a programme may set, in days


class TimeToFirstLesson(Struct, frozen=True):
    """The quarters of the last four years in which a loop closed, oldest first, and the aim."""

    quarters: tuple[Quarter, ...]
    closed: Figure
    """Experiments with a first lesson in these quarters."""
    aim: int | None
    """Days that a programme set as its aim; None where none did, or several set different ones."""


def time_to_first_lesson(db: Connection, cut: Cut, moment: datetime) -> TimeToFirstLesson:
    """Return the median days from plan to first lesson by the quarter of that lesson.

    Of experiments that were not given up; the lesson stands, and names the experiment.
    """
    year, quarter = moment.year, (moment.month - 1) // 3
    year, quarter = divmod(year * 4 + quarter - QUARTERS_LOOKED_AT + 1, 4)
    since = moment.replace(year=year, month=quarter * 3 + 1, day=1, hour=0, minute=0, second=0)
    first = func.min(LESSONS.c.learned_at)
    query = (
        select(EXPERIMENTS.c.planned_at, first)
        .join_from(LESSONS, EXPERIMENTS, EXPERIMENTS.c.experiment == LESSONS.c.experiment)
        .where(LESSONS.c.status == "learned", *seen(LESSONS, cut))
        .where(EXPERIMENTS.c.trial != "abandoned", *seen(EXPERIMENTS, cut))
        .group_by(EXPERIMENTS.c.experiment, EXPERIMENTS.c.planned_at)
        .having(first >= stamp(since.replace(microsecond=0)))
    )
    taken = [(moment_of(start), moment_of(end)) for start, end in db.execute(query)]
    return TimeToFirstLesson(
        quarters_of(FIRST_LESSON_DAYS, taken), FIRST_LESSONS.counts(len(taken)), _aim(db, cut)
    )


def _aim(db: Connection, cut: Cut) -> int | None:
    is_set = RULES.c.rule == AIM, RULES.c.threshold > 0, *seen(RULES, cut)
    aims = db.scalars(select(RULES.c.threshold).where(*is_set).distinct().limit(2)).all()
    return aims[0] if len(aims) == 1 else None
