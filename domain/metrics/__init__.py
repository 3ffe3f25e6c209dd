"""Every number that is shown about a pilot, a group or a period, each declared once."""

from collections.abc import Iterator
from inspect import cleandoc
from itertools import chain

from domain.metrics import (
    evidence,
    exchange,
    learning,
    participation,
    portfolio,
    review,
    turnout,
    value,
)
from domain.metrics.metric import Figure, Metric

HEAD = "| metric | what it counts | unit | of | enough | facts |\n|---|---|---|---|---|---|"
FAMILIES = {
    family: [each for each in vars(family).values() if isinstance(each, Metric)]
    for family in (participation, turnout, exchange, learning, value, evidence, portfolio, review)
}
METRICS: tuple[Metric, ...] = tuple(chain.from_iterable(FAMILIES.values()))
BY_SLUG = {each.slug: each for each in METRICS}


def metric_of(figure: Figure) -> Metric:
    """Return what a figure is a figure of."""
    return BY_SLUG[figure.slug]


def metrics_as_page() -> str:
    """Return the list of metrics as Markdown, the text of docs/metrics.md."""
    return "\n\n".join(_paragraphs()) + "\n"


def _paragraphs() -> Iterator[str]:
    yield "# Metrics"
    yield (
        f"Printed by `pilotlog catalogue --metrics`: {len(METRICS)} numbers, each counted one way "
        "wherever it is shown. A share goes from 0 to 1. Weeks begin on Monday. With fewer cases "
        "than enough there is no value."
    )
    for family, metrics in FAMILIES.items():
        yield f"## {cleandoc(family.__doc__ or '').rstrip('.')}"
        rows = "\n".join(map(_row, metrics))
        yield f"{HEAD}\n{rows}"


def _row(each: Metric) -> str:
    facts = ", ".join(f"`{fact.stored_as}`" for fact in each.facts) or "any"
    about = f"{each.definition} | {each.unit} | {each.population} | {each.enough or ''}"
    return f"| `{each.slug}` | {about} | {facts} |"
