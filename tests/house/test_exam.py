"""The exam sits every test that has a long form, and says how it went."""

import re
from datetime import UTC, datetime
from itertools import chain

from tests.support.exam import PARTS, ROOT, Mark, as_page, mark_of

REPORT = """<testsuites><testsuite errors="1" failures="1" skipped="2" tests="9" time="75.04">
<testcase name="a"><system-out>--------------------------------- Captured Out -----------

kill -9: 8 kills, 622 told
</system-out></testcase><testcase name="b"><system-out>
</system-out></testcase></testsuite></testsuites>"""


def test_every_test_with_a_long_form_belongs_to_a_part() -> None:
    tests = [
        str(file.relative_to(ROOT))
        for file in (ROOT / "tests").rglob("test_*.py")
        if re.search(r"\bform: Form\b|\bsearched\(\d", file.read_text())
    ]

    places = tuple(chain.from_iterable(PARTS.values()))
    assert [test for test in tests if not test.startswith(places)] == []
    assert all((ROOT / place).exists() for place in places)


def test_how_a_part_went_is_read_from_its_report() -> None:
    mark = mark_of("Faults", REPORT)

    assert mark == Mark("Faults", 9, 2, 2, 75.04, ("kill -9: 8 kills, 622 told",))


def test_the_page_says_when_and_how_it_went() -> None:
    page = as_page([mark_of("Faults", REPORT)], datetime(2026, 3, 2, tzinfo=UTC))

    assert "on 2026-03-02: every long form, 2 failed, in 1.3 minutes" in page
    assert "| Faults | `tests/faults` | 9 | 2 | 2 | 75 s | kill -9: 8 kills, 622 told |" in page
