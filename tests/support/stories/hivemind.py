"""Where the real conversations of 2017 and 2018 lie, and which of them make a hive."""

from pathlib import Path

import pytest

from web.bootstrap import Platform

HIVEMIND = Path(__file__).parents[3].parent / "shared" / "data" / "hivemind"
HIVE = ("affordable-housing", "freshwater", "ubi", "taxes")
NEEDS_HIVEMIND = pytest.mark.skipif(
    not HIVEMIND.is_dir(), reason="the real data is not beside the project"
)
Hive = tuple[Platform, dict[str, str]]
