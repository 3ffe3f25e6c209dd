"""Pilots side by side: who took part, what was learned, and what it took."""

from collections.abc import Sequence

from msgspec import Struct
from sqlalchemy import Connection

from domain.metrics.learning import LEARNING_LOOPS
from domain.metrics.metric import Figure
from domain.rules.learning_loops import learning_loops
from projections.engine.as_of import Cut
from projections.learning.success_rate import Success, success_of
from projections.pilot.figures import Figures
from projections.pilot.known_pilot import known_pilot
from projections.value.spending import Spent, spent_on, together

AT_MOST = 6  # pilots in one comparison


class ComparedPilot(Struct, frozen=True):
    """One column of a comparison: what a pilot is, and its numbers as far as the cut sees."""

    pilot: str
    title: str
    goal_type: str
    kind: str
    stage: str
    figures: Figures
    loops: Figure
    spent: Spent
    """Hours and money that were logged for its experiments."""


class Comparison(Struct, frozen=True):
    """Pilots side by side, and those that were asked for and left out."""

    columns: tuple[ComparedPilot, ...]
    left_out: tuple[ComparedPilot, ...]
    """Pilots of another kind of goal than the first one: not compared unless asked for."""
    mixed: bool
    """Whether pilots of several kinds of goal stand side by side."""
    success: Success
    """Of the experiments in the pilots that are compared."""


def compare(db: Connection, cut: Cut, pilots: Sequence[str], *, mixed: bool) -> Comparison:
    """Return pilots side by side: those with the goal type of the first, or all if `mixed`."""
    columns = [each for pilot in pilots[:AT_MOST] if (each := _column(db, cut, pilot))]
    alike = [each for each in columns if mixed or each.goal_type == columns[0].goal_type]
    return Comparison(
        columns=tuple(alike),
        left_out=tuple(each for each in columns if each not in alike),
        mixed=len({each.goal_type for each in alike}) > 1,
        success=success_of(db, cut, [each.pilot for each in alike]),
    )


def _column(db: Connection, cut: Cut, pilot: str) -> ComparedPilot | None:
    known = known_pilot(db, cut, pilot)
    if known is None:
        return None
    charter = known.charter
    return ComparedPilot(
        pilot=pilot,
        title=charter.title,
        goal_type=charter.goal_type or "not said",
        kind=charter.kind,
        stage=charter.stage,
        figures=known.figures,
        loops=LEARNING_LOOPS.counts(sum(not each.missing for each in learning_loops(known))),
        spent=together(spent_on(db, cut, pilot).values()),
    )
