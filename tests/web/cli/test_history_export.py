"""`pilotlog export` writes the history, or a part of it, in a shape that others can check."""

import csv
import json
from io import StringIO
from pathlib import Path
from shutil import copytree
from typing import Any

import jsonschema_rs
import pytest

from tests.support.machines.command_line import CommandLine


@pytest.fixture(scope="module")
def cli(tmp_path_factory: pytest.TempPathFactory, told_sample: Path) -> CommandLine:
    """A terminal whose data folder holds the sample and an imported conversation."""
    cli = CommandLine(tmp_path_factory.mktemp("export"))
    copytree(told_sample, cli.data)
    cli.done("import", "polis", cli.dogs())
    return cli


def lines(text: str) -> list[Any]:
    return [json.loads(line) for line in text.splitlines()]


def positions(cli: CommandLine, *said: str) -> list[int]:
    return [line["position"] for line in lines(cli.done("export", *said))]


def test_a_file_and_standard_output_are_equal(cli: CommandLine) -> None:
    file = cli.a_file()
    assert cli.done("export", "-o", str(file)) == ""

    assert file.read_text() == cli.done("export", "-o", "-") == cli.done("export")
    assert [path.name for path in cli.folder.glob("*.part")] == []


def test_every_line_is_as_the_catalogue_says(cli: CommandLine) -> None:
    validator = jsonschema_rs.validator_for(json.loads(cli.done("catalogue", "--json")))

    told = lines(cli.done("export"))

    assert len(told) > 50
    assert [each["position"] for each in told] == list(range(1, len(told) + 1))
    for each in told:
        validator.validate(each)


def test_of_one_pilot_there_are_the_events_about_it(cli: CommandLine) -> None:
    everything = lines(cli.done("export"))
    pilot = next(each["stream"] for each in everything if each["name"] == "pilot.proposed.v1")

    told = lines(cli.done("export", "--pilot", pilot))

    assert told == [each for each in everything if pilot in each["pilots"]]
    assert 0 < len(told) < len(everything)


@pytest.mark.parametrize("position", [0, 1, 7])
def test_until_a_position_there_is_what_was_shown_there(cli: CommandLine, position: int) -> None:
    assert positions(cli, "--until", str(position)) == list(range(1, position + 1))


def test_until_a_day_its_last_hour_is_in_it(cli: CommandLine) -> None:
    everything = lines(cli.done("export"))
    days = sorted({each["recorded_at"][:10] for each in everything})
    day = days[len(days) // 2]

    told = lines(cli.done("export", "--until", day))
    rest = lines(cli.done("export", "--since", day))

    assert told == [each for each in everything if each["recorded_at"][:10] <= day]
    assert rest == [each for each in everything if each["recorded_at"][:10] >= day]


def test_as_it_happened_is_asked_for_by_axis(cli: CommandLine) -> None:
    told = lines(cli.done("export", "--axis", "occurred", "--until", "2024-01-01"))

    assert told
    assert all(each["occurred_at"] < "2024-01-02" for each in told)


def test_a_spreadsheet_gets_a_row_for_each_event(cli: CommandLine) -> None:
    rows = list(csv.DictReader(StringIO(cli.done("export", "--format", "csv"))))

    assert [int(row["position"]) for row in rows] == positions(cli)
    assert rows[0]["name"] == "person.registered.v1"


@pytest.mark.parametrize(
    "said",
    [
        ("--pilot", "pilot-0"),
        ("--until", "yesterday"),
        ("--since", "10000-01-01"),
        ("-o", "/no/such/folder/file"),
        ("-o", "/"),
        ("-o", "."),
        ("-o", ""),
    ],
)
def test_what_cannot_be_written_is_refused_in_a_sentence(
    cli: CommandLine, said: tuple[str, str]
) -> None:
    sentence = cli.refused("export", *said)

    assert len(sentence.splitlines()) == 1
    assert sentence.endswith(".")


def test_what_is_no_plain_file_is_written_to_and_not_replaced(cli: CommandLine) -> None:
    nowhere = cli.a_file()
    nowhere.symlink_to("/dev/null")

    cli.done("export", "-o", str(nowhere))

    assert nowhere.is_symlink()


@pytest.mark.parametrize(
    "said",
    [("--format", "pdf"), ("--axis", "both"), ("--until",), ("surplus",), ("--no-such-option",)],
)
def test_wrong_usage_is_told_apart(cli: CommandLine, said: tuple[str, ...]) -> None:
    cli.refused("export", *said, code=2)


def test_the_catalogue_is_the_page_in_the_docs(cli: CommandLine) -> None:
    page = Path(__file__).parents[3] / "docs/events.md"
    if not page.exists():
        pytest.skip("docs/events.md is not printed yet")

    assert cli.done("catalogue") == page.read_text()
