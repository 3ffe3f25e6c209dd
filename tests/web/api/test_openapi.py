"""What the API says of itself holds: a schema of every command, and a whole OpenAPI description."""

from collections.abc import Iterator
from typing import Any

import jsonschema_rs
import pytest
from msgspec import structs
from starlette.routing import Route

from pilots.commands import COMMANDS
from tests.support.good_values import GOOD
from tests.support.pages.api_bodies import body_of
from tests.support.pages.browser import Browser
from tests.support.stories.world import World
from web.routes import ROUTES

READ = [each for each in ROUTES if isinstance(each, Route) and "GET" in (each.methods or ())]
GETS = sorted(route.path for route in READ if route.path.startswith("/api/v1"))


@pytest.fixture
def listed(browser: Browser) -> dict[str, dict[str, Any]]:
    """The commands that the API lists, by name."""
    told = browser.get("/api/v1/commands").json()["commands"]
    return {each["name"]: each for each in told}


@pytest.fixture
def described(browser: Browser) -> dict[str, Any]:
    """The description of the API."""
    answer = browser.get("/api/openapi.json")
    assert answer.headers["content-type"] == "application/json"
    told: dict[str, Any] = answer.json()
    return told


def refs_in(told: Any) -> Iterator[str]:
    """Yield whatever a description points to."""
    if isinstance(told, dict):
        if isinstance(told.get("$ref"), str):
            yield told["$ref"]
        for each in told.values():
            yield from refs_in(each)
    elif isinstance(told, list):
        for each in told:
            yield from refs_in(each)


def at(told: Any, ref: str) -> Any:
    for step in ref.removeprefix("#/").split("/"):
        told = told[step.replace("~1", "/").replace("~0", "~")]
    return told


def test_every_command_is_listed_with_what_it_does(listed: dict[str, Any]) -> None:
    assert list(listed) == list(COMMANDS)
    for each in listed.values():
        assert each.keys() == {"name", "does", "records", "schema"}
        assert each["does"].endswith(".")
        assert GOOD[each["name"]].fact.count(".") == each["records"].count(".") == 2


def test_each_schema_takes_the_good_body_and_no_other(listed: dict[str, Any], world: World) -> None:
    for name, each in listed.items():
        jsonschema_rs.meta.validate(each["schema"])
        schema = jsonschema_rs.Draft202012Validator(each["schema"], validate_formats=True)
        body = body_of(world, name)

        assert [str(wrong) for wrong in schema.iter_errors(body)] == [], name
        assert not schema.is_valid(body | {"admin": True}), name
        assert not schema.is_valid(body | {"occurred_at": "once upon a time"}), name
        assert not schema.is_valid([]), name


def test_what_a_schema_requires_is_what_the_command_needs(listed: dict[str, Any]) -> None:
    for name, each in listed.items():
        told = each["schema"]["$defs"][COMMANDS[name].__name__]
        needed = [one.encode_name for one in structs.fields(COMMANDS[name]) if one.required]

        assert sorted(told["required"]) == sorted(needed)


def test_the_description_has_the_shape_of_openapi(described: dict[str, Any]) -> None:
    assert described["openapi"].startswith("3.1.")
    assert described["info"].keys() >= {"title", "version"}
    for path, item in described["paths"].items():
        assert path.startswith("/")
        for method, one in item.items():
            assert method in ("get", "post")
            assert one["responses"]
            assert all(each["description"] for each in one["responses"].values())
            parameters = one.get("parameters", [])
            assert all(each["in"] in ("path", "query", "header") for each in parameters)
            placed = {each["name"] for each in parameters if each["in"] == "path"}
            assert placed == {part[1:-1] for part in path.split("/") if part.startswith("{")}


def test_it_has_every_command_and_everything_that_can_be_read(described: dict[str, Any]) -> None:
    paths = described["paths"]

    assert {path for path in paths if "post" in paths[path]} == {
        f"/api/v1/commands/{name}" for name in COMMANDS
    }
    assert sorted(path for path in paths if "get" in paths[path]) == GETS
    posted = [item["post"]["operationId"] for item in paths.values() if "post" in item]
    assert sorted(posted) == sorted(COMMANDS)


def test_everything_it_points_to_is_there(described: dict[str, Any]) -> None:
    refs = set(refs_in(described))

    assert len(refs) > len(COMMANDS)
    for ref in refs:
        assert at(described, ref)


def test_its_schemas_take_the_good_bodies(described: dict[str, Any], world: World) -> None:
    parts = {"components": described["components"]}
    for name in COMMANDS:
        content = described["paths"][f"/api/v1/commands/{name}"]["post"]["requestBody"]["content"]
        schema = content["application/json"]["schema"] | parts

        assert jsonschema_rs.Draft202012Validator(schema).is_valid(body_of(world, name)), name
