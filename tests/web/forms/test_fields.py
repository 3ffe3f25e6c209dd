"""What a form shows before anybody chooses is what is kept where nobody does."""

import fcntl
from pathlib import Path
from typing import IO

import pytest

from domain.kernel.errors import Conflict
from pilots.commands import COMMANDS
from web.forms.fields import fields_of
from web.storage import writer_lock


@pytest.mark.parametrize(
    ("command", "field", "shown"),
    [
        ("propose-pilot", "goal_type", "other"),
        ("propose-pilot", "kind", "business"),
        ("join-pilot", "role", "participant"),
        ("define-measure", "kind", "outcome"),
        ("learn-lesson", "confidence", "50"),
        ("start-pilot", "stake_hours", ""),
    ],
)
def test_a_field_shows_its_default(command: str, field: str, shown: str) -> None:
    fields = {each.name: each for each in fields_of(COMMANDS[command], {}, {})}

    assert fields[field].value == shown


def test_what_was_said_is_shown_instead() -> None:
    fields = fields_of(COMMANDS["join-pilot"], {"role": "owner"}, {})

    assert next(each.value for each in fields if each.name == "role") == "owner"


def test_an_old_sqlite_lets_one_process_write(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer_lock, "has_wal_bug", lambda: True)
    held: dict[Path, IO[str]] = {}
    monkeypatch.setattr(writer_lock, "_held", held)
    with (tmp_path / "writer.lock").open("w") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        with pytest.raises(Conflict, match="too old for two"):
            writer_lock.hold_writer_lock(tmp_path)

    writer_lock.hold_writer_lock(tmp_path)
    writer_lock.hold_writer_lock(tmp_path)  # this process has it already
    (lock,) = held.values()
    lock.close()
