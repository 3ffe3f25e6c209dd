"""What the outside may ask for, told by the code itself: commands, their schemas, the API."""

import re
from collections.abc import Iterator
from inspect import cleandoc, getdoc
from typing import Any

from msgspec import json
from starlette.routing import Route

from pilots.commands import COMMANDS, FAMILIES, Command
from web.http.urls import form_of

PARTS = "#/components/schemas/{name}"
PROBLEM = {"$ref": "#/components/schemas/Problem"}


def command_schemas() -> list[dict[str, Any]]:
    """Return each command: its name, what it does, the fact it becomes, and its JSON Schema."""
    return [
        {
            "name": kind.called,
            "does": getdoc(kind),
            "records": kind.records.stored_as,
            "schema": json.schema(kind),
        }
        for kind in COMMANDS.values()
    ]


def commands_as_page() -> str:
    """Return the list of commands as Markdown, the text of docs/commands.md."""
    return "\n\n".join(_paragraphs()) + "\n"


def openapi(routes: list[Route], version: str) -> dict[str, Any]:
    """Return the OpenAPI 3.1 description of the JSON API."""
    _, parts = json.schema_components(COMMANDS.values(), ref_template=PARTS)
    parts["Problem"] = {
        "type": "object",
        "properties": {
            "type": {"type": "string"},
            "title": {"type": "string"},
            "detail": {"type": "string"},
            "status": {"type": "integer"},
            "field": {"type": "string"},
        },
        "required": ["type", "title", "detail", "status"],
    }
    paths = {route.path: _got(route) for route in routes if "POST" not in (route.methods or ())}
    paths |= {f"/api/v1/commands/{kind.called}": _posted(kind) for kind in COMMANDS.values()}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Pilotlog", "version": version},
        "paths": paths,
        "components": {"schemas": parts},
    }


def _paragraphs() -> Iterator[str]:
    yield "# Commands"
    yield (
        f"Printed by `pilotlog catalogue --commands`: {len(COMMANDS)} commands. Each has a form at "
        "its address, and is carried out by `POST /api/v1/commands/<name>`."
    )
    for family in FAMILIES:
        yield f"## {cleandoc(family.__doc__ or '').rstrip('.')}"
        kinds = [each for each in COMMANDS.values() if each.__module__ == family.__name__]
        rows = (
            f"| `{kind.called}` | {getdoc(kind)} | `{kind.records.stored_as}` | `{form_of(kind)}` |"
            for kind in kinds
        )
        yield "| command | does | records | form |\n|---|---|---|---|\n" + "\n".join(rows)


def _got(route: Route) -> dict[str, Any]:
    address, _, summary = (getdoc(route.endpoint) or "").partition("\n")[0].partition(" — ")
    names = ["as_of", "at", *re.findall(r"[?&](\w+)=", address)]
    asked: list[dict[str, Any]] = [
        {"name": n, "in": "query", "schema": {"type": "string"}} for n in names
    ]
    asked += [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
        for name in route.param_convertors
    ]
    return {"get": {"summary": summary, "parameters": asked, "responses": _answers("200")}}


def _posted(kind: type[Command]) -> dict[str, Any]:
    key = {"name": "Idempotency-Key", "in": "header", "schema": {"type": "string"}}
    match = {"name": "If-Match", "in": "header", "schema": {"type": "string"}}
    schema = {"$ref": PARTS.format(name=kind.__name__)}
    return {
        "post": {
            "summary": getdoc(kind),
            "operationId": kind.called,
            "parameters": [key, match],
            "requestBody": {"required": True, "content": {"application/json": {"schema": schema}}},
            "responses": _answers("201"),
        }
    }


def _answers(done: str) -> dict[str, Any]:
    content = {"application/problem+json": {"schema": PROBLEM}}
    return {
        done: {"description": "Done"},
        "default": {"description": "Refused, in a sentence", "content": content},
    }
