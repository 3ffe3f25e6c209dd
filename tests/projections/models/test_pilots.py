"""The pilots: their states over a life, and what they leave alone."""

from datetime import date
from pathlib import Path

import pytest

from domain.facts.pilot import (
    PilotArchived,
    PilotClosed,
    PilotExtended,
    PilotGateOverridden,
    PilotPaused,
    PilotProposed,
    PilotRenamed,
    PilotResumed,
    PilotStarted,
)
from domain.facts.pilot_media import PilotCapabilityChosen
from domain.facts.pilot_people import (
    PilotMemberJoined,
    PilotOwnerChanged,
    PilotPulseNoted,
    PilotSponsorNamed,
)
from domain.facts.pilot_purpose import (
    PilotAccomplishmentStated,
    PilotProblemNamed,
    PilotWhyCareStated,
)
from domain.kernel.aggregate import Fact
from projections.engine.as_of import Cut, counted
from projections.models import pilots
from projections.models.pilots import PILOTS, STAGES
from tests.support.stories.telling import PILOT, counts, happened, in_order, rows, state, told

pytestmark = pytest.mark.both_engines

PROPOSED = PilotProposed(programme="programme-a", title="Tui", owner="person-mere")


def test_a_proposed_pilot_stands_with_what_was_asked(tmp_path: Path) -> None:
    found = state(told(tmp_path, in_order(PILOT, PROPOSED)), PILOTS)
    said = {key: value for key, value in found.items() if value is not None}
    assert said == {
        "pilot": PILOT,
        "programme": "programme-a",
        "title": "Tui",
        "raw_request": "",
        "kind": "business",
        "owner": "person-mere",
        "stage": "proposed",
        "proposed_at": "2026-03-02T09:01:00.000000Z",
        "imported": 0,
    }


@pytest.mark.parametrize(
    ("fact", "changed"),
    [
        (PilotRenamed(title="Kea"), {"title": "Kea"}),
        (PilotOwnerChanged(owner="person-rua"), {"owner": "person-rua"}),
        (
            PilotAccomplishmentStated(answer="Minutes for all.", goal_type="network"),
            {"accomplishment": "Minutes for all.", "goal_type": "network"}
            | {"answered_at": "2026-03-02T09:02:00.000000Z"},
        ),
        (
            PilotProblemNamed(problem="Nobody answers.", who_has_it="Callers"),
            {"problem": "Nobody answers.", "who_has_it": "Callers"},
        ),
        (PilotGateOverridden(rule="S001-x", reason="It is late."), {"override": "It is late."}),
        (
            PilotStarted(ends_on=date(2026, 6, 1)),
            {"stage": "running", "started_at": "2026-03-02T09:02:00.000000Z"}
            | {"ends_on": "2026-06-01"},
        ),
        (
            PilotExtended(new_end=date(2026, 7, 1), reason="-"),
            {"ends_on": "2026-07-01", "moved_ends": 1},
        ),
        (PilotPaused(reason="Summer."), {"stage": "paused", "paused_because": "Summer."}),
        (PilotSponsorNamed(person="person-rua"), {"sponsor": "person-rua"}),
        (PilotResumed(), {"stage": "running"}),
        (
            PilotClosed(reason="Done."),
            {"stage": "closed", "closed_at": "2026-03-02T09:02:00.000000Z"}
            | {"closed_because": "Done."},
        ),
        (PilotArchived(), {"stage": "archived"}),
    ],
)
def test_a_fact_changes_what_it_says_and_nothing_else(
    tmp_path: Path, fact: Fact, changed: dict[str, object]
) -> None:
    (before, after) = (
        state(told(folder, in_order(PILOT, *facts)), PILOTS)
        for folder, facts in (
            (_made(tmp_path / "before"), [PROPOSED]),
            (_made(tmp_path / "after"), [PROPOSED, fact]),
        )
    )
    assert after == before | changed
    assert after != before


def test_a_state_that_is_over_stays_for_those_who_look_back(tmp_path: Path) -> None:
    engine = told(tmp_path, in_order(PILOT, PROPOSED, PilotStarted(), PilotClosed(reason="Done.")))
    stages = [rows(engine, PILOTS, Cut(position=place))[0]["stage"] for place in (1, 2, 3)]
    assert stages == ["proposed", "running", "closed"]
    assert rows(engine, PILOTS, Cut(position=0)) == []


def test_pilots_are_counted_by_stage_now_and_then(tmp_path: Path) -> None:
    events = [
        happened("pilot-a", PROPOSED, 1),
        happened("pilot-b", PROPOSED, 2),
        happened("pilot-a", PilotStarted(), 3),
    ]
    engine = told(tmp_path, events)
    with engine.connect() as db:
        now = counts(db, counted(STAGES, Cut(), ("stage",)))
        before = counts(db, counted(STAGES, Cut(position=2), ("stage",)))
    assert now == {("proposed",): 1, ("running",): 1}
    assert before == {("proposed",): 2}


@pytest.mark.parametrize(
    "fact",
    [
        PilotWhyCareStated(text="It matters."),
        PilotPulseNoted(day=date(2026, 3, 2), energy=1),
        PilotCapabilityChosen(capability="listen", why="-"),
        PilotMemberJoined(person="person-rua", role="team"),
    ],
)
def test_what_pilots_leave_alone_says_nothing(fact: Fact) -> None:
    assert list(pilots.project(happened(PILOT, fact))) == []


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder
