"""A day is typed as people write it, in either language, and shown as the one spoken writes it."""

from datetime import UTC, datetime

import pytest

from web.i18n.current import speaking
from web.i18n.dates import as_typed, read_day, read_local, with_days
from web.i18n.languages import language_called

NOW = datetime(2026, 12, 1, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "2026-12-08", "8 Dec 2026", "8. Dez. 2026", "8. Dezember 2026", "8.12.2026", "08.12.2026",
        "8.12.26", "8/12/2026", "8.12.", "8. 12.", "8 Dec", "Dec 8, 2026", "in 7 days",
        "in 7 Tagen", " 8 Dec 2026 ",
    ],
)  # fmt: skip  # a list
def test_a_day_is_read_however_it_is_written(text: str) -> None:
    assert read_day(text, NOW) == "2026-12-08"


@pytest.mark.parametrize(
    "text", ["", "soon", "5", "May", "31.02.2026", "2026-13-01", "00.00.2026", "1.2.3.4", "x" * 41]
)
def test_what_is_no_day_is_none(text: str) -> None:
    assert read_day(text, NOW) == ""
    assert read_local(text, NOW) == ""


@pytest.mark.parametrize(
    ("text", "local"),
    [
        ("28 Nov 2026, 14:30", "2026-11-28T14:30"),
        ("28. Nov. 2026, 14:30", "2026-11-28T14:30"),
        ("2026-11-28T14:30", "2026-11-28T14:30"),
        ("28 Nov 2026", "2026-11-28"),
        ("28.11.2026", "2026-11-28"),
        ("yesterday", "2026-11-30"),
    ],
)
def test_a_time_is_read_only_where_one_is_said(text: str, local: str) -> None:
    assert read_local(text, NOW) == local


def test_what_cannot_be_read_or_says_its_zone_stays_as_it_was_typed() -> None:
    given = {"on": "soon", "at": "2026-03-02T15:00:00Z", "text": "8 Dec 2026"}
    assert with_days(given, NOW, days=["on"], moments=["at"]) == given


@pytest.mark.parametrize(
    ("code", "day", "moment"),
    [
        ("en", "8 Dec 2026", "8 Dec 2026, 14:30"),
        ("de", "8. Dez. 2026", "8. Dez. 2026, 14:30"),
    ],
)
def test_it_is_shown_as_the_language_writes_it_and_read_again(
    code: str, day: str, moment: str
) -> None:
    with speaking(language_called(code)):
        assert as_typed("2026-12-08") == day
        assert as_typed("2026-12-08T14:30") == moment
        assert read_day(as_typed("2026-12-08"), NOW) == "2026-12-08"
        assert read_local(as_typed("2026-12-08T14:30"), NOW) == "2026-12-08T14:30"
        assert as_typed("soon") == "soon"
        assert as_typed("2026-02-31") == "2026-02-31"


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize("code", ["en", "de"])
def test_each_month_is_read_as_it_is_shown(code: str, month: int) -> None:
    day = f"2026-{month:02}-15"
    with speaking(language_called(code)):
        assert read_day(as_typed(day), NOW) == day
