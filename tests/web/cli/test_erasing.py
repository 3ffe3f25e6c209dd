"""The command line erases what is kept about a person, and asks before it does."""

from contextlib import closing
from pathlib import Path

import pytest

from tests.support.machines.command_line import CommandLine
from tests.support.stories.builders import person


@pytest.fixture
def cli(tmp_path: Path) -> CommandLine:
    """A terminal with a data folder in which two are called Rua, and one Ngaio."""
    cli = CommandLine(tmp_path)
    with closing(cli.platform()) as here:
        for name in ("Rua", "rua", "Ngaio Tane"):
            person(here, name)
    return cli


def test_a_person_is_erased_by_name_from_file_and_pages(cli: CommandLine) -> None:
    assert "Erased." in cli.done("erase", "Ngaio Tane", "--yes")

    assert "Ngaio" not in cli.done("export")
    files = [file for file in cli.data.iterdir() if file.is_file()]
    assert [file.name for file in files if b"Ngaio" in file.read_bytes()] == []
    assert "equal a rebuild" in cli.done("rebuild", "--check")


def test_nothing_is_erased_that_nobody_confirmed(cli: CommandLine) -> None:
    before = cli.done("export")

    assert cli.run("erase", "Ngaio Tane").returncode == 1

    assert cli.done("export") == before


@pytest.mark.parametrize(
    ("who", "why"), [("Nobody", "Nobody is called"), ("Rua", "Several people are called")]
)
def test_who_is_meant_must_be_clear(cli: CommandLine, who: str, why: str) -> None:
    assert why in cli.refused("erase", who, "--yes")
