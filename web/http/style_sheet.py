"""All style sheets as one, so that a page waits for a single answer before it is drawn."""

from functools import cache
from hashlib import sha256
from importlib.resources import files

from starlette.requests import Request
from starlette.responses import Response

SHEETS = (
    "tokens", "frame", "ui", "result", "search", "composer", "records", "method", "home", "value",
    "evidence", "media", "learning", "participation", "review", "timeline", "decisions", "changes",
    "portfolio", "insights", "pilot", "start", "sample",
)  # fmt: skip  # in the order in which they overrule each other


def show_style_sheet(request: Request) -> Response:
    """GET /static/css/all.css — every sheet of a page, in order; 304 to who has it already."""
    text, digest = _joined()
    headers = {"ETag": digest, "Cache-Control": "no-cache"}
    if request.headers.get("if-none-match", "").removeprefix("W/") == digest:
        return Response(status_code=304, headers=headers)
    return Response(text, headers=headers, media_type="text/css")


@cache
def _joined() -> tuple[str, str]:
    folder = files("web").joinpath("static", "css")
    text = "".join(folder.joinpath(f"{name}.css").read_text() for name in SHEETS)
    return text, f'"{sha256(text.encode()).hexdigest()[:32]}"'
