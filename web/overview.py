"""What the rules of the method say on the page of a pilot: notices, badges, path and loops."""

from typing import Any

from msgspec import Struct

from domain.rules import RULES, claim_of
from domain.rules.loops import turns
from domain.rules.path import path
from domain.rules.playbooks import playbook_for
from domain.rules.rule import Setting
from domain.rules.speaking import badges, notices, shut
from domain.rules.value import still_needed
from projections.charters import PASSED
from projections.reading import all_of
from web.aspects.view import Looking
from web.notices import shown

STEPS_OF_A_LOOP = 4  # lessons that fill a half of the figure
VALUE = "S003-participation-first"


class Loops(Struct, frozen=True):
    """The two loops at a glance: lessons of each, turns closed, and what the next one lacks."""

    collaboration: int
    tool: int
    closed: int
    missing: tuple[str, ...] = ()
    experiment: str = ""
    title: str = ""

    @property
    def filled_a(self) -> int:
        """Return how far the half of collaborating is filled, in quarters."""
        return min(self.collaboration, STEPS_OF_A_LOOP)

    @property
    def filled_b(self) -> int:
        """Return how far the half of the tool is filled, in quarters."""
        return min(self.tool, STEPS_OF_A_LOOP)


def overview_of(looking: Looking) -> dict[str, Any]:
    """Return what the rules say of a pilot, as its page needs it."""
    known, moment, settings = looking.known, looking.moment, looking.settings
    said = notices(RULES, known, moment, settings)
    enough = looking.threshold(VALUE)
    return {
        "notices": [shown(each, looking.pilot) for each in said],
        "badges": badges(RULES, known, moment, settings),
        "gates": [shown(each, looking.pilot) for each in _before_growth(looking)],
        "loops": loops_of(looking),
        "passed": [
            (claim_of(row["rule"]), row)
            for row in all_of(looking.db, PASSED, looking.cut, looking.pilot)
        ],
        "path": path(known, looking.threshold("S002-five-step-path")),
        "playbook": playbook_for(known.charter.goal_type),
        "unanswered_days": (moment - known.charter.proposed_at).days,
        "still_needed": still_needed(known.turnout, enough),
    }


def loops_of(looking: Looking) -> Loops:
    """Return the two loops at a glance."""
    lessons, told = looking.known.lessons, turns(looking.known)
    under_way = [turn for turn in told if turn.missing]
    last = under_way[-1] if under_way else None
    return Loops(
        collaboration=sum(each.loop == "collaboration" for each in lessons),
        tool=sum(each.loop == "tool" for each in lessons),
        closed=sum(not turn.missing for turn in told),
        missing=last.missing if last else (),
        experiment=last.experiment if last else "",
        title=last.title if last else "",
    )


def _before_growth(looking: Looking) -> list[Any]:
    charter = looking.known.charter
    if charter.stage == "proposed":
        wish: dict[str, Any] = {"ends_on": charter.ends_on}
        command = "start-pilot"
    else:
        command, wish = "take-decision", {"verdict": "scale"}
    settings = {
        rule: Setting("gate", said.threshold) if said.severity == "warn" else said
        for rule, said in looking.settings.items()
    }  # a gate that only warns is shown all the same
    return shut(RULES, command, looking.known, looking.moment, settings, wish=wish)
