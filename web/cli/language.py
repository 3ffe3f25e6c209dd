"""In which language the command line speaks, its help included."""

import os
from collections.abc import Iterator
from typing import cast

from babel import negotiate_locale
from typer.core import TyperCommand, TyperGroup

from web.i18n.current import ENGLISH, Language, gettext
from web.i18n.languages import language_called, languages

Command = TyperCommand | TyperGroup
NAMED_BY = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""The variables that name languages, the first that is set before the others (POSIX, gettext)."""


def language_of_terminal() -> Language:
    """Return the language the environment names, English where it names none that is here."""
    named = next((value for name in NAMED_BY if (value := os.environ.get(name))), "")
    wanted = [each.partition(".")[0].partition("_")[0] for each in named.split(":")]
    return language_called(negotiate_locale(wanted, languages()) or ENGLISH.code)


def translated(command: Command) -> Command:
    """Return a command, and those below it, with their help in the language that is spoken."""
    for part, text in helps(command):
        vars(part)["help"] = gettext(text)
    return command


def helps(command: Command) -> Iterator[tuple[object, str]]:
    """Yield what has a help with it: a command, its parameters, and the commands below it."""
    for part in (command, *command.params):
        if text := getattr(part, "help", None):
            yield part, text
    below = command.commands.values() if isinstance(command, TyperGroup) else ()
    for each in below:
        yield from helps(cast("Command", each))
