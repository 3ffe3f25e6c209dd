"""The history on its way out: lines anybody can check, and rows no spreadsheet runs."""

import csv
from collections.abc import Iterable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from jsonschema_rs import Draft202012Validator
from msgspec.json import decode
from sqlalchemy import Row

from domain.catalogue import ExportedEvent, json_schema
from domain.kernel.access import Asker
from pilots.commands.lesson import ConfirmLesson
from pilots.commands.participation import LogParticipation
from pilots.commands.pilot import ProposePilot, StartPilot
from pilots.exchange.export import COLUMNS, FORMATS, as_csv, as_ndjson, inert
from pilots.exchange.polis import import_polis
from pilots.exchange.polis_files import read_polis
from pilots.request import CommandRequest
from pilots.store.reader import Extent, rows_of
from tests.support.examples import STATED
from tests.support.stories.builders import ask
from tests.support.stories.events_by_hand import event, keep
from tests.support.stories.polis_exports import write_export
from web.bootstrap import Platform

pytestmark = pytest.mark.both_engines

VALIDATOR = Draft202012Validator(json_schema())
WHOLE = Extent()


def lines(rows: Iterable[Row[Any]]) -> list[dict[str, Any]]:
    return [decode(line) for line in b"".join(as_ndjson(rows)).splitlines()]


def cells(rows: Iterable[Row[Any]]) -> list[dict[str, str]]:
    text = b"".join(as_csv(rows)).decode()
    assert text.endswith("\r\n")
    return list(csv.DictReader(StringIO(text, newline=""), strict=True))


@pytest.fixture
def busy(platform: Platform, mere: Asker, pilot: str, tmp_path: Path) -> Platform:
    """A platform on which much of what can happen has happened."""
    ask(platform, mere, StartPilot(pilot=pilot, stake_hours=8))
    wish = LogParticipation(pilot=pilot, guests=("Tui",), text="“We”\nmet.", learned="Meet.")
    lesson = ask(platform, mere, wish).stream("lesson")
    orchard = ask(platform, mere, ProposePilot(title="Orchard")).stream("pilot")
    ask(platform, mere, ConfirmLesson(lesson=lesson, pilot=orchard))
    import_polis(platform.pilots, read_polis(write_export(tmp_path / "dogs")))
    return platform


def test_every_line_validates_against_the_schema(busy: Platform) -> None:
    told = lines(rows_of(busy.history, WHOLE))

    assert [line["position"] for line in told] == list(range(1, busy.pilots.head() + 1))
    for line in told:
        VALIDATOR.validate(line)


def test_the_envelope_has_one_order(busy: Platform) -> None:
    order = ExportedEvent.__struct_encode_fields__

    for line in lines(rows_of(busy.history, WHOLE)):
        assert list(line) == [name for name in order if name in line]


def test_a_pilot_goes_out_with_its_events_and_no_others(busy: Platform, pilot: str) -> None:
    everything = lines(rows_of(busy.history, WHOLE))

    told = lines(rows_of(busy.history, Extent(pilot=pilot)))

    assert told == [line for line in everything if pilot in line["pilots"]]
    assert len(told) not in (0, len(everything))
    assert any(len(line["pilots"]) == 2 for line in told)


@pytest.mark.parametrize(
    ("extent", "chosen"),
    [
        (Extent(after=2, up_to=4), lambda line: 2 < line["position"] <= 4),
        (Extent(names=("pilot.proposed.v1",)), lambda line: line["name"] == "pilot.proposed.v1"),
        (Extent(until="2024"), lambda line: line["recorded_at"] < "2024"),
        (
            Extent(since="2024", names=("lesson.learned.v1",)),
            lambda line: "learned" in line["name"],
        ),
    ],
    ids=["places", "a name", "until", "since"],
)
def test_an_extent_says_which_events(busy: Platform, extent: Extent, chosen: Any) -> None:
    expected = [line for line in lines(rows_of(busy.history, WHOLE)) if chosen(line)]

    assert lines(rows_of(busy.history, extent)) == expected != []


def test_a_limit_takes_the_first(busy: Platform) -> None:
    assert [row.position for row in rows_of(busy.history, WHOLE, limit=3)] == [1, 2, 3]


def test_formulas_lie_still_in_a_spreadsheet(platform: Platform, mere: Asker, pilot: str) -> None:
    """Whatever comes from outside may stand in a cell of its own."""
    asking = CommandRequest(asker=mere, source="api", command_id='=HYPERLINK("http://x","y")')
    platform.pilots.carry_out(asking, LogParticipation(pilot=pilot, zone="+13:00"))
    keep(platform, event(STATED, "pilot-x", outside_id="@SUM(A1)", command_id="\t=1"))

    *_, logged, stated = cells(rows_of(platform.history, WHOLE))

    assert logged["command_id"] == '\'=HYPERLINK("http://x","y")'
    assert logged["zone"] == "'+13:00"
    assert (stated["outside_id"], stated["command_id"]) == ("'@SUM(A1)", "'\t=1")


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@a", "\ta", "\ra"])
def test_a_cell_that_would_run_is_made_inert(cell: str) -> None:
    assert inert(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "a=1", "2026-03-02", "{}", " 1"])
def test_a_harmless_cell_stays_as_it_is(cell: str) -> None:
    assert inert(cell) == cell


def test_rows_say_the_same_as_lines(busy: Platform) -> None:
    told = lines(rows_of(busy.history, WHOLE))

    table = cells(rows_of(busy.history, WHOLE))

    assert list(table[0]) == list(COLUMNS)
    for row, line in zip(table, told, strict=True):
        assert decode(row["data"]) == line["data"]
        assert row["pilots"].split() == line["pilots"]
        for name in ("position", "version", "id", "stream", "name", "recorded_at", "by", "zone"):
            assert row[name] == str(line.get(name, ""))


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_history_is_an_empty_file(platform: Platform, name: str) -> None:
    told = b"".join(FORMATS[name](rows_of(platform.history, WHOLE)))

    assert told == {"ndjson": b"", "csv": ",".join(COLUMNS).encode() + b"\r\n"}[name]
