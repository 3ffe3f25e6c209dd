"""The command line speaks the language that the environment names."""

from pathlib import Path

import pytest

from tests.support.machines.command_line import CommandLine
from web.cli.language import language_of_terminal


@pytest.fixture
def german(tmp_path: Path) -> CommandLine:
    """A German terminal with an empty data folder."""
    terminal = CommandLine(tmp_path)
    terminal.language = "de_AT.UTF-8"
    return terminal


def test_what_is_done_and_refused_is_said_in_german(german: CommandLine) -> None:
    assert "6 hinzugefügt, 0 schon bekannt" in german.done("import", "polis", german.dogs())
    assert german.done("rebuild", "--check") == (
        "Die Lesemodelle gleichen einem Neuaufbau, Zeile für Zeile.\n"
    )
    refused = german.refused("export", "--pilot", "pilot-gone")
    assert refused.startswith("Hier gibt es kein Pilotprojekt pilot-gone.")


def test_what_is_wrong_with_an_export_is_said_in_german(german: CommandLine) -> None:
    votes = Path(german.dogs()) / "votes.csv"
    votes.write_text(votes.read_text().replace("vote\n", "stimme\n", 1))
    assert "Zeile 1: Die Spalte vote fehlt" in german.refused("import", "polis", str(votes.parent))


def test_help_is_in_german(german: CommandLine) -> None:
    assert "Liefert die Seiten aus." in german.done("--help")
    assert "Nur Ereignisse zu diesem Pilotprojekt." in german.done("export", "--help")


@pytest.mark.parametrize(
    ("named", "code"),
    [
        ({"LANGUAGE": "fr:de:en"}, "de"),
        ({"LANGUAGE": "", "LC_ALL": "de_DE.UTF-8"}, "de"),
        ({"LC_MESSAGES": "de_CH@euro", "LANG": "en_GB.UTF-8"}, "de"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({}, "en"),
    ],
)
def test_the_environment_names_the_language(
    named: dict[str, str], code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in named.items():
        monkeypatch.setenv(name, value)

    assert language_of_terminal().code == code
