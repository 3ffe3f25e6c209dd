"""Commands over the JSON API: which there are, and carrying one out."""

import re
from typing import Any

from msgspec import DecodeError, json
from starlette.requests import Request
from starlette.responses import Response

from domain.kernel.errors import Refused
from domain.kernel.messages import say
from domain.kernel.moments import stamp
from pilots.commands import COMMANDS
from pilots.commands.parsing import read_command
from pilots.concurrency import Overtaken
from pilots.request import CommandRequest, new_id
from web.api.openapi import command_schemas
from web.forms.parsing import COMMAND_ID
from web.http.reading import Reading
from web.http.refusal import Unanswerable
from web.http.responses import answer, problem, status_of
from web.http.threads import in_turn

VERSION = re.compile(r'"([0-9]{1,9})"')


def get_commands(reading: Reading) -> Response:
    """GET /api/v1/commands — every command there is, with the JSON Schema of its fields."""
    del reading
    return answer({"commands": command_schemas()})


async def post_command(request: Request) -> Response:
    """POST /api/v1/commands/{name} — carry out a command once under its Idempotency-Key.

    With If-Match: "<version>" it is refused where the thing is not of that version any more.
    """
    body = await request.body()
    return await in_turn(_carry_out, Reading(request), body)


def _carry_out(reading: Reading, body: bytes) -> Response:
    asker, kind = reading.asker, COMMANDS.get(reading.path["name"])
    if kind is None:
        raise Unanswerable(404, say("There is no such command. GET /api/v1/commands lists them."))
    command_id = reading.request.headers.get("idempotency-key") or new_id()
    if not COMMAND_ID.fullmatch(command_id):
        raise Unanswerable(422, say("An Idempotency-Key is 8 to 100 letters, digits or _ : -."))
    version = _version(reading.request.headers.get("if-match"))
    try:
        fields = json.decode(body or b"{}", type=dict[str, Any])
        asking = CommandRequest(asker=asker, source="api", command_id=command_id, version=version)
        receipt = reading.platform.pilots.carry_out(asking, read_command(kind, fields))
    except (DecodeError, UnicodeDecodeError, RecursionError) as wrong:
        raise Unanswerable(
            422, say("The body is no JSON object. Send the fields as one.")
        ) from wrong
    except Overtaken as overtaken:
        return _both(overtaken)
    except Refused as refused:
        return problem(status_of(refused), str(refused), refused.field)
    return answer(receipt, 201)


def _version(tag: str | None) -> int | None:
    if tag is None:
        return None
    if not (found := VERSION.fullmatch(tag)):
        raise Unanswerable(422, say('If-Match is the version of the thing in quotes, such as "3".'))
    return int(found[1])


def _both(overtaken: Overtaken) -> Response:
    since = [
        {
            "name": event.fact.stored_as,
            "version": event.originator_version,
            "position": event.position,
            "recorded_at": stamp(event.recorded_at or event.occurred_at),
            "by": event.by,
            "data": event.fact,
        }
        for event in overtaken.since
    ]
    yours, theirs = overtaken.yours, overtaken.theirs
    return problem(409, str(overtaken), yours=yours, theirs=theirs, since=since)
