"""A measure says how it goes by its start value, its target and what was measured."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from msgspec import structs

from domain.result.interval import Interval, interval_of
from domain.result.measure import Measurement, MeasureResult, deciding

FIRST = date(2026, 3, 2)
NONE: tuple[str, ...] = ()


def measure(
    start: str | None = "22",
    target: str | None = "50",
    taken: tuple[str, ...] = NONE,
    of: int | None = None,
    unit: str = "calls",
) -> MeasureResult:
    return MeasureResult(
        measure="calls",
        name="Calls",
        unit=unit,
        kind="outcome",
        started_on=FIRST,
        baseline=None if start is None else Decimal(start),
        target=None if target is None else Decimal(target),
        measurements=[
            Measurement(FIRST + timedelta(days=7 * number), Decimal(value), of)
            for number, value in enumerate(taken, 1)
        ],
        taken=len(taken),
    )


@pytest.mark.parametrize(
    ("start", "target", "taken", "state"),
    [
        ("22", "50", ("34", "52"), "reached"),
        ("22", "50", ("50",), "reached"),
        ("31", "18", ("30", "17"), "reached"),
        ("31", "18", ("18",), "reached"),
        ("22", "50", ("29",), "on_the_way"),
        ("22", "50", ("28.9", "28.9"), "not_moving"),
        ("22", "50", ("28.9",), "not_enough"),  # one that does not say much yet
        ("45", "10", ("11",), "on_the_way"),
        ("22", "50", ("22", "22"), "not_moving"),
        ("22", "50", ("52", "21"), "moving_away"),
        ("31", "18", ("32",), "moving_away"),
        ("0", "80", ("11", "13"), "not_moving"),
        ("5", "5", ("5",), "reached"),
        ("5", "5", ("6",), "moving_away"),
        ("22", "50", NONE, "not_enough"),
        (None, "50", ("52",), None),
        ("22", None, ("52",), None),
        (None, None, ("52",), None),
        (None, "50", NONE, "not_enough"),
    ],
)
def test_a_measure_is_where_its_last_measurement_is(
    start: str | None, target: str | None, taken: tuple[str, ...], state: str | None
) -> None:
    assert measure(start, target, taken).state == state


def test_of_many_only_the_newest_are_drawn_and_still_all_count() -> None:
    found = measure(taken=("22",))
    kept = MeasureResult(
        **{name: getattr(found, name) for name in found.__struct_fields__} | {"taken": 60}
    )
    assert (found.state, kept.state) == ("not_enough", "not_moving")


@pytest.mark.parametrize(
    ("of", "state", "lacks"),
    [
        (4, "not_enough", "1 more case makes a share."),
        (1, "not_enough", "4 more cases make a share."),
        (5, "reached", ""),
        (None, "reached", ""),
    ],
)
def test_a_share_of_fewer_than_five_says_nothing(of: int | None, state: str, lacks: str) -> None:
    found = measure(taken=("40", "60"), of=of, unit="percent")
    assert (found.state, str(found.lacks)) == (state, lacks)


def test_what_is_no_share_may_rest_on_two_cases() -> None:
    assert measure("14", "4", ("6", "2"), of=2).state == "reached"


@pytest.mark.parametrize(
    ("taken", "lacks"),
    [(NONE, "Two measurements make a line."), (("22",), "One more measurement makes a line.")],
)
def test_it_says_what_is_missing(taken: tuple[str, ...], lacks: str) -> None:
    assert str(measure(taken=taken).lacks) == lacks


@pytest.mark.parametrize(
    ("percent", "of", "interval"),
    [  # by hand: the formula of Wilson with z = 1.96, of 15 of 29 and so on
        ("52", 29, (34, 69)),
        ("17", 58, (10, 29)),
        ("0", 10, (0, 28)),
        ("100", 10, (72, 100)),
        ("50", 5, (12, 77)),
    ],
)
def test_a_share_of_a_known_count_wears_its_interval(
    percent: str, of: int, interval: tuple[int, int]
) -> None:
    assert interval_of(Decimal(percent), of) == Interval(*interval)
    assert measure(taken=("40", percent), of=of, unit="%").interval == Interval(*interval)


@pytest.mark.parametrize(("of", "unit"), [(None, "%"), (4, "%"), (29, "calls")])
def test_nothing_else_wears_one(of: int | None, unit: str) -> None:
    assert measure(taken=("40", "52"), of=of, unit=unit).interval is None


def test_it_stands_still_since_the_first_of_the_last_measurements_that_show_nothing() -> None:
    found = measure(taken=("40", "22", "23"))
    assert found.unmoved_since == FIRST + timedelta(days=14)
    assert measure(taken=("40",)).unmoved_since is None


def test_outcomes_decide_before_what_only_counts_people() -> None:
    reach, old = measure(taken=("1", "2", "3")), measure(taken=("1",))
    fields = {name: getattr(reach, name) for name in reach.__struct_fields__}
    people = MeasureResult(**fields | {"kind": "participation", "name": "People"})
    assert [each.name for each in deciding([people, old])] == ["Calls", "People"]
    assert deciding([old, reach]) == [reach, old]  # the one measured last


@pytest.mark.parametrize(
    ("taken", "speaks"),
    [
        (("34", "52"), "for"),
        (("29",), "for"),
        (("22", "22"), "against"),
        (("52", "21"), "against"),
        (NONE, None),  # what is missing speaks neither way
        (("28.9",), None),
    ],
)
def test_what_was_measured_speaks_for_or_against_and_what_is_missing_does_not(
    taken: tuple[str, ...], speaks: str | None
) -> None:
    assert measure(taken=taken).speaks == speaks
    assert measure(start=None, taken=taken).speaks is None


@pytest.mark.parametrize(
    ("start", "first", "target", "eased"),
    [
        ("31", "12", "18", True),
        ("31", "18", "12", False),  # made harder
        ("22", "50", "40", True),
        ("22", "40", "50", False),
        ("22", None, "50", False),
        (None, "50", "40", False),
    ],
)
def test_a_target_is_eased_when_it_comes_nearer_to_the_start(
    start: str | None, first: str | None, target: str, *, eased: bool
) -> None:
    of = measure(start=start, target=target)
    assert structs.replace(of, first_target=first and Decimal(first)).eased == eased
