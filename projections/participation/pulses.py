"""How people say it goes, month by month and pilot by pilot, where enough of them answered."""

from collections import Counter, defaultdict
from statistics import fmean, median

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import Connection, func, or_, select

from domain.kernel.messages import Text, say
from domain.metrics.metric import Figure
from domain.metrics.turnout import ENERGY, FEWEST_OF_A_PULSE, HELPED_WORK, KNEW_WHOM, WAS_HEARD
from domain.rules.known import KnownCharter
from domain.rules.rule import Settings
from domain.rules.thresholds import DEFAULTS
from projections.engine.as_of import Cut, seen
from projections.models.pilots import PILOTS
from projections.models.pulses import PULSES, QUESTIONS
from projections.records.lookups import titles_of

RULES = ("S003-cultural-shift", "S002-agenda-not-stress")
MOST_PILOTS = 50
PILOT = say("A pilot")  # whose title is not known

Given = Counter[tuple[int | None, ...]]


class Needed(Struct, frozen=True):
    """How many must have answered before anything is shown: never fewer than five."""

    answers: int
    energy: int


class Pulse(Struct, frozen=True):
    """What was answered in one pilot in one month; a part too few answered stays hidden."""

    pilot: str
    month: str
    """Such as 2026-03, by the day the answers are of."""
    answered: int
    """Times the three questions were answered."""
    medians: tuple[Figure, Figure, Figure] | None
    """Of: knew whom to ask, was heard, helped my work; None where hidden."""
    tapped: int
    """Times the energy was tapped."""
    energy: Figure | None
    """None where hidden."""
    title: Text = ""


class Pulses(Struct, frozen=True):
    """The pulse of a pilot month by month, and the newest shown of each pilot of its programme."""

    months: tuple[Pulse, ...]
    pilots: tuple[Pulse, ...]
    needed: Needed


def pulses(db: Connection, cut: Cut, charter: KnownCharter, settings: Settings) -> Pulses:
    """Return the pulse of a pilot by month, and of the pilots of its programme (S003).

    A programme may ask for more answers than five before anything shows, not for fewer.
    """
    needed = Needed(*(_needed(rule, settings) for rule in RULES))
    shown = [
        _pulse(pilot, month, given, needed)
        for (pilot, month), given in sorted(_given(db, cut, charter).items())
    ]
    newest = {each.pilot: each for each in shown if each.medians or each.energy is not None}
    titles = titles_of(db, newest, cut)
    return Pulses(
        tuple(each for each in shown if each.pilot == charter.pilot),
        tuple(replace(each, title=titles.get(each.pilot) or PILOT) for each in newest.values()),
        needed,
    )


def _needed(rule: str, settings: Settings) -> int:
    setting = settings.get(rule)
    asked = setting.threshold if setting else None
    return max(FEWEST_OF_A_PULSE, DEFAULTS[rule].amount if asked is None else asked)


def _given(db: Connection, cut: Cut, charter: KnownCharter) -> dict[tuple[str, str], Given]:
    """Return how often which answers were given together, by pilot and month."""
    beside = select(PILOTS.c.pilot).where(
        PILOTS.c.programme == charter.programme, *seen(PILOTS, cut)
    )
    some = beside.order_by(PILOTS.c.proposed_at.desc()).limit(MOST_PILOTS)
    month = func.substr(PULSES.c.day, 1, 7)
    by = PULSES.c.pilot, month, *(PULSES.c[name] for name in (*QUESTIONS, "energy"))
    conditions = or_(PULSES.c.pilot.in_(some), PULSES.c.pilot == charter.pilot), *seen(PULSES, cut)
    found: dict[tuple[str, str], Given] = defaultdict(Counter)
    for pilot, of, *answers, times in db.execute(
        select(*by, func.count()).where(*conditions).group_by(*by)
    ):
        found[pilot, of][tuple(answers)] += times
    return found


def _pulse(pilot: str, month: str, given: Given, needed: Needed) -> Pulse:
    one, two, three, energy = (
        [cell for row in given.elements() if (cell := row[part]) is not None] for part in range(4)
    )
    n, taps = len(one), len(energy)
    medians = (
        (
            KNEW_WHOM.over(median(one), n),
            WAS_HEARD.over(median(two), n),
            HELPED_WORK.over(median(three), n),
        )
        if n >= needed.answers
        else None
    )
    mean = ENERGY.over(fmean(energy), taps) if taps >= needed.energy else None
    return Pulse(pilot, month, len(one), medians, len(energy), mean)
