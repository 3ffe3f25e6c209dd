"""What the good values of a form are as the body of a call to the API, and how it is called."""

from typing import Any

from httpx2 import Response
from msgspec import convert, json

from pilots.commands import COMMANDS
from tests.support.good_values import GOOD
from tests.support.pages.browser import Browser
from tests.support.stories.world import World
from tests.web.pages.commands.test_form import filled_in


def body_of(world: World, name: str) -> dict[str, Any]:
    """Return the good values of a command with nested fields, lists, numbers and booleans."""
    path, said = filled_in(world, name)
    fields: dict[str, Any] = _in_the_path(path, GOOD[name].path)
    for key, value in said.items():
        whole, _, part = key.partition(".")
        if part:
            fields.setdefault(whole, {})[part] = value
        else:
            fields[key] = value
    if "with" in fields:
        fields |= {"with": [world.person], "guests": ["Newcomer"]}
    if fields.get("person") == "Rua":
        fields["person"] = world.person
    for moment in ("from", "to"):
        if name == "open-review":
            fields[moment] += ":00Z"
    typed: dict[str, Any] = json.decode(json.encode(convert(fields, COMMANDS[name], strict=False)))
    return typed


def post(browser: Browser, name: str, body: Any, **headers: str) -> Response:
    """Call a command; `idempotency_key` means that header. Bytes are sent as they are."""
    raw = body if isinstance(body, bytes) else json.encode(body)
    told = {key.replace("_", "-"): value for key, value in headers.items()}
    return browser.client.post(f"/api/v1/commands/{name}", content=raw, headers=told)


def _in_the_path(path: str, pattern: str) -> dict[str, Any]:
    parts = zip(pattern.split("/"), path.split("/"), strict=True)
    return {given.partition("-")[0]: given for part, given in parts if part.startswith("{")}
