"""What stands before each verdict on a pilot, and which reasons are chosen beforehand."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol, get_args

from msgspec import Struct

from domain.kernel.fields import Verdict
from domain.kernel.messages import Message
from domain.rules import RULES
from domain.rules.deciding import unready
from domain.rules.known import Known
from domain.rules.rule import Gate, Precondition, Settings
from domain.rules.speaking import shut

DECIDE = "take-decision"
READINESS = "S004-readiness"
GATES_BEFORE: Mapping[str, tuple[str, ...]] = {  # shown whether shut or open
    "stop": ("S003-persist-before-verdict", "S004-pool-thoughts"),
    "scale": ("S000-what-for", "S004-pool-thoughts", READINESS),
}
REASONS_CHOSEN = 6  # at most so many are chosen beforehand
CLAIMS = {rule.id: rule.claim for rule in RULES if isinstance(rule, Gate) and DECIDE in rule.on}


class GateBefore(Struct, frozen=True):
    """A gate before a verdict: what it claims, and what it says where it is shut."""

    rule: str
    claim: Message
    shut: Precondition | None = None
    settled: int = 0
    """Areas that are made or waived, of `areas`, where the gate asks for each of them."""
    areas: int = 0


class Option(Struct, frozen=True):
    """One verdict that can be chosen, with the gates before it."""

    verdict: str
    gates: tuple[GateBefore, ...]


class Citable(Protocol):
    """A reason a decision can rest on."""

    @property
    def thing(self) -> str:
        """Return its id."""

    @property
    def rests(self) -> bool:
        """Tell whether it rests on something seen or done."""

    @property
    def moved_at(self) -> str:
        """Return since when it stands as it does."""


def options(
    known: Known, moment: datetime, settings: Settings, conclusion: str = ""
) -> list[Option]:
    """Return each verdict with the gates before it, as they stand at a moment.

    `conclusion` is the one a decision would follow; gates ask for it.
    """
    return [
        Option(verdict, _gates(known, moment, settings, verdict, conclusion))
        for verdict in get_args(Verdict)
    ]


def chosen_beforehand(reasons: Sequence[Citable], since: str) -> list[str]:
    """Return the reasons chosen beforehand: grounded, and not as at the last decision."""
    chosen = [each.thing for each in reasons if each.rests and each.moved_at > since]
    return chosen[:REASONS_CHOSEN]


def _gates(
    known: Known, moment: datetime, settings: Settings, verdict: str, conclusion: str
) -> tuple[GateBefore, ...]:
    wish = {"verdict": verdict} | ({"conclusion": conclusion} if conclusion else {})
    closed = shut(RULES, DECIDE, known, moment, settings, wish=wish)
    needed = {each.rule: each for each in closed}
    rules = dict.fromkeys((*GATES_BEFORE.get(verdict, ()), *needed))
    return tuple(
        GateBefore(rule, CLAIMS[rule], needed.get(rule), *_progress(known, rule)) for rule in rules
    )


def _progress(known: Known, rule: str) -> tuple[int, int]:
    if rule != READINESS:
        return 0, 0
    settled = sum(each.status in ("made", "waived") for each in known.readiness)
    return settled, settled + len(unready(known))
