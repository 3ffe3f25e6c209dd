"""There is one kind of week, and one place that works it out."""

from datetime import date, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from domain.metrics.weeks import week_of, weeks_between, weeks_up_to
from tests.support.machines.pace import searched

ROOT = Path(__file__).parents[3]
ROOMS = ("domain", "pilots", "projections", "web")
DAYS = st.dates(date(1990, 1, 1), date(2100, 1, 1))


@searched(50)
@given(day=DAYS, days=st.integers(0, 900))
def test_weeks_begin_on_monday_and_leave_no_day_out(day: date, days: int) -> None:
    last = day + timedelta(days=days)
    weeks = weeks_between(day, last)
    assert {f"{monday:%a}" for monday in weeks} == {"Mon"}
    assert weeks[0] <= day < weeks[0] + timedelta(days=7)
    assert weeks[-1] <= last < weeks[-1] + timedelta(days=7)
    assert [week_of(each + timedelta(days=6)) for each in weeks] == weeks
    assert weeks_up_to(last, len(weeks)) == weeks


def test_a_week_is_worked_out_nowhere_else() -> None:
    files = [file for room in ROOMS for file in (ROOT / room).rglob("*.py")]
    own = [str(file.relative_to(ROOT)) for file in files if ".weekday()" in file.read_text()]
    workdays = "web/sample/days.py"  # leaves out Saturday and Sunday
    assert sorted(own) == ["domain/metrics/weeks.py", workdays]
