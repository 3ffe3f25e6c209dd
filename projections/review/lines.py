"""One line of a review for each of several pilots: its numbers, what it needs, and what next."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from msgspec import Struct, field, structs
from sqlalchemy import Connection, RowMapping, func, select

from domain.kernel.messages import Text
from domain.kernel.moments import day_in
from domain.metrics.learning import LEARNING_LOOPS, LESSONS
from domain.metrics.metric import Figure
from domain.metrics.participation import shares_by_week
from domain.metrics.review import FACTS_KNOWN, HINTS
from domain.metrics.value import DISCOVERED, EXPECTED, SURPRISES
from domain.metrics.weeks import weeks_up_to
from domain.review.attention_signals import Need, needs_of
from domain.review.standing import Due, PilotState, Standing
from domain.review.suggestion import Suggestion, suggestion_for
from domain.rules.cycle_time import cycle_time
from projections.engine.as_of import Cut, seen
from projections.models.values import VALUES
from projections.pilot.known_pilot import KnownPilot, known_pilots
from projections.pilot.rules_in_force import settings_of, zones_of
from projections.review.due import decisions_due
from projections.review.turnout import PeriodTurnout, turnout_of, went_quiet
from projections.timeline.period import Period

WEEKS = 12  # of peer share
WHEEL = "S002-hamster-wheel"


class ReviewLine(Struct, frozen=True, kw_only=True):
    """One pilot in a review: how it stands at its end, and what happened in its stretch of time."""

    pilot: str
    title: str
    stage: str
    programme: str
    moved: Figure
    """Facts about it that became known in the stretch."""
    collaboration: Figure
    """Lessons about collaborating that stand."""
    tool: Figure
    """Lessons about the tool that stand."""
    loops: Figure = field(name="turns")
    """Closed learning loops."""
    new_loops: Figure = field(name="turned")
    """Those of them that closed in the stretch."""
    peer_share: Figure
    peer_weeks: tuple[Figure, ...]
    """The same for each of the last 12 weeks."""
    slowest: Text
    """The leg of the loop with the largest median; empty while none was walked."""
    slowest_days: Figure
    course: PilotState
    """What is due, who came, and what it was found to be worth."""
    hints: Figure = field(name="warnings")
    """How many the rules give; the API keeps the name it began with."""
    has_wheel: bool
    """Whether the hamster wheel turns."""
    score: int
    """What all its needs weigh together; pilots are ranked by it."""
    needs: tuple[Need, ...]
    """What needs somebody, what weighs most first."""
    suggestion: Suggestion | None


class ReviewFindings(Struct, frozen=True):
    """What was found of all pilots at once, by pilot."""

    zones: Mapping[str, str]
    """The time zone by which its days are counted, of each pilot that is asked for."""

    moved: Mapping[str, int]
    due: Mapping[str, tuple[Due, ...]]
    waiting: Mapping[str, str]
    went_quiet: AbstractSet[str]
    asked: Mapping[str, str] = MappingProxyType({})
    """Who asked its owner how it goes, where they read and have not answered."""


@dataclass(frozen=True)
class Looked:
    """A pilot as it stands at the end of a stretch, and all that is known of it."""

    known: KnownPilot
    standing: Standing


def lines_of(
    db: Connection, stretch: Period, rows: Sequence[RowMapping], found: ReviewFindings
) -> list[ReviewLine]:
    """Return a line for each pilot, in the order of the rows."""
    looked = looked_at(db, stretch, rows, found)
    return [
        _line(each.standing, each.known, stretch, found.moved.get(pilot, 0))
        for pilot, each in looked.items()
    ]


def needs_within(
    db: Connection,
    stretch: Period,
    rows: Sequence[RowMapping],
    waiting: Mapping[str, str],
    asked: Mapping[str, str] = MappingProxyType({}),
) -> dict[str, list[Need]]:
    """Return what each pilot needs at the end of a stretch, what weighs most first.

    `waiting` says for which side each pilot's verdict waits, `asked` who asked how it goes.
    """
    zones = zones_of(db, stretch.cut, rows)
    due = decisions_due(db, stretch.cut, stretch.ends, zones)
    running = {row["pilot"]: zones[row["pilot"]] for row in rows if row["stage"] == "running"}
    found = ReviewFindings(zones, {}, due, waiting, went_quiet(db, stretch, running), asked)
    looked = looked_at(db, stretch, rows, found)
    return {pilot: needs_of(each.standing) for pilot, each in looked.items()}


def looked_at(
    db: Connection, stretch: Period, rows: Sequence[RowMapping], found: ReviewFindings
) -> dict[str, Looked]:
    """Return how each pilot stands, in the order of the rows."""
    pilots = [row["pilot"] for row in rows]
    programmes = {row["programme"] for row in rows}
    zones = {pilot: found.zones[pilot] for pilot in pilots}
    first = min((day_in(zone, stretch.ends) for zone in zones.values()), default=date.max)
    settings = {each: settings_of(db, stretch.cut, each) for each in programmes}
    known = known_pilots(db, stretch.cut, rows, zones, weeks_up_to(first, WEEKS)[0])
    people, values = turnout_of(db, stretch, zones), values_of(db, stretch.cut, pilots)

    looked = {}
    for row in rows:
        pilot = row["pilot"]
        course = PilotState(
            due=found.due.get(pilot, ()),
            waits_for=found.waiting.get(pilot, ""),
            went_quiet=pilot in found.went_quiet,
            **structs.asdict(people.get(pilot, PeriodTurnout())),
            **structs.asdict(values.get(pilot, Values())),
        )
        standing = Standing(
            known[pilot],
            stretch.ends,
            settings[row["programme"]],
            course,
            asked_by=found.asked.get(pilot),
        )
        looked[pilot] = Looked(known[pilot], standing)
    return looked


def _line(standing: Standing, known: KnownPilot, stretch: Period, moved: int) -> ReviewLine:
    charter, lessons, pace = known.charter, known.lessons, cycle_time(known, stretch.ends)
    closed = [turn.closed_at for turn in standing.learning_loops if turn.closed_at]
    needs, weeks = needs_of(standing), weeks_up_to(standing.today, WEEKS)
    by_week = shares_by_week(known.tallies(weeks[0]), weeks)
    return ReviewLine(
        pilot=charter.pilot,
        title=charter.title,
        stage=charter.stage,
        programme=charter.programme,
        moved=FACTS_KNOWN.counts(moved, charter.day_of(stretch.starts)),
        collaboration=LESSONS.counts(sum(each.loop == "collaboration" for each in lessons)),
        tool=LESSONS.counts(sum(each.loop == "tool" for each in lessons)),
        loops=LEARNING_LOOPS.counts(len(closed)),
        new_loops=LEARNING_LOOPS.counts(
            sum(at > stretch.starts for at in closed), charter.day_of(stretch.starts)
        ),
        peer_share=known.figures.peer_share,
        peer_weeks=tuple(each.peer_share for each in by_week),
        slowest=pace.slowest,
        slowest_days=max((leg.days for leg in pace.legs), key=lambda days: days.value or 0.0),
        course=standing.course,
        hints=HINTS.counts(len(standing.hints)),
        has_wheel=any(each.rule == WHEEL for each in standing.hints),
        score=sum(need.weight for need in needs),
        needs=tuple(needs),
        suggestion=suggestion_for(standing),
    )


class Values(Struct, frozen=True):
    """How many values a pilot has of which kind."""

    expected: Figure = EXPECTED.counts(0)
    discovered: Figure = DISCOVERED.counts(0)
    surprises: Figure = SURPRISES.counts(0)


def values_of(db: Connection, cut: Cut, pilots: Sequence[str]) -> dict[str, Values]:
    """Return how many values each pilot has, as far as a cut sees."""
    columns = VALUES.c
    query = select(columns.pilot, columns.kind, func.count(), func.count(columns.expected)).where(
        columns.pilot.in_(pilots), *seen(VALUES, cut)
    )
    by_pilot: dict[str, dict[str, tuple[int, int]]] = {}
    for pilot, kind, many, linked in db.execute(query.group_by(columns.pilot, columns.kind)):
        by_pilot.setdefault(pilot, {})[kind] = many, linked
    found = {}
    for pilot, kinds in by_pilot.items():
        discovered, linked = kinds.get("discovered", (0, 0))
        expected, _ = kinds.get("expected", (0, 0))
        found[pilot] = Values(
            EXPECTED.counts(expected),
            DISCOVERED.counts(discovered),
            SURPRISES.counts(discovered - linked),
        )
    return found
