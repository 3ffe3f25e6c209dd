"""The table of faults names every test there is, and no other."""

import re
from pathlib import Path

ROOM = Path(__file__).parent
TOLD = ROOM.parents[1] / "docs" / "faults.md"


def test_every_fault_test_is_in_the_table() -> None:
    named = set(re.findall(r"`(test_\w+\.py)`", TOLD.read_text()))
    assert named == {file.name for file in ROOM.glob("test_*.py")} - {Path(__file__).name}
