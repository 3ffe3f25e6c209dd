"""The list of every fact, told by the code itself: as a page to read and as a JSON Schema."""

from collections.abc import Iterator
from inspect import getdoc
from typing import Annotated, Any

from msgspec import UNSET, Meta, Raw, Struct, UnsetType, json, structs

from domain.facts import FAMILIES
from domain.kernel.aggregate import FACTS, UPCASTS, Fact, Origin
from domain.kernel.fields import EventId, Moment, PilotId, Precision, StreamId, Zone
from domain.kernel.prose import prose_paths


class ExportedEvent(Struct, kw_only=True, omit_defaults=True):
    """One event as it leaves the building: a line of the exported history."""

    position: Annotated[int, Meta(ge=1, description="Place in the one history, dense from 1.")]
    id: EventId
    stream: StreamId
    version: Annotated[int, Meta(ge=1, description="Place in the stream, from 1.")]
    name: str
    pilots: tuple[PilotId, ...]
    recorded_at: Annotated[Moment, Meta(description="When it was written down, UTC.")]
    occurred_at: Annotated[Moment, Meta(description="When it happened, as the person says.")]
    precision: Precision
    zone: Zone | UnsetType = UNSET
    by: Annotated[str, Meta(description="Person id, `system` or `anonymous`.")]
    source: Annotated[str, Meta(description="`web`, `api`, `cli` or `import:<digest>`.")]
    outside_id: str | UnsetType = UNSET
    command_id: str
    because_of: EventId | UnsetType = UNSET
    origin: Origin | UnsetType = UNSET
    data: Raw
    salt: Annotated[str, Meta(pattern="^[0-9a-f]{32}$")] | UnsetType = UNSET
    prose_digest: Annotated[str, Meta(pattern="^[0-9a-f]{64}$")] | UnsetType = UNSET


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) that each line of an export validates against."""
    template = "#/$defs/{name}"
    (_, *facts), parts = json.schema_components(
        [ExportedEvent, *FACTS.values()], ref_template=template
    )
    line = parts.pop(ExportedEvent.__name__)
    line["properties"]["name"] = {"enum": list(FACTS)}
    for fact in FACTS.values():
        parts[fact.__name__] |= {"x-stored-as": fact.stored_as, "additionalProperties": False}
    schemas = zip(FACTS.values(), facts, strict=True)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A line of a Pilotlog export",
        **{key: line[key] for key in ("type", "properties", "required")},
        "additionalProperties": False,
        "allOf": [
            {
                "if": {"properties": {"name": {"const": fact.stored_as}}},
                "then": {"properties": {"data": reference}},
            }
            for fact, reference in schemas
        ],
        "$defs": parts,
    }


def catalogue() -> str:
    """Return the catalogue of facts as Markdown, the text of docs/events.md."""
    return "\n\n".join(_paragraphs()) + "\n"


def _paragraphs() -> Iterator[str]:
    yield "# Facts"
    yield (
        f"Printed by `pilotlog catalogue`: {len(FACTS) - len(UPCASTS)} facts. "
        "Fields in *italics* are prose, the only thing that can be erased; `?` may be left out."
    )
    for family in FAMILIES:
        title = family.__name__.rpartition(".")[2].replace("_", " ")
        yield f"## {title[0].upper()}{title[1:]}"
        yield str(getdoc(family))
        facts = [each for each in FACTS.values() if each.__module__ == family.__name__]
        yield "| fact | meaning | carries |\n|---|---|---|\n" + "\n".join(map(_row, facts))


def _row(fact: type[Fact]) -> str:
    return f"| `{fact.stored_as}` | {getdoc(fact)} | {_carries(fact)} |"


def _carries(fact: type[Fact]) -> str:
    prose = {path[0] for path in prose_paths(fact)}
    names = [
        (f"*{field.encode_name}*" if field.encode_name in prose else f"`{field.encode_name}`")
        + ("" if field.required else "?")
        for field in structs.fields(fact)
    ]
    return ", ".join(names) or "nothing more"
