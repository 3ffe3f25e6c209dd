"""Copying a platform to another engine and back: byte for byte, and on from where it stopped."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from shutil import copytree

import pytest

from domain.kernel.errors import Conflict
from pilots.commands.pilot import ProposePilot
from projections.models.entries import ENTRIES
from tests.support.machines.command_line import CommandLine
from tests.support.stories.builders import ask, person
from tests.support.stories.telling import rows
from web.bootstrap import Platform, build
from web.storage.copy import copy_platform

PASSWORD = "long enough"  # noqa: S105  # of a test


@pytest.fixture
def sample(tmp_path: Path, told_sample: Path) -> Iterator[Platform]:
    """The sample programme, with somebody who can sign in."""
    copytree(told_sample, tmp_path / "data")
    with closing(build(tmp_path / "data")) as sample:
        sample.accounts.add(
            login="mere", name="Mere", person="person-x", password=PASSWORD, standing="member"
        )
        yield sample


@pytest.fixture
def elsewhere(postgres: str, tmp_path: Path) -> Iterator[Platform]:
    """An empty platform on PostgreSQL."""
    with closing(build(tmp_path, database_url=postgres)) as elsewhere:
        yield elsewhere


def test_there_and_back_again_exports_the_same_bytes(
    sample: Platform, postgres: str, tmp_path: Path
) -> None:
    here, there = CommandLine(tmp_path), CommandLine(tmp_path, postgres)
    exported = here.done("export")
    assert f"{sample.pilots.head()} events added" in here.done("copy", "--to", postgres)

    assert there.done("export") == exported
    back = tmp_path / "back"
    there.done("copy", "--to", str(back))

    again = CommandLine(tmp_path)
    again.data = back
    assert again.done("export") == exported
    assert "0 events added" in again.done("copy", "--to", str(here.data))
    again.done("rebuild", "--check")
    assert "place in force" in again.refused("copy", "--to", str(back))
    with closing(build(back)) as there_again:
        assert there_again.accounts.has("mere")
        assert rows(there_again.views.engine, ENTRIES) != []


def test_a_copy_that_was_stopped_goes_on_where_it_was(
    sample: Platform, elsewhere: Platform, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.storage.copy.PAGE_SIZE", 5)
    left = 3

    def stop(_: int) -> None:
        nonlocal left
        left -= 1
        if not left:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        copy_platform(sample.stores, elsewhere.stores, stop)
    assert elsewhere.pilots.head() == 15

    assert copy_platform(sample.stores, elsewhere.stores) == sample.pilots.head() - 15

    assert list(elsewhere.pilots.facts_after(0, 999)) == list(sample.pilots.facts_after(0, 999))
    ask(elsewhere, person(elsewhere, "Rua", "manager"), ProposePilot(title="Life goes on"))
    elsewhere.accounts.add(
        login="rua", name="Rua", person="person-y", password=PASSWORD, standing="member"
    )


def test_what_is_something_else_there_is_left_alone(sample: Platform, elsewhere: Platform) -> None:
    person(elsewhere, "Rua")

    with pytest.raises(Conflict, match="events there"):
        copy_platform(sample.stores, elsewhere.stores)
    assert elsewhere.pilots.head() == 1


def test_a_place_that_has_gone_on_is_not_copied_to(sample: Platform, elsewhere: Platform) -> None:
    copy_platform(sample.stores, elsewhere.stores)
    person(elsewhere, "Rua")

    with pytest.raises(Conflict, match="events there that are not here"):
        copy_platform(sample.stores, elsewhere.stores)
