"""The method, row by row: what each source asked for, and where Pilotlog does it."""

from collections.abc import Iterator

from web.method import s000, s001, s002, s003, s004
from web.method.row import MethodRow

METHOD: tuple[MethodRow, ...] = (
    *s000.ROWS,
    *s001.ROWS,
    *s002.ROWS,
    *s003.ROWS,
    *s004.ROWS,
)


def method_as_page() -> str:
    """Return the method as Markdown, the text of docs/method.md."""
    return "\n\n".join(_paragraphs()) + "\n"


def _paragraphs() -> Iterator[str]:
    yield "# The method"
    yield (
        f"Printed by `pilotlog catalogue --method`: {len(METHOD)} claims. A *gate* holds a step "
        "back unless a reason is given, a *warn* shows a sentence with one button, a *badge* names "
        "what kind of pilot it is, a *view* is worked out from facts; what is *kept* always holds. "
        'Each test is marked with the id of its row: `@pytest.mark.row("S000-what-for")`.'
    )
    head = "| id | claim | what it does | kind | in the code | test |\n|---|---|---|---|---|---|\n"
    yield head + "\n".join(map(_line, METHOD))


def _line(row: MethodRow) -> str:
    kinds = ", ".join(row.kinds) or "kept"
    places = "<br>".join(f"`{place}`" for place in row.places)
    return f"| {row.id} | {row.claim} | {row.does} | {kinds} | {places} | `{row.test}` |"


__all__ = ["METHOD", "MethodRow", "method_as_page"]
