"""Pilots side by side: those with the same kind of goal, unless others are asked for."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from starlette.responses import Response

from projections.portfolio.comparison import AT_MOST, Comparison, compare
from projections.records.lookups import Rows, pilots_in_order, pilots_named
from web.http.page import Page
from web.http.reading import Reading
from web.pages.results import ShownResult, results_for

OFFERED = 100


class AskedComparison:
    """What the address asks for, where a name may come several times."""

    def __init__(self, reading: Reading) -> None:
        """Read it from a request."""
        self.path = reading.request.url.path
        self.told = [pair for pair in reading.query.multi_items() if pair[0] != "did"]

    def items(self) -> list[tuple[str, str]]:
        """Return each name with its value, a name as often as it came."""
        return self.told

    def here(self, **changes: Any) -> str:
        """Return this address with some names said anew, or left out where they say nothing."""
        kept = [pair for pair in self.told if pair[0] not in changes]
        new = [pair for pair in changes.items() if pair[1] not in ("", None)]
        asked = urlencode([*kept, *new])
        return f"{self.path}?{asked}" if asked else self.path


class ComparisonPage(Page, template="portfolio/compare.html"):
    """Pilots side by side, and those that could stand beside them; an address names several."""

    asked_mixed: bool
    chosen: Sequence[str]
    compared: Comparison
    here: Callable[..., str]
    most: int
    offered: Rows
    query: AskedComparison
    results: Mapping[str, ShownResult]


def show_comparison(reading: Reading) -> Response:
    """GET /compare?pilot=…&pilot=… — pilots side by side; `mixed=1` whatever their goals are."""
    db, cut, asked = reading.db, reading.cut, AskedComparison(reading)
    chosen = list(dict.fromkeys(filter(None, reading.query.getlist("pilot"))))
    mixed = reading.query.get("mixed") == "1"
    comparison = compare(db, cut, chosen, mixed=mixed)
    offered = pilots_in_order(db, cut, limit=OFFERED)
    page = ComparisonPage(
        asked_mixed=mixed,
        chosen=chosen,
        compared=comparison,
        here=asked.here,
        most=AT_MOST,
        offered=offered,
        query=asked,
        results=results_for(
            reading, pilots_named(db, cut, [each.pilot for each in comparison.columns])
        ),
    )
    return reading.render(page)
