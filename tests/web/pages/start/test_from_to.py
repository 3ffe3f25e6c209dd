"""What one measures is read from one line, in both languages."""

import pytest

from web.pages.start.from_to import read_from_to

UNIT = "times"


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("a handover goes from 20 to 5 minutes", ("A handover", "minutes", "20", "5")),
        ("A handover from 20 minutes to 5", ("A handover", "minutes", "20", "5")),
        (
            "from 22 % to 50 % of faults in the first call",
            ("Of faults in the first call", "%", "22", "50"),
        ),
        (
            "faults settled in the first call: from 22 to 50 %",
            ("Faults settled in the first call", "%", "22", "50"),
        ),
        ("calls from 14 to 4", ("Calls", UNIT, "14", "4")),
        ("waiting time falls from 1.5 to 0.5 hours", ("Waiting time", "hours", "1.5", "0.5")),
        ("eine Übergabe dauert von 20 auf 5 Minuten", ("Eine Übergabe", "Minuten", "20", "5")),
        ("Wartezeit sinkt von 1,5 auf 0,5 Stunden", ("Wartezeit", "Stunden", "1.5", "0.5")),
        ("Anrufe von 14 zu 4", ("Anrufe", UNIT, "14", "4")),
        ("fewer calls at night", ("Fewer calls at night", UNIT, None, None)),
        ("from Monday to Friday", ("From Monday to Friday", UNIT, None, None)),
        ("  ", None),
        ("", None),
    ],
)
def test_a_line_says_name_unit_start_and_target(
    line: str, read: tuple[str, str, str | None, str | None] | None
) -> None:
    found = read_from_to(line, UNIT)
    assert (found and (found.name, found.unit, found.start, found.target)) == read
