"""The day of a moment is found in a zone: chart, rule and export count by the same clocks."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
DAY_OF_A_MOMENT = re.compile(r"\.date\(\)|\[:10\]|\bsubstr\(")
OTHERWISE = {
    "domain/kernel/moments.py": "is where it is found",
    "domain/rules/back_test.py": "goes from one end of a day to the next, in the zone it is given",
    "projections/engine/as_of.py": "adds up sums by the day of UTC on which something got known",
    "projections/engine/writer.py": "writes those sums",
    "projections/learning/confidence.py": "reads them",
    "projections/evidence/open_assumptions.py": "begins with a moment in the pilot's zone",
    "projections/participation/pulses.py": "takes the month of a day that somebody said",
}


def test_the_day_of_a_moment_is_found_in_a_zone() -> None:
    layers = [ROOT / layer for layer in ("domain", "pilots", "projections")]
    found = {
        str(file.relative_to(ROOT))
        for layer in layers
        for file in layer.rglob("*.py")
        if DAY_OF_A_MOMENT.search(file.read_text())
    }
    assert found == set(OTHERWISE)
