"""How the JSON API answers: with what was asked for, or with problem details."""

from typing import Any

from msgspec import json
from starlette.responses import Response

JSON = "application/json"


def answer(told: Any, status: int = 200) -> Response:
    """Return an answer as JSON."""
    return Response(json.encode(told), status, media_type=JSON)


def problem(status: int, sentence: str, field: str = "", **more: Any) -> Response:
    """Return a refusal as problem details (RFC 9457)."""
    told = {"type": "about:blank", "status": status, "title": sentence, "detail": sentence}
    told |= ({"field": field} if field else {}) | more
    return Response(json.encode(told), status, media_type="application/problem+json")
