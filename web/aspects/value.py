"""What a pilot is worth: expected and discovered, where it lands, what it cost, how it is seen."""

from itertools import groupby

from msgspec import Struct, field

from domain.kernel.messages import Message, say
from domain.rules import audience
from domain.rules.speaking import hints
from domain.rules.value import still_needed
from projections.value.costs import Costs, costs_of
from projections.value.ledger import Ledger, LedgerLine, ledger_of
from projections.value.measures import MeasureStates, measure_states
from projections.value.outcome_grid import Grid, grid_of
from web.aspects.bullets import Bullet, bullets
from web.aspects.view import Aspect, Looking, View
from web.charts.value_bars import ValueBars, value_bars_of
from web.ui.hints import Shown, shown

FOLDED = "S003-participation-first"
CAME = {
    "short": say("Expected, fell short"),
    "met": say("Expected and met"),
    "unsized": say("Expected and found, in nothing one could compare"),
    "nothing": say("Expected only"),
    "surprise": say("Discovered only"),
}


class LedgerGroup(Struct, frozen=True):
    """The lines of one outcome, each with its bar and tick."""

    came: str
    title: Message
    lines: tuple[tuple[LedgerLine, Bullet], ...]


class LedgerBook(Struct, frozen=True):
    """The ledger in groups; while anything is still needed, what was expected is folded away."""

    ledger: Ledger
    expected: tuple[LedgerGroup, ...]
    surprises: tuple[LedgerGroup, ...]
    still_needed: tuple[Message, ...]
    worth: ValueBars
    """The same values added up, by unit and square of the outcome grid."""


class Measured(Struct, frozen=True):
    """The measures, and what is said where they only count what one gets out of people."""

    states: MeasureStates = field(name="told")
    selfish: tuple[Shown, ...]


def book_of(looking: Looking) -> LedgerBook:
    """Return the ledger of a pilot, folded until enough people have taken part."""
    ledger = ledger_of(looking.db, looking.cut, looking.pilot)
    order = list(CAME)
    drawn = sorted(
        zip(ledger.lines, bullets(line.share for line in ledger.lines), strict=True),
        key=lambda each: (order.index(each[0].came), each[0].said_at),
    )
    groups = [
        LedgerGroup(came, CAME[came], tuple(lines))
        for came, lines in groupby(drawn, key=lambda each: each[0].came)
    ]
    lacking = still_needed(looking.known.turnout, looking.threshold(FOLDED))
    return LedgerBook(
        ledger,
        tuple(group for group in groups if group.came != "surprise"),
        tuple(group for group in groups if group.came == "surprise"),
        tuple(lacking),
        value_bars_of(looking.db, looking.cut, looking.pilot),
    )


def squares_of(looking: Looking) -> Grid:
    """Return where measures and values stand in the outcome grid."""
    return grid_of(looking.db, looking.cut, looking.pilot)


def bill_of(looking: Looking) -> Costs:
    """Return hours and money in all, by experiment, and by lesson and value."""
    return costs_of(looking.db, looking.cut, looking.pilot, looking.known.charter.stage)


def measures_of(looking: Looking) -> Measured:
    """Return how the pilot is measured, and what the rules say to that."""
    spoken = hints(audience.RULES, looking.known, looking.moment, looking.settings)
    selfish = tuple(shown(each, looking.pilot) for each in spoken if each.rule == "S003-selfish")
    return Measured(measure_states(looking.db, looking.cut, looking.pilot), selfish)


VALUE = Aspect(
    slug="worth",
    title=say("Worth"),
    says=say(
        "What it was expected to be worth, what was found to be, and what it cost to find out."
    ),
    views=(
        View(
            slug="ledger",
            title=say("Expected value, and value found"),
            says=say(
                "What was got is the last discovered value that answers a guess, or else the last "
                "measurement of its measure; the share is got ÷ expected, and of what is to fall "
                "the part of the way down from where it began."
            ),
            rows=("S003-expected-vs-discovered", "S003-participation-first"),
            answer=book_of,
            template="value/_ledger.html",
        ),
        View(
            slug="grid",
            title=say("Whom it helps"),
            says=say(
                "Satisfaction and retention of people lower costs and raise sales; each measure "
                "and each value stands in the square it was given, and is counted once."
            ),
            rows=("S003-outcome-chain",),
            answer=squares_of,
            template="value/_grid.html",
        ),
        View(
            slug="costs",
            title=say("What it cost"),
            says=say(
                "Hours and money that were logged as effort; per lesson and per value is all of it "
                "÷ the lessons that stand, or the values that were discovered."
            ),
            rows=("S001-very-little-expense", "S002-three-wastes"),
            answer=bill_of,
            template="value/_costs.html",
        ),
        View(
            slug="measures",
            title=say("Measures"),
            says=say(
                "An orphan has no square in the outcome grid and no audience that is listed; "
                "“vanity” counts reach, and nobody said whose."
            ),
            rows=("S002-focus-measure", "S002-wrong-followers", "S003-selfish"),
            answer=measures_of,
            template="value/_measures.html",
        ),
    ),
)
