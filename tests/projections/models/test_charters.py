"""The charters: capabilities, media, measures and members, and what they leave alone."""

from datetime import date
from pathlib import Path

import pytest

from domain.facts.pilot import PilotStarted
from domain.facts.pilot_measures import (
    PilotMeasureDefined,
    PilotMeasurementTaken,
    PilotMeasureRetargeted,
)
from domain.facts.pilot_media import (
    PilotCapabilityChosen,
    PilotMediumAdopted,
    PilotMediumFitAssessed,
    PilotMediumSwapped,
)
from domain.facts.pilot_people import PilotMemberJoined, PilotMemberLeft, PilotSponsorNamed
from domain.kernel.access import Asker
from domain.kernel.aggregate import Fact
from pilots.commands.parsing import read_command
from pilots.commands.pilot_media import AdoptMedium, ChooseCapability, SwapMedium
from projections.engine.as_of import Cut
from projections.models import charters
from projections.models.charters import CAPABILITIES, MEASURES, MEDIA, MEMBERS
from tests.support.stories.builders import ask
from tests.support.stories.telling import PILOT, happened, in_order, rows, state, told
from web.bootstrap import Platform

pytestmark = pytest.mark.both_engines

PEOPLE = PilotMeasureDefined(
    measure="people", name="People", unit="people", kind="participation", target="150",
    due=date(2026, 8, 4),
)  # fmt: skip  # one measure


def test_a_chosen_capability_stands_with_its_reason(tmp_path: Path) -> None:
    engine = told(tmp_path, in_order(PILOT, PilotCapabilityChosen(capability="listen", why="So.")))
    assert state(engine, CAPABILITIES) == {"pilot": PILOT, "capability": "listen", "why": "So."}


def test_a_medium_stands_once_for_each_capability_it_helps(tmp_path: Path) -> None:
    adopted = [
        PilotMediumAdopted(medium="wiki", capability=each, helps_because="So.")
        for each in ("listen", "answer")
    ]
    engine = told(tmp_path, in_order(PILOT, *adopted))
    assert [row["capability"] for row in rows(engine, MEDIA)] == ["answer", "listen"]


def test_a_swapped_medium_ends_everywhere_and_the_new_one_begins(tmp_path: Path) -> None:
    adopted = [
        PilotMediumAdopted(medium=medium, capability=each, helps_because="So.")
        for medium, each in (("wiki", "listen"), ("wiki", "answer"), ("phone", "listen"))
    ]
    swapped = PilotMediumSwapped(from_="wiki", to="paper", reason="No power.")
    engine = told(tmp_path, in_order(PILOT, *adopted, swapped))
    assert [(row["medium"], row["helps_because"]) for row in rows(engine, MEDIA)] == [
        ("paper", "No power."),
        ("paper", "No power."),
        ("phone", "So."),
    ]
    assert [row["capability"] for row in rows(engine, MEDIA)] == ["answer", "listen", "listen"]
    assert len(rows(engine, MEDIA, Cut(position=3))) == 3


def test_a_measure_stands_with_its_target_until_it_is_moved(tmp_path: Path) -> None:
    moved = PilotMeasureRetargeted(measure="people", old="150", new="120", reason="Fewer came.")
    engine = told(tmp_path, in_order(PILOT, PEOPLE, moved))
    assert state(engine, MEASURES) == {
        "pilot": PILOT,
        "measure": "people",
        "name": "People",
        "unit": "people",
        "kind": "participation",
        "cell": "unplaced",
        "audience": None,
        "benefits": None,
        "baseline": None,
        "target": "120",
        "due": "2026-08-04",
        "value": None,
        "measured_at": None,
        "defined_at": "2026-03-02T09:01:00.000000Z",
        "moved_at": "2026-03-02T09:02:00.000000Z",
        "first_target": "150",
        "noted_at": "2026-03-02T09:01:00.000000Z",
        "taken": None,
    }
    assert [row["target"] for row in rows(engine, MEASURES, Cut(position=1))] == ["150"]


def test_a_measure_shows_what_was_measured_last(tmp_path: Path) -> None:
    taken = [PilotMeasurementTaken(measure="people", value=value) for value in ("57", "61")]
    engine = told(tmp_path, in_order(PILOT, PEOPLE, *taken))
    found = state(engine, MEASURES)
    assert (found["value"], found["taken"], found["target"]) == ("61", 2, "150")
    assert found["measured_at"] == "2026-03-02T09:03:00.000000Z"


def test_a_member_has_one_role_at_a_time_and_none_after_leaving(tmp_path: Path) -> None:
    engine = told(
        tmp_path,
        in_order(
            PILOT,
            PilotMemberJoined(person="person-rua", role="team", organisation="Post"),
            PilotMemberJoined(person="person-rua", role="sponsor"),
            PilotMemberLeft(person="person-rua"),
            PilotMemberJoined(person="person-rua", role="guest"),
        ),
    )
    roles = [
        [(row["role"], row["organisation"]) for row in rows(engine, MEMBERS, Cut(position=place))]
        for place in (1, 2, 3, 4)
    ]
    assert roles == [[("team", "Post")], [("sponsor", None)], [], [("guest", None)]]


def test_somebody_who_leaves_without_having_joined_does_no_harm(tmp_path: Path) -> None:
    engine = told(tmp_path, in_order(PILOT, PilotMemberLeft(person="person-rua")))
    assert rows(engine, MEMBERS) == []


@pytest.mark.parametrize(
    "fact",
    [
        PilotStarted(),
        PilotSponsorNamed(person="person-rua"),
        PilotMediumFitAssessed(medium="wiki", audience="all", share_present=40, source="asked"),
    ],
)
def test_what_charters_leave_alone_says_nothing(fact: Fact) -> None:
    assert list(charters.project(happened(PILOT, fact))) == []


def test_a_medium_swapped_for_one_that_is_there_is_there_once(
    platform: Platform, mere: Asker, pilot: str
) -> None:
    ask(platform, mere, ChooseCapability(pilot=pilot, capability="lend", why="To share."))
    for medium in ("board", "wiki"):
        adopted = AdoptMedium(pilot=pilot, medium=medium, capability="lend", helps_because="Seen.")
        ask(platform, mere, adopted)
    swap = {"pilot": pilot, "from": "board", "to": "wiki", "reason": "Nobody looks."}
    ask(platform, mere, read_command(SwapMedium, swap))
    platform.views.keep_up()

    assert [row["medium"] for row in rows(platform.views.engine, MEDIA)] == ["wiki"]
