"""A metric is declared once, and says nothing while there is not enough to say."""

from datetime import date

import pytest
from msgspec import structs

from domain.kernel.aggregate import FACTS
from domain.metrics import METRICS, metric_of
from domain.metrics.metric import FEWEST_OF_A_SHARE, Figure, Metric
from domain.metrics.participation import ENTRIES, PEER_SHARE, Tally, shares_by_week
from projections.pilot.figures import Figures
from tests.support.machines.clock import MONDAY

OF_ANY_FACT = ("pilots-moved", "facts-known", "hints")


def test_a_slug_stands_for_one_metric() -> None:
    slugs = [each.slug for each in METRICS]
    assert sorted(slugs) == sorted(set(slugs))


@pytest.mark.parametrize("metric", METRICS, ids=lambda metric: metric.slug)
def test_a_metric_says_what_it_counts_and_from_what(metric: Metric) -> None:
    assert str(metric.definition).endswith(".")
    assert ". " not in str(metric.definition)  # one sentence
    assert bool(metric.facts) is (metric.slug not in OF_ANY_FACT)
    assert all(FACTS[fact.stored_as] is fact for fact in metric.facts)
    assert metric.enough or metric.unit != "share"


def test_a_figure_is_called_like_its_metric() -> None:
    slugs = {each.slug for each in METRICS}
    assert {each.name.replace("_", "-") for each in structs.fields(Figures)} <= slugs


@pytest.mark.parametrize(("whole", "value"), [(0, None), (4, None), (5, 0.4), (10, 0.2)])
def test_a_share_of_too_few_says_nothing(whole: int, value: float | None) -> None:
    figure = PEER_SHARE.share(2, whole)
    assert (figure.value, figure.of, FEWEST_OF_A_SHARE) == (value, whole, 5)
    assert figure.rests_on == "direction=to-peer&mode=react&mode=answer"
    assert metric_of(figure) is PEER_SHARE


def test_a_count_of_nothing_is_a_number() -> None:
    assert ENTRIES.counts(0) == Figure(slug="entries", value=0, rests_on="entries=all")


def test_a_day_counts_in_its_week_and_in_no_other() -> None:
    monday = MONDAY.date()
    days = [date.fromordinal(monday.toordinal() + n) for n in range(-1, 8)]
    tallies = [Tally(day, "answer", "to-peer", "work", 1) for day in days]
    (week,) = shares_by_week(tallies, [monday])
    assert (week.entries.count, week.entries.since) == (7, monday)
    assert week.peer_share.value == 1
