"""How the JSON API answers: with what was asked for, or with problem details."""

from collections.abc import Mapping
from typing import Any

from msgspec import json, to_builtins
from starlette.responses import Response

from domain.kernel.errors import Conflict, NotAllowed, Refused, Unknown
from domain.kernel.messages import Message, Text
from domain.metrics.metric import Figure

JSON = "application/json"
FIGURE = set(Figure.__struct_fields__)
TEMPORAL = ("position", "known_from", "known_until", "until_position")
STATUS: dict[type[Refused], int] = {Conflict: 409, NotAllowed: 403, Unknown: 404}


def answer(body: Any, status: int = 200) -> Response:
    """Return any struct, mapping or sequence as JSON."""
    return Response(encoded(body), status, media_type=JSON)


def encoded(body: Any) -> bytes:
    """Return any struct, mapping or sequence as JSON, its messages in the reader's language."""
    return json.encode(body, enc_hook=_in_words)


def _in_words(value: Any) -> str:
    if isinstance(value, Message):
        return str(value)
    raise TypeError(type(value))


def plain(body: Any) -> Any:
    """Return what JSON would hold, each figure as its value alone: the shape views are read in."""
    return _plain(to_builtins(body, enc_hook=_in_words))


def _plain(body: Any) -> Any:
    if isinstance(body, dict):
        if body.keys() == FIGURE:
            return body["value"]
        return {name: _plain(value) for name, value in body.items()}
    return [_plain(each) for each in body] if isinstance(body, list | tuple) else body


def timeless(row: Mapping[Any, Any]) -> dict[str, Any]:
    """Return what a row says, without from and until when it was true."""
    return {name: value for name, value in row.items() if name not in TEMPORAL}


def problem(status: int, sentence: Text, field: str = "", **more: Any) -> Response:
    """Return a refusal as problem details (RFC 9457)."""
    text = str(sentence)
    body = {"type": "about:blank", "status": status, "title": text, "detail": text}
    body |= ({"field": field} if field else {}) | more
    return Response(json.encode(body), status, media_type="application/problem+json")


def status_of(refused: Refused) -> int:
    """Return the HTTP status of a refusal: 409, 403 or 404 where its kind says so, else 422."""
    kinds = (status for kind, status in STATUS.items() if isinstance(refused, kind))
    return next(kinds, 422)
