"""What is installed is pinned once, with digests and without addresses."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house.constraints import CONSTRAINTS, ROOT, is_current, sign

PIN = re.compile(r"([a-z0-9-]+)(?:\[\w+\])?==(\S+)(?: ; [^\\]+)? \\")
HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}(?: \\)?")


def _lines() -> list[str]:
    return CONSTRAINTS.read_text().splitlines()[1:]


def _asked() -> list[str]:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text())
    groups = (
        declared["build-system"]["requires"],
        declared["project"]["dependencies"],
        declared["dependency-groups"]["dev"],
    )
    return sorted({asked for group in groups for asked in group})


def test_constraints_were_made_from_what_the_project_asks_for() -> None:
    assert is_current()


def test_constraints_made_from_something_else_are_out_of_date(tmp_path: Path) -> None:
    old = tmp_path / "constraints.txt"
    old.write_text("# made from something else\nwsproto==1.3.2\n")
    assert not is_current(old)
    sign(old)
    assert is_current(old)
    assert old.read_text().endswith("\nwsproto==1.3.2\n")


def test_constraints_hold_pins_and_digests_and_nothing_else() -> None:
    others = [line for line in _lines() if not PIN.fullmatch(line) and not HASH.fullmatch(line)]
    assert others == []


@pytest.mark.parametrize("asked", _asked())
def test_what_the_project_asks_for_is_pinned_at_a_release_that_fits(asked: str) -> None:
    wanted = Requirement(asked)
    pinned = [
        match[2]
        for line in _lines()
        if (match := PIN.fullmatch(line)) and match[1] == canonicalize_name(wanted.name)
    ]
    assert pinned
    assert all(wanted.specifier.contains(release) for release in pinned)
