"""How facts are written down and read back."""

import json
import sys
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from eventsourcing.persistence import MapperDeserialisationError
from msgspec import structs

from domain.facts.participation import ParticipationChanges, ParticipationCorrected
from domain.facts.pilot import PilotClosed
from domain.kernel.aggregate import Event, Fact, upcast
from pilots.store.mapper import FactMapper, StoredFact
from tests.support.examples import JOINED, LOGGED, STARTED
from tests.support.machines.clock import MONDAY
from tests.support.stories.events_by_hand import event

MAPPER = FactMapper()


def stored(fact: Fact) -> StoredFact:
    return MAPPER.to_stored_event(event(fact))


def as_decided(seen: Event) -> Event:
    """Leave out what only the store can say."""
    return structs.replace(seen, salt=None, prose_digest=None, position=0)


def test_a_fact_is_plain_json_under_a_plain_name() -> None:
    row = MAPPER.to_stored_event(event(JOINED, zone="Pacific/Auckland", outside_id="row/7"))

    assert (row.topic, row.pilots) == ("pilot.member-joined.v1", '["pilot-garden"]')
    assert json.loads(row.state) == {
        "occurred_at": "2026-03-02T09:00:00Z",
        "precision": "minute",
        "zone": "Pacific/Auckland",
        "by": "person-ana",
        "source": "web",
        "outside_id": "row/7",
        "command_id": "command-1",
        "data": {"person": "person-ana", "role": "team", "organisation": "Hill Street"},
    }


def test_a_fact_comes_back_as_it_went_in() -> None:
    before = event(LOGGED, because_of="019c0000-0000-7000-8000-000000000001", recorded_at=MONDAY)
    row = replace(MAPPER.to_stored_event(before), id=12)

    after = MAPPER.to_domain_event(row)

    assert after.position == 12
    assert (after.salt is None, after.prose_digest is None) == (False, False)
    assert as_decided(after) == as_decided(before)


def test_moments_are_stored_in_universal_time() -> None:
    evening = datetime(2026, 3, 2, 22, tzinfo=timezone(timedelta(hours=13)))
    fact = ParticipationCorrected(
        changes=ParticipationChanges(occurred_at=evening), reason="It was evening."
    )

    state = json.loads(MAPPER.to_stored_event(event(fact, occurred_at=evening)).state)

    assert state["occurred_at"] == "2026-03-02T09:00:00Z"
    assert state["data"]["changes"] == {"occurred_at": "2026-03-02T09:00:00Z"}


def test_an_unknown_name_says_where_it_stands_and_imports_nothing() -> None:
    stranger = replace(stored(STARTED), topic="antigravity:__doc__", originator_version=7)

    with pytest.raises(
        MapperDeserialisationError,
        match=r"pilot-garden 7 \(antigravity:__doc__\) is unreadable: .*no fact is called",
    ):
        MAPPER.to_domain_event(stranger)

    assert "antigravity" not in sys.modules


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (b"", "truncated"),
        (b'{"occurred_at":"2026-03', "truncated"),
        (b'{"by":"person-ana"}', "missing required field"),
        (stored(STARTED).state.replace(b"40", b"-40"), "stake_hours"),
        (stored(STARTED).state.replace(b'"minute"', b'"century"'), "precision"),
        (stored(STARTED).state.replace(b"person", b"\xff\xfe"), "is unreadable"),
    ],
    ids=["empty", "cut", "a part", "a wrong number", "a wrong word", "no text"],
)
def test_a_torn_state_says_where_it_stands_and_why(state: bytes, words: str) -> None:
    torn = replace(stored(STARTED), state=state)

    with pytest.raises(
        MapperDeserialisationError, match=rf"pilot-garden 1 \(pilot\.started\.v1\).*{words}"
    ):
        MAPPER.to_domain_event(torn)


def test_torn_pilots_say_where_they_stand() -> None:
    with pytest.raises(MapperDeserialisationError, match=r"pilot-garden 1 \(pilot\.started\.v1\)"):
        MAPPER.to_domain_event(replace(stored(STARTED), pilots='["pilot-gar'))


@pytest.mark.usefixtures("spare_names")
def test_an_old_fact_is_read_in_todays_shape_while_its_bytes_stay() -> None:
    class Shut(Fact, name="pilot.shut.v0"):
        why: str

    old = stored(Shut(why="Rain."))
    upcast(Shut, lambda shut: PilotClosed(reason=shut.why))

    assert MAPPER.to_domain_event(old).fact == PilotClosed(reason="Rain.")
    assert json.loads(old.state)["data"] == {"why": "Rain."}
    assert old.topic == "pilot.shut.v0"
