"""Runs every long form and prints date and figures into docs/exam.md: `make exam`.

`python -m tests.support.exam Faults` runs the parts that are named, and prints without writing.
"""

import os
import platform
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree as ET

from msgspec import Struct

from web.storage.sqlite import DRIVER

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "exam.md"
PARTS = {
    "Faults": ("tests/faults",),
    "Processes that start at once": ("tests/house/test_boot.py",),
    "Looking back": ("tests/projections/engine/test_as_of.py",),
    "Any order, any text": (
        "tests/domain/kernel/test_aggregate.py",
        "tests/domain/metrics/test_weeks.py",
        "tests/domain/rules/test_learning_loops_in_any_order.py",
        "tests/domain/rules/test_order.py",
        "tests/pilots/test_gates.py",
        "tests/pilots/store/test_both_alike.py",
        "tests/pilots/store/test_state.py",
        "tests/web/test_one_figure.py",
        "tests/web/timeline/chart/test_packing.py",
    ),
    "Real data": (
        "tests/projections/models/test_hivemind.py",
        "tests/projections/pilot/test_known_pilot_hivemind.py",
    ),
    "Pages with a crowd": ("tests/browser/test_holds.py",),
    "Lighthouse": ("tests/browser/lighthouse.py",),
    "Bad network": ("tests/browser/writing/test_bad_network.py",),
}
HEAD = """# Exam

Printed by `make exam` on {now:%Y-%m-%d}: every long form, {went}, in {minutes:,.1f} minutes
on {machine}.

| part | tests | how many | failed | skipped | took | figures |
|---|---|---|---|---|---|---|
"""


class Mark(Struct, frozen=True):
    """How a part of the exam went."""

    part: str
    tests: int
    failed: int
    skipped: int
    seconds: float
    figures: tuple[str, ...]


def sit(part: str) -> Mark:
    """Run the long form of a part."""
    with TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        kept = [f"--junitxml={report}", "-o", "junit_logging=system-out"]
        asked = [sys.executable, "-m", "pytest", *PARTS[part], "-q", "--long", *kept]
        subprocess.run(asked, cwd=ROOT, check=False)
        return mark_of(part, report.read_text())


def mark_of(part: str, report: str) -> Mark:
    """Read how it went from what pytest reports; figures are the lines that tests print."""
    suite = ET.fromstring(report).find("testsuite")  # noqa: S314  # our own
    assert suite is not None
    lines = [line.strip() for out in suite.iter("system-out") for line in _lines(out.text)]
    counts = {name: int(suite.get(name, 0)) for name in ("tests", "failures", "errors", "skipped")}
    return Mark(
        part=part,
        tests=counts["tests"],
        failed=counts["failures"] + counts["errors"],
        skipped=counts["skipped"],
        seconds=float(suite.get("time", 0)),
        figures=tuple(filter(None, lines)),
    )


def as_page(marks: list[Mark], now: datetime) -> str:
    """Return what docs/exam.md says."""
    minutes = sum(mark.seconds for mark in marks) / 60
    failed = sum(mark.failed for mark in marks)
    went = f"{failed} failed" if failed else "all passed"
    rows = [
        f"| {mark.part} | {_places(mark.part)} | {mark.tests} | {mark.failed} | {mark.skipped} "
        f"| {mark.seconds:,.0f} s | {'<br>'.join(mark.figures)} |"
        for mark in marks
    ]
    head = HEAD.format(now=now, went=went, minutes=minutes, machine=_machine())
    return head + "\n".join(rows) + "\n"


def _places(part: str) -> str:
    return "<br>".join(f"`{place}`" for place in PARTS[part])


def _machine() -> str:
    versions = f"Python {platform.python_version()} and SQLite {DRIVER.sqlite_version}"
    return f"{os.cpu_count()} cores with {versions}"


def _lines(text: str | None) -> list[str]:
    lines = (text or "").splitlines()
    return [line for line in lines if not line.startswith("-----")]


def main(wanted: list[str]) -> int:
    """Run all parts, or those that are named; return what the shell is told."""
    marks = [sit(part) for part in wanted or PARTS]
    page = as_page(marks, datetime.now(UTC))
    if wanted:
        print(page)
    else:
        PAGE.write_text(page)
    return int(any(mark.failed for mark in marks))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
