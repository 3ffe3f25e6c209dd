"""Where each thing has its page and each command its form, said by one rule.

What is passed on within the product is a path, as the table of routes names it; `url` makes an
address of it where it leaves: in a template, in a redirect, in a feed.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

from starlette.requests import Request
from starlette.responses import RedirectResponse

from domain.kinds import KINDS
from pilots.commands.base import Command, declared

COLLECTIONS = {each.kind: each.path for each in KINDS.values()} | {"prose": "prose"}
ELSEWHERE = {  # asked for from every page, so the pilot is chosen on the form
    "log-participation": "/log",
    "learn-lesson": "/lessons/learn",
    "propose-pilot": "/pilots/propose",
}

_BELOW: ContextVar[str] = ContextVar("below", default="")


def url(path: str) -> str:
    """Return the address of a path, below the sub-path the product is served at."""
    return _BELOW.get() + path


def absolute(request: Request, path: str) -> str:
    """Return the address of a path with its host, for what is read elsewhere."""
    return str(request.base_url).rstrip("/") + path


def redirect(path: str) -> RedirectResponse:
    """Lead on to a path after something was sent."""
    return RedirectResponse(url(path), 303)


@contextmanager
def served_below(sub_path: str) -> Iterator[None]:
    """Let the addresses made within begin with a sub-path, such as /pilotlog; empty for none."""
    before = _BELOW.set(sub_path)
    try:
        yield
    finally:
        _BELOW.reset(before)


@cache
def form_of(kind: type[Command]) -> str:
    """Return the path of the form of a command, with a brace for each thing it is given.

    About a thing: /pilots/{pilot}/start. In a pilot: /pilots/{pilot}/gather-evidence. Else as
    /programmes/open.
    """
    if kind.called in ELSEWHERE:
        return ELSEWHERE[kind.called]
    thing = kind.of.kind
    needed = {field.encode_name for field in declared(kind) if field.required}
    if thing in needed:
        return f"/{COLLECTIONS[thing]}/{{{thing}}}/{_verb(kind)}"
    if "pilot" in needed:
        return f"/pilots/{{pilot}}/{kind.called}"
    return f"/{COLLECTIONS[thing]}/{_verb(kind)}"


def page_of(stream: str) -> str:
    """Return the path of the page of a thing; empty where it has none."""
    kind = stream.partition("-")[0]
    return f"/{COLLECTIONS[kind]}/{stream}" if kind in KINDS else ""


def _verb(kind: type[Command]) -> str:
    names = (kind.of.kind, kind.of.__name__.lower())
    verb, _, thing = kind.called.rpartition("-")
    return verb if thing in names else kind.called
