"""Both engines in step: what one takes the other takes, and what both keep is the same bytes."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from eventsourcing.persistence import IntegrityError
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec import structs

from domain.kernel.errors import Refused
from pilots.commands.parsing import read_command
from pilots.commands.participation import LogParticipation
from pilots.commands.pilot import ProposePilot
from pilots.exchange.export import FORMATS
from pilots.request import CommandRequest, new_id
from pilots.store.reader import Extent, rows_of
from tests.support.examples import CLOSED, LOGGED, PROPOSED, STARTED
from tests.support.machines.clock import MONDAY, Clock
from tests.support.machines.pace import searched
from tests.support.stories.builders import person
from tests.support.stories.events_by_hand import event
from web.bootstrap import Platform, build

NASTY = st.one_of(
    st.text(max_size=40),
    st.text(alphabet="\x00\ud800\udfff\u0301e\ufeff\u202e\U0010ffff\n\r\t\"\\'%{}", max_size=12),
    st.sampled_from(["", "x" * 10_001, "é" * 10_000, "𝔘" * 2_500, "NaN", "\\u0000", "café"]),
)
NUMBERS = st.one_of(
    st.integers(),
    st.sampled_from([2**31, 2**63 - 1, 2**63, -(2**63) - 1, 10**30]),
    st.floats(allow_nan=True, allow_infinity=True),
)
FACTS = st.one_of(
    st.builds(lambda reason: structs.replace(CLOSED, reason=reason), NASTY),
    st.builds(lambda text: structs.replace(PROPOSED, title=text, raw_request=text), NASTY),
    st.builds(lambda text: structs.replace(LOGGED, text=text), NASTY),
    st.builds(lambda number: structs.replace(LOGGED, minutes=number), NUMBERS),
    st.builds(lambda number: structs.replace(STARTED, stake_hours=number), NUMBERS),
)
IDS = st.one_of(st.sampled_from(["pilot-a", "pilot-b", "pilot-a\x00", "pilot-\ud800"]), NASTY)
ENVELOPES = st.fixed_dictionaries(
    {},
    optional={
        "outside_id": NASTY,
        "source": NASTY,
        "by": NASTY,
        "zone": NASTY,
        "pilots": st.lists(IDS, max_size=2).map(tuple),
        "command_id": NASTY,
        "id": st.one_of(st.builds(new_id), IDS),
    },
)


@pytest.fixture
def database() -> str:
    """Both platforms are made below."""
    return ""


@pytest.fixture
def two(tmp_path: Path, postgres: str) -> Iterator[tuple[Platform, Platform]]:
    """The same empty platform on SQLite and on PostgreSQL, with clocks that go alike."""
    with (
        closing(build(tmp_path / "files", Clock())) as files,
        closing(build(tmp_path, Clock(), database_url=postgres)) as schemas,
    ):
        yield files, schemas


def exported(platform: Platform) -> bytes:
    """Return the whole history as it is exported."""
    return b"".join(FORMATS["ndjson"](rows_of(platform.history, Extent())))


def taken(platform: Platform, events: list[Any]) -> str:
    """Store rows, and return whether they were taken."""
    try:
        platform.pilots.recorder.insert_events(events)
    except IntegrityError:
        return "conflict"
    return "taken"


@searched(150)
@given(st.lists(st.tuples(IDS, st.integers(-1, 3), FACTS, ENVELOPES), min_size=1, max_size=3))
@example([("pilot-a", 1, CLOSED, {"source": "a\x00b"})])
@example([("pilot-\ud800", 1, CLOSED, {})])
def test_events_are_taken_by_both_or_by_none(
    two: tuple[Platform, Platform], told: list[tuple[str, int, Any, dict[str, Any]]]
) -> None:
    files, schemas = two
    for platform in two:
        platform.pilots.clock.now = MONDAY  # type: ignore[attr-defined]  # a clock of the tests
    made = [event(fact, stream, version, **said) for stream, version, fact, said in told]
    try:
        stored = [files.pilots.mapper.to_stored_event(each) for each in made]
    except Refused:
        return  # the one validator stands before both

    assert taken(files, stored) == taken(schemas, stored)
    assert exported(files) == exported(schemas)


@searched(40)
@given(text=NASTY, number=NUMBERS)
def test_commands_are_done_by_both_or_by_none(
    two: tuple[Platform, Platform], text: str, number: Any
) -> None:
    done = []
    for platform in two:
        mere = person(platform, "Mere", "manager")
        pilot = platform.pilots.carry_out(CommandRequest(asker=mere), ProposePilot(title="Tui"))
        for said in ({"text": text, "minutes": number}, {"learned": text}, {"guests": [text]}):
            try:
                wish = read_command(LogParticipation, {"pilot": pilot.stream("pilot"), **said})
                platform.pilots.carry_out(CommandRequest(asker=mere), wish)
            except Refused as refused:
                done.append(str(refused))
            else:
                done.append("done")
        with platform.views.reading():
            assert platform.views.behind() == 0
    middle = len(done) // 2
    assert done[:middle] == done[middle:]
