"""What a pilot is for and what it holds: its charter, its gates, and all it tried and found."""

from typing import Any

from starlette.responses import Response

from domain.rules import RULES, claim_of
from domain.rules.playbooks import playbook_for
from domain.rules.rule import Precondition, Setting
from domain.rules.speaking import shut
from domain.rules.value import VALUE, still_needed
from projections.records.lookups import (
    areas_of,
    audiences_of,
    capabilities_of,
    expected_values_of,
    experiments_of,
    measures_of,
    media_of,
    members_of,
    names_of,
    passed_gates_of,
    pilot_known,
    purposes_of,
    stakeholders_of,
)
from web.aspects.view import Looking
from web.http.reading import Reading
from web.pages.pilot.aspects import common, looking_at
from web.pages.pilot.holdings import holdings_of
from web.ui.hints import Shown, shown


def show_charter(reading: Reading) -> Response:
    """GET /pilots/{pilot}/charter — what a pilot is for, and what it holds besides its log."""
    looking = looking_at(reading)
    needs: dict[str, Any] = common() | {"tab": "charter", "may_change": reading.may_change}
    needs["pilot"] = pilot_known(looking.db, looking.cut, looking.pilot)
    needs |= _charter(looking) | _rules(looking)
    return reading.render("pilot/charter.html", needs)


def _charter(looking: Looking) -> dict[str, Any]:
    db, cut, pilot = looking.db, looking.cut, looking.pilot
    members = members_of(db, cut, pilot, limit=50)
    readiness = areas_of(db, cut, pilot)
    people = [*(row["person"] for row in members), *(row["owner"] for row in readiness)]
    return {
        "audiences": audiences_of(db, cut, pilot),
        "capabilities": capabilities_of(db, cut, pilot),
        "expected": expected_values_of(db, cut, pilot),
        "experiments": experiments_of(db, cut, pilot, limit=20),
        "holdings": holdings_of(db, cut, pilot),
        "measures": measures_of(db, cut, pilot),
        "media": media_of(db, cut, pilot),
        "members": members,
        "names": names_of(db, people, cut),
        "purposes": purposes_of(db, cut, pilot),
        "readiness": readiness,
        "stakeholders": stakeholders_of(db, cut, pilot),
    }


def _rules(looking: Looking) -> dict[str, Any]:
    known = looking.known
    passed = passed_gates_of(looking.db, looking.cut, looking.pilot)
    return {
        "gates": gates_ahead(looking),
        "passed": [(claim_of(row["rule"]), row) for row in passed],
        "playbook": playbook_for(known.charter.goal_type),
        "still_needed": still_needed(known.turnout, looking.threshold(VALUE)),
    }


def gates_ahead(looking: Looking) -> list[Shown]:
    """Return the gates that stand before the next step of a pilot, each with what opens it."""
    return [shown(each, looking.pilot) for each in _shut(looking)]


def _shut(looking: Looking) -> list[Precondition]:
    charter = looking.known.charter
    if charter.stage == "proposed":
        wish: dict[str, Any] = {"ends_on": charter.ends_on}
        command = "start-pilot"
    else:
        command, wish = "take-decision", {"verdict": "scale"}
    settings = {
        rule: Setting("gate", setting.threshold) if setting.severity == "warn" else setting
        for rule, setting in looking.settings.items()
    }  # a gate that only warns is shown all the same
    return shut(RULES, command, looking.known, looking.moment, settings, wish=wish)
