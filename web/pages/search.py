"""Finding what people wrote, now or as it was known."""

from typing import Any

from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response

from projections.reading import names_of
from projections.search import search
from projections.texts import words_of
from web.addresses import page_of
from web.http import asker_of, cut_of, platform_of, render, whole
from web.said import told_as
from web.things import THINGS

PAGE = 20
AROUND = 120  # letters shown before and after the first word that was found


class Hit(Struct, frozen=True):
    """One text that was found: around the word, which thing it is of, who said it and when."""

    before: str
    word: str
    after: str
    kind: str
    said: str
    href: str
    who: str
    at: str
    position: int


def show_search(request: Request) -> Response:
    """GET /search — what was written with these words, newest or best first."""
    asker, platform = asker_of(request), platform_of(request)
    cut, asked = cut_of(request, asker), request.query_params.get("q", "").strip()[:200]
    best = request.query_params.get("order") == "best"
    before = whole(request, "before") or None
    pilot = request.query_params.get("pilot", "")
    with platform.views.reading() as db:
        rows = search(db, asked, cut, pilot=pilot, best=best, before=before, limit=PAGE + 1)
        names = names_of(db, [row["by"] for row in rows], cut)
    hits = [_hit(row, words_of(asked), names) for row in rows[:PAGE]]
    needs: dict[str, Any] = {"hits": hits, "asked": asked, "best": best, "pilot": pilot}
    needs["more"] = hits[-1].position if len(rows) > PAGE and not best else None
    told = {"asker": asker, "as_of": cut.moment or "", "cut": cut}
    return render(request, "search.html", told | {"now": platform.pilots.clock()} | needs)


def _hit(row: Any, words: list[str], names: dict[str, str]) -> Hit:
    before, word, after = _around(row["text"], words)
    kind = row["stream"].partition("-")[0]
    thing = THINGS.get(kind)
    return Hit(
        before=before,
        word=word,
        after=after,
        kind=thing.name if thing else kind.capitalize(),
        said=told_as(row["name"]),
        href=page_of(row["stream"]),
        who=names.get(row["by"], "Pilotlog"),
        at=row["occurred_at"],
        position=row["position"],
    )


def _around(text: str, words: list[str]) -> tuple[str, str, str]:
    """Return a text around the first of its words that begins like one that was asked for."""
    for line in text.split("\n"):
        place = 0
        for piece in line.split():
            start = line.index(piece, place)
            place = start + len(piece)
            if any(found.startswith(word) for found in words_of(piece) for word in words):
                first, last = max(0, start - AROUND), place + AROUND
                lead = "…" if first else ""
                return lead + line[first:start], piece, line[place:last] + "…" * (last < len(line))
    return text[: 2 * AROUND], "", "…" * (len(text) > 2 * AROUND)
