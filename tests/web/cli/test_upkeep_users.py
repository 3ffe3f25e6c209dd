"""The command line adds people who can sign in, and lets nobody else in without that."""

from contextlib import closing
from pathlib import Path

import pytest

from tests.support.machines.command_line import CommandLine


@pytest.fixture
def cli(tmp_path: Path) -> CommandLine:
    """A terminal with an empty data folder."""
    return CommandLine(tmp_path)


def test_a_person_is_added_who_can_sign_in_once(cli: CommandLine) -> None:
    said = ("user", "add", "mere", "--name", "Mere T.", "--password", "a long password")

    assert "mere can sign in now, as auditor." in cli.done(*said, "--standing", "auditor")
    assert "signs in as “mere” already" in cli.refused(*said)

    with closing(cli.platform()) as here:
        token = here.accounts.sign_in("mere", "a long password")
        asker = here.accounts.asker(token or "")
    assert asker
    assert (asker.name, asker.standing) == ("Mere T.", "auditor")


@pytest.mark.parametrize(
    ("login", "password"),
    [("me re", "a long password"), ("mere", "short"), ("", "a long password")],
)
def test_a_person_who_cannot_be_is_not_added(cli: CommandLine, login: str, password: str) -> None:
    with closing(cli.platform()) as here:
        before = here.pilots.head()

    sentence = cli.refused("user", "add", login, "--password", password)

    assert len(sentence.splitlines()) == 1
    with closing(cli.platform()) as here:
        assert here.pilots.head() == before


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "pilotlog.example", "10.0.0.1", ""])  # noqa: S104  # refused
@pytest.mark.parametrize("command", [("serve", "--local"), ("demo",)])
def test_nobody_else_is_let_in_without_signing_in(
    cli: CommandLine, command: tuple[str, ...], host: str
) -> None:
    assert "Nobody signs in here" in cli.refused(*command, "--host", host)
