"""Earlier lessons that say something like what is being typed, so that nobody learns it twice."""

from collections.abc import Sequence

from msgspec import Struct
from starlette.responses import Response

from projections.engine.as_of import NOW, Cut
from projections.records.lookups import titles_of
from projections.search.similar_lessons import lessons_alike
from web.http.page import Page
from web.http.reading import Reading
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


class AlikePart(Page, template="composer/_alike.html"):
    """Earlier lessons, and the pilot in which somebody may confirm or contradict them."""

    found: Sequence[Recalled]
    pilot: str | None


class AlikePage(Page, template="composer/alike.html"):
    """The same by itself, as known now whatever the address says."""

    alike: AlikePart
    as_of: str = ""
    cut: Cut = NOW


def show_recalled(reading: Reading) -> Response:
    """GET /lessons/alike?text=… — up to three earlier lessons, as a part of the composer."""
    alike = AlikePart(found=_recalled(reading), pilot=reading.query.get("pilot"))
    return reading.render(alike if reading.is_partial else AlikePage(alike=alike))


def get_recalled(reading: Reading) -> Response:
    """GET /api/v1/lessons/alike?text=… — up to three earlier lessons like a text."""
    return answer({"lessons": _recalled(reading)})


def _recalled(reading: Reading) -> list[Recalled]:
    asked = reading.query
    text = asked.get("learned", "") or asked.get("text", "")
    if len(text.split()) < ENOUGH_WORDS:
        return []
    db, cut = reading.db, reading.cut
    rows = lessons_alike(db, text, cut)
    titles = titles_of(db, [row["pilot"] for row in rows], cut)
    names = ("lesson", "text", "loop", "pilot", "learned_at")
    return [
        Recalled(**{name: row[name] for name in names}, title=titles.get(row["pilot"], ""))
        for row in rows
    ]
