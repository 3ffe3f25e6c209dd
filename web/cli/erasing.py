"""The command that erases what is kept about a person."""

from typing import Annotated

from typer import Argument, Option, Typer, confirm

from domain.kernel.access import SYSTEM
from domain.kernel.errors import Invalid
from domain.kernel.messages import say
from pilots.commands.erasure import ErasePerson
from pilots.commands.parsing import read_command
from pilots.request import CommandRequest
from projections.engine.as_of import NOW
from projections.records.lookups import people_called
from web.cli.wiring import answer, platform

NOBODY = say("Nobody is called “{person}”. Use the id in the address of their page.")
SEVERAL = say("Several people are called “{person}”. Use the id in the address of their page.")


def add_to(app: Typer) -> None:
    """Enter the command."""
    app.command()(erase)


def erase(
    person: Annotated[str, Argument(help="Their id, or their name where only one bears it.")],
    *,
    texts: Annotated[bool, Option(help="Also every text they wrote.")] = False,
    yes: Annotated[bool, Option("--yes", help="Do not ask again.")] = False,
) -> None:
    """Blank a person's name and profile for good, in the history and on every page."""
    with platform() as opened:
        with opened.views.reading() as db:
            found = [person] if person.startswith("person-") else people_called(db, person, NOW)
        if len(found) != 1:
            message = NOBODY if not found else SEVERAL
            raise Invalid(message.of(person=person))
        if not yes and not confirm(str(say("This cannot be undone. Erase for good?"))):
            message = say("Nothing was erased.")
            raise Invalid(message)
        command = read_command(ErasePerson, {"person": found[0], "texts": texts})
        opened.pilots.carry_out(CommandRequest(asker=SYSTEM, source="cli"), command)
        opened.views.keep_up()
    answer(say("Erased. What was counted stays counted."))
