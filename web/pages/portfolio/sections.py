"""The parts of the page: what each picture is told, drawn from sums and states."""

from collections.abc import Mapping
from datetime import datetime

from msgspec import Struct

from domain.rules.cycle_time import Quarter
from projections.engine.as_of import NOW
from projections.learning.time_to_first_lesson import TimeToFirstLesson, time_to_first_lesson
from projections.learning.transfer_totals import TransferTotals, transfer_totals
from projections.portfolio.activity import (
    PilotActivity,
    Totals,
    activity_of,
    pilots_as_begun,
    totals,
)
from projections.portfolio.network import (
    PEOPLE_SHOWN,
    Network,
    by_organisation,
    from_where,
    network_of,
    organisations_of,
)
from projections.records.lookups import names_of
from projections.value.outcome_gaps import OutcomeGaps, outcome_gaps
from web.charts.value_bars import ValueBars, value_bars_of
from web.http.page import Part
from web.pages.portfolio.network_picture import NetworkPicture, draw_network
from web.pages.portfolio.period import Frame, Months
from web.pages.portfolio.quarter_bars import QuarterBars, draw_quarters
from web.pages.portfolio.ridges import Ridges, draw_ridges
from web.pages.portfolio.transfer_paths import TransferPicture, draw_transfers

ROWS = 12  # pilots on a page
LANES = 200  # pilots whose order the lanes follow


class Portfolio(Struct, frozen=True):
    """The ridges of one page of pilots."""

    drawn: Ridges
    offset: int
    more: int | None
    later: int
    """Rows that stay empty because their pilot was not known then."""


class People(Struct, frozen=True):
    """The network, and how many people are at most in it."""

    circle: Network
    drawn: NetworkPicture
    organisations: frozenset[str]
    """Those that someone in the circle stands for."""
    is_joined: bool
    """Whether the dots are organisations, where people stand for any."""
    origins: Mapping[str, str]
    """The organisation or stakeholder people stand for, where they said one when they joined."""
    most: int


class LoopTimes(Struct, frozen=True):
    """How long loops took, quarter by quarter."""

    to_first_lesson: TimeToFirstLesson
    drawn: QuarterBars
    this: Quarter | None
    first: Quarter | None
    lessons: int


class LessonTransfers(Struct, frozen=True):
    """Lessons that were used in another pilot, and the picture of their ways."""

    totals: TransferTotals
    drawn: TransferPicture


def portfolio_of(frame: Frame, offset: int = 0) -> Portfolio:
    """Return what pilots logged and learned over time."""
    pilots = pilots_as_begun(frame.db, offset=offset, limit=ROWS + 1)
    shown = pilots[:ROWS]
    now = activity_of(frame.db, NOW, shown)
    then: Mapping[str, PilotActivity] = (
        now if frame.cut.is_now else activity_of(frame.db, frame.cut, shown)
    )
    more = offset + ROWS if len(pilots) > ROWS else None
    drawn = draw_ridges(shown, then, now, frame.scale, frame.moment)
    return Portfolio(drawn, offset, more, len(shown) - len(then))


def people_of(frame: Frame, *, joined: bool = False) -> People:
    """Return who works with whom; with all who stand for one organisation `joined`, or alone."""
    found = network_of(frame.db, frame.cut)
    names = names_of(frame.db, [*found.people, *found.parted], frame.cut)
    stands = organisations_of(frame.db, found.people)
    sides = frozenset(stands.values())
    origins = {} if joined else from_where(frame.db, frame.cut, found.people)
    if joined:
        found, names = by_organisation(found, stands), names | {each: each for each in sides}
    drawn = draw_network(found, names, frame.moment.date())
    return People(found, drawn, sides, joined, origins, PEOPLE_SHOWN)


def loops_of(frame: Frame, lessons: int) -> LoopTimes:
    """Return the days it takes to close a loop."""
    times = time_to_first_lesson(frame.db, frame.cut, frame.moment)
    this = _quarter(frame.moment)
    named = {quarter.name: quarter for quarter in times.quarters}
    drawn = draw_quarters(times.quarters, this, times.aim)
    return LoopTimes(times, drawn, named.get(this), next(iter(times.quarters), None), lessons)


def lineage_of(frame: Frame) -> LessonTransfers:
    """Return which lessons of one pilot were used in which other, with the picture."""
    transfers = transfer_totals(frame.db, frame.cut)
    order = pilots_as_begun(frame.db, limit=LANES)
    return LessonTransfers(transfers, draw_transfers(transfers.transfers.rows, order, frame.scale))


def squares_of(frame: Frame) -> OutcomeGaps:
    """Return the outcome grid of all pilots."""
    return outcome_gaps(frame.db, frame.cut)


class PicturesPart(Part):
    """Every picture of the page, as far as it looks."""

    moment: datetime
    now: datetime
    totals: Totals
    months: Months | None
    portfolio: Portfolio
    people: People
    loops: LoopTimes
    lineage: LessonTransfers
    worth: ValueBars
    squares: OutcomeGaps


def pictures_of(frame: Frame, offset: int, *, joined: bool) -> PicturesPart:
    """Return every picture of the page; the ridges begin at an `offset` of pilots."""
    sums = totals(frame.db, frame.cut)
    return PicturesPart(
        moment=frame.moment,
        now=frame.now,
        totals=sums,
        months=frame.months,
        portfolio=portfolio_of(frame, offset),
        people=people_of(frame, joined=joined),
        loops=loops_of(frame, sums.lessons.count),
        lineage=lineage_of(frame),
        worth=value_bars_of(frame.db, frame.cut),
        squares=squares_of(frame),
    )


def _quarter(moment: datetime) -> str:
    return f"{moment.year} Q{(moment.month + 2) // 3}"
