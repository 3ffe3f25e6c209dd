"""Pilots side by side: those with the same kind of goal, unless others are asked for."""

from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from projections.models.lookups import pilots_in_order
from projections.portfolio.comparison import AT_MOST, compare
from web.http.context import asker_of, cut_of, platform_of, render

OFFERED = 100


class AskedComparison:
    """What the address asks for, where a name may come several times."""

    def __init__(self, request: Request) -> None:
        """Read it from a request."""
        self.path = request.url.path
        self.told = [pair for pair in request.query_params.multi_items() if pair[0] != "did"]

    def items(self) -> list[tuple[str, str]]:
        """Return each name with its value, a name as often as it came."""
        return self.told

    def here(self, **changes: Any) -> str:
        """Return this address with some names said anew, or left out where they say nothing."""
        kept = [pair for pair in self.told if pair[0] not in changes]
        new = [pair for pair in changes.items() if pair[1] not in ("", None)]
        asked = urlencode([*kept, *new])
        return f"{self.path}?{asked}" if asked else self.path


def show_comparison(request: Request) -> Response:
    """GET /compare?pilot=…&pilot=… — pilots side by side; `mixed=1` whatever their goals are."""
    asker, asked = asker_of(request), AskedComparison(request)
    cut = cut_of(request, asker)
    chosen = list(dict.fromkeys(filter(None, request.query_params.getlist("pilot"))))
    mixed = request.query_params.get("mixed") == "1"
    with platform_of(request).views.reading() as db:
        comparison = compare(db, cut, chosen, mixed=mixed)
        offered = pilots_in_order(db, cut, limit=OFFERED)
    needs: dict[str, Any] = {
        "as_of": cut.moment or "",
        "asker": asker,
        "asked_mixed": mixed,
        "chosen": chosen,
        "compared": comparison,
        "cut": cut,
        "here": asked.here,
        "most": AT_MOST,
        "offered": offered,
        "query": asked,
    }
    return render(request, "compare.html", needs)
