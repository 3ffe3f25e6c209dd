"""What rules say, as pages show it: one sentence, and one button that leads to a form."""

import re
from collections.abc import Mapping
from urllib.parse import quote, urlencode

from msgspec import Struct

from domain.kernel.errors import GateClosed, Refused
from domain.kernel.messages import Message
from domain.rules.rule import Hint, Next, Precondition
from pilots.commands import COMMANDS
from pilots.commands.base import declared
from web.http.urls import form_of

PLACE = re.compile(r"{(\w+)}")


class Shown(Struct, frozen=True):
    """A hint or a precondition on a page: the rule it comes from, what it says, and its button."""

    rule: str
    says: Message
    label: Message
    href: str


def shown(each: Hint | Precondition, pilot: str) -> Shown:
    """Return what a rule says of a pilot with the address of the one thing to do."""
    return Shown(each.rule, each.says, each.next.label, address_of(each.next, pilot))


def address_of(to_do: Next, pilot: str) -> str:
    """Return the form of what is to be done, filled in as far as that is known."""
    return filled_form(to_do.command, {"pilot": pilot} | dict(to_do.fields))


def filled_form(command: str, given: Mapping[str, str]) -> str:
    """Return the address of a command's form: its things in the path, the rest in the query."""
    kind = COMMANDS[command]
    path = form_of(kind)
    fields = {field.encode_name for field in declared(kind)}
    asked = {
        name: value for name, value in given.items() if name in fields and f"{{{name}}}" not in path
    }
    query = f"?{urlencode(asked)}" if asked else ""
    return path.format(**{name: quote(value, safe="") for name, value in given.items()}) + query


def opening(refused: Refused | None) -> tuple[str, str] | None:
    """Return the form that opens a gate and the words on its button, where its thing is known."""
    if not isinstance(refused, GateClosed):
        return None
    kind = COMMANDS[refused.command]
    if not set(PLACE.findall(form_of(kind))) <= refused.given.keys():
        return None
    return filled_form(refused.command, refused.given), kind.button
