"""Earlier lessons that say something like what is being typed, so that nobody learns it twice."""

from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response

from projections.models.lookups import titles_of
from projections.search.similar_lessons import lessons_alike
from web.http.context import asker_of, cut_of, platform_of, render
from web.http.responses import answer

ENOUGH_WORDS = 4  # fewer say too little to be like anything


class Recalled(Struct, frozen=True):
    """An earlier lesson: what it says, in which pilot, and since when."""

    lesson: str
    text: str
    loop: str
    pilot: str
    title: str
    learned_at: str


def show_recalled(request: Request) -> Response:
    """GET /lessons/alike?text=… — up to three earlier lessons, as a part of the composer."""
    asker = asker_of(request)
    found = _recalled(request)
    frame = {
        "asker": asker,
        "as_of": "",
        "found": found,
        "pilot": request.query_params.get("pilot"),
    }
    is_part = request.headers.get("hx-request-type") == "partial"
    return render(request, "_alike.html" if is_part else "alike.html", frame)


def get_recalled(request: Request) -> Response:
    """GET /api/v1/lessons/alike?text=… — up to three earlier lessons like a text."""
    return answer({"lessons": _recalled(request)})


def _recalled(request: Request) -> list[Recalled]:
    asked = request.query_params
    text = asked.get("learned", "") or asked.get("text", "")
    cut = cut_of(request, asker_of(request))
    if len(text.split()) < ENOUGH_WORDS:
        return []
    with platform_of(request).views.reading() as db:
        rows = lessons_alike(db, text, cut)
        titles = titles_of(db, [row["pilot"] for row in rows], cut)
    names = ("lesson", "text", "loop", "pilot", "learned_at")
    return [
        Recalled(**{name: row[name] for name in names}, title=titles.get(row["pilot"], ""))
        for row in rows
    ]
