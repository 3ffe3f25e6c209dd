"""What a pilot is for and what it holds: its charter, its gates, and all it tried and found."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import RowMapping
from starlette.responses import Response

from domain.kernel.messages import Message
from domain.rules import RULES, claim_of
from domain.rules.path import Stride, path
from domain.rules.playbooks import Playbook, playbook_for
from domain.rules.rule import Precondition, Setting
from domain.rules.speaking import shut
from domain.rules.value import VALUE, still_needed
from projections.records.lookups import (
    Rows,
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
    purposes_of,
    stakeholders_of,
)
from projections.records.records import record
from web.aspects.view import Looking
from web.http.page import Page
from web.http.reading import Reading
from web.pages.pilot.holdings import Holding, holdings_of
from web.pages.pilot.looking import TABS, looking_at, pilot_at
from web.pages.pilot.regions import HeroPart, hero
from web.ui.actions import Action, groups_on
from web.ui.hints import Shown, shown


class CharterPage(Page, template="pilot/charter.html"):
    """What a pilot is for and what it holds; people are rows whose `names` stand beside them."""

    pilot: RowMapping
    tabs: Sequence[tuple[str, Message]] = TABS
    tab: str = "charter"
    may_change: bool
    hero: HeroPart
    programme: str
    path: Sequence[Stride]
    groups: Mapping[Message, Sequence[Action]]
    audiences: Rows
    capabilities: Rows
    expected: Rows
    experiments: Rows
    gates: Sequence[Shown]
    holdings: Sequence[Holding]
    measures: Rows
    media: Rows
    members: Rows
    names: Mapping[str, str]
    passed: Sequence[tuple[Message | None, RowMapping]]
    """Gates that were overridden: what each claims, and why it was."""
    playbook: Playbook | None
    purposes: RowMapping | None
    readiness: Rows
    stakeholders: Rows
    still_needed: Sequence[Message]


def show_charter(reading: Reading) -> Response:
    """GET /pilots/{pilot}/charter — what a pilot is for, and what it holds besides its log."""
    looking = looking_at(reading)
    db, cut, pilot, known = looking.db, looking.cut, looking.pilot, looking.known
    members = members_of(db, cut, pilot, limit=50)
    readiness = areas_of(db, cut, pilot)
    people = [*(row["person"] for row in members), *(row["owner"] for row in readiness)]
    page = CharterPage(
        pilot=pilot_at(looking),
        may_change=reading.may_change,
        hero=hero(reading, looking, pilot_at(looking)),
        programme=_programme(looking),
        path=path(known, looking.threshold("S002-five-step-path")),
        groups=groups_on(pilot, known.charter.stage),
        audiences=audiences_of(db, cut, pilot),
        capabilities=capabilities_of(db, cut, pilot),
        expected=expected_values_of(db, cut, pilot),
        experiments=experiments_of(db, cut, pilot, limit=20),
        gates=gates_ahead(looking),
        holdings=holdings_of(db, cut, pilot),
        measures=measures_of(db, cut, pilot),
        media=media_of(db, cut, pilot),
        members=members,
        names=names_of(db, people, cut),
        passed=[(claim_of(row["rule"]), row) for row in passed_gates_of(db, cut, pilot)],
        playbook=playbook_for(known.charter.goal_type),
        purposes=purposes_of(db, cut, pilot),
        readiness=readiness,
        stakeholders=stakeholders_of(db, cut, pilot),
        still_needed=still_needed(known.turnout, looking.threshold(VALUE)),
    )
    return reading.render(page)


def _programme(looking: Looking) -> str:
    found = record(looking.db, looking.cut, "programme", looking.known.charter.programme)
    return found["name"] if found else ""


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
