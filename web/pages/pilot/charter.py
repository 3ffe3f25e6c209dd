"""What a pilot is for and what it holds: its charter, its gates, and all it tried and found."""

from typing import Any

from starlette.responses import Response

from domain.rules import RULES, claim_of
from domain.rules.playbooks import playbook_for
from domain.rules.rule import Notice, Setting
from domain.rules.speaking import shut
from domain.rules.value import VALUE, still_needed
from projections.models.charters import CAPABILITIES, MEASURES, MEDIA, MEMBERS, PASSED
from projections.models.lookups import all_of, experiments_of, names_of, one
from projections.models.pilots import PILOTS
from projections.models.purposes import AUDIENCES, PURPOSES, STAKEHOLDERS
from projections.models.readiness import READINESS
from projections.models.values import VALUES
from web.aspects.view import Looking
from web.http.reading import Reading
from web.pages.pilot.aspects import common, looking_at
from web.pages.pilot.holdings import holdings_of
from web.ui.notices import Shown, shown


def show_charter(reading: Reading) -> Response:
    """GET /pilots/{pilot}/charter — what a pilot is for, and what it holds besides its log."""
    looking = looking_at(reading)
    needs: dict[str, Any] = common() | {"tab": "charter", "may_change": reading.may_change}
    needs["pilot"] = one(looking.db, PILOTS, looking.cut, pilot=looking.pilot)
    needs |= _charter(looking) | _rules(looking)
    return reading.render("charter.html", needs)


def _charter(looking: Looking) -> dict[str, Any]:
    db, cut, pilot = looking.db, looking.cut, looking.pilot
    members = all_of(db, MEMBERS, cut, pilot, limit=50)
    readiness = all_of(db, READINESS, cut, pilot)
    people = [*(row["person"] for row in members), *(row["owner"] for row in readiness)]
    return {
        "audiences": all_of(db, AUDIENCES, cut, pilot),
        "capabilities": all_of(db, CAPABILITIES, cut, pilot),
        "expected": [row for row in all_of(db, VALUES, cut, pilot) if row["kind"] == "expected"],
        "experiments": experiments_of(db, cut, pilot, limit=20),
        "holdings": holdings_of(db, cut, pilot),
        "measures": all_of(db, MEASURES, cut, pilot),
        "media": all_of(db, MEDIA, cut, pilot),
        "members": members,
        "names": names_of(db, people, cut),
        "purposes": one(db, PURPOSES, cut, pilot=pilot),
        "readiness": readiness,
        "stakeholders": all_of(db, STAKEHOLDERS, cut, pilot),
    }


def _rules(looking: Looking) -> dict[str, Any]:
    known = looking.known
    passed = all_of(looking.db, PASSED, looking.cut, looking.pilot)
    return {
        "gates": gates_ahead(looking),
        "passed": [(claim_of(row["rule"]), row) for row in passed],
        "playbook": playbook_for(known.charter.goal_type),
        "still_needed": still_needed(known.turnout, looking.threshold(VALUE)),
    }


def gates_ahead(looking: Looking) -> list[Shown]:
    """Return the gates that stand before the next step of a pilot, each with what opens it."""
    return [shown(each, looking.pilot) for each in _shut(looking)]


def _shut(looking: Looking) -> list[Notice]:
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
