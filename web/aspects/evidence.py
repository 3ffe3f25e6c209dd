"""What a pilot stands on: findings, insights, what is untested, readiness, and decisions."""

from msgspec import Struct

from domain.kernel.messages import Message, say
from domain.pilot import OVER
from domain.rules import RULES, badges
from domain.rules.speaking import badges as worn
from domain.rules.speaking import shut
from projections.decisions.verdicts import Verdicts, verdicts_of
from projections.evidence.coverage import Coverage, coverage_of
from projections.evidence.framework import FrameworkInsight, framework_of
from projections.evidence.open_assumptions import AssumptionsOverTime, assumptions_over_time
from projections.evidence.readiness_board import ReadinessBoard, readiness_board_of
from web.aspects.burndown import Burndown, burndown
from web.aspects.view import Aspect, Looking, View
from web.ui.hints import Shown, shown

DECIDING = ("S004-gut", "S004-honesty-both-sides", "S004-blame")
STALE, GUT, KINDS = "S004-living-framework", "S004-gut", "S004-two-kinds"


class Framework(Struct, frozen=True):
    """The insights, how many days make one stale, and which kind of pilot this is and why."""

    beams: tuple[FrameworkInsight, ...]
    days: int
    kinds: tuple[tuple[Message, Message], ...]


class Open(Struct, frozen=True):
    """Assumptions, and the picture of how many were open."""

    risks: AssumptionsOverTime
    picture: Burndown


class Ready(Struct, frozen=True):
    """The board of readiness, and what still stands before scaling."""

    board: ReadinessBoard
    before: tuple[Shown, ...]
    over: bool
    """Whether it was stopped or closed, so that nothing scales any more."""


def covered(looking: Looking) -> Coverage:
    """Return whom and which areas findings speak of."""
    return coverage_of(looking.db, looking.cut, looking.pilot)


def standing(looking: Looking) -> Framework:
    """Return the insights that hold, and whether the pilot is led by evidence."""
    days = looking.threshold(STALE)
    insights = looking.known.insights
    labels = worn(badges.RULES, looking.known, looking.moment, looking.settings)
    kinds = tuple((badge.label, reason) for badge, reason in labels if badge.id == KINDS)
    beams = framework_of(looking.db, looking.cut, insights, looking.moment, days)
    return Framework(beams, days, kinds)


def untested(looking: Looking) -> Open:
    """Return what is taken for true, and how that went down."""
    risks = assumptions_over_time(looking.db, looking.cut, looking.known.charter, looking.moment)
    return Open(risks, burndown(risks.over_time))


def ready(looking: Looking) -> Ready:
    """Return how ready each area is, and the gates that are shut before scaling."""
    known, moment, settings = looking.known, looking.moment, looking.settings
    wish = {"verdict": "scale"}
    over = known.charter.stage in OVER
    gates = [] if over else shut(RULES, "take-decision", known, moment, settings, wish=wish)
    board = readiness_board_of(looking.db, looking.cut, looking.pilot)
    return Ready(board, tuple(shown(each, looking.pilot) for each in gates), over)


def decided(looking: Looking) -> Verdicts:
    """Return the decisions, what each rests on, and how often such decisions held."""
    programme, needed = looking.known.charter.programme, looking.threshold(GUT)
    return verdicts_of(looking.db, looking.cut, looking.pilot, programme, needed)


EVIDENCE = Aspect(
    slug="grounds",
    title=say("Grounds"),
    says=say("What was found, what follows from it, what is untested, and what was decided on it."),
    views=(
        View(
            slug="coverage",
            title=say("Who was asked"),
            says=say(
                "Findings that were not withdrawn, by stakeholder and by area of the work; those "
                "without an area are counted apart."
            ),
            rows=("S004-all-stakeholders",),
            answer=covered,
            template="evidence/_coverage.html",
        ),
        View(
            slug="framework",
            title=say("Explanations"),
            says=say(
                "Insights that hold; strength is the median of the findings below one, from 1 "
                "(hearsay) to 5 (measured), and age is the time since the newest of them."
            ),
            rows=("S004-living-framework", "S004-evidence-to-insight", "S004-two-kinds"),
            answer=standing,
            template="evidence/_framework.html",
        ),
        View(
            slug="risks",
            title=say("What we assumed"),
            says=say(
                "An assumption is open until a test says that it held or failed; one whose test "
                "was unclear stays open. Each bar counts what was open at that moment."
            ),
            rows=("S004-reduce-risk",),
            answer=untested,
            template="evidence/_risks.html",
        ),
        View(
            slug="readiness",
            title=say("Ready to grow?"),
            says=say(
                "How ready each area is, from 0 (not at all) to 4 (entirely); a pilot can scale "
                "once each is made or waived."
            ),
            rows=(
                "S004-readiness",
                "S004-prepared-to-change",
                "S000-what-for",
                "S004-pool-thoughts",
            ),
            answer=ready,
            template="evidence/_readiness.html",
        ),
        View(
            slug="decisions",
            title=say("Decisions, and whether they held"),
            says=say(
                "The basis is the share of cited claims that rest on evidence: findings that "
                "stand, lessons tied to such a finding or to an entry, conclusions that were "
                "reached. With none it is gut; that is allowed, and said."
            ),
            rows=(*DECIDING, "S003-persist-before-verdict"),
            answer=decided,
            template="evidence/_decisions.html",
        ),
    ),
)
