"""What text may be kept: Unicode NFC, without NUL and lone surrogates, and nothing but text."""

import re
from typing import Any
from unicodedata import combining, normalize

from domain.kernel.errors import Invalid
from domain.kernel.messages import say

DEEPEST = 8
WORD = re.compile(r"[^\W_]+")  # letters and digits in a row


def clean(text: str, *, field: str = "") -> str:
    """Return text as it is kept: NFC, without space around it, with plain line ends.

    Raises Invalid where it holds what no database keeps.
    """
    if "\x00" in text:
        message = say("The text holds a NUL character. Remove it.")
        raise Invalid(message, field=field)
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        message = say("The text holds half a character (a lone surrogate). Type it again.")
        raise Invalid(message, field=field)
    return normalize("NFC", text.replace("\r\n", "\n")).strip()


def clean_all(value: Any, *, field: str = "", depth: int = 0) -> Any:
    """Return plain data with each text in it as it is kept; `field` says where it stands.

    Raises Invalid for text or numbers that no database keeps, and for data without a bottom.
    """
    if depth > DEEPEST:
        message = say("This is nested too deeply.")
        raise Invalid(message, field=field)
    match value:
        case str():
            return clean(value, field=field)
        case dict():
            return {
                key: clean_all(each, field=f"{field}.{key}" if field else str(key), depth=depth + 1)
                for key, each in value.items()
            }
        case list() | tuple():
            return [clean_all(each, field=field, depth=depth + 1) for each in value]
        case float() if value != value or value in (float("inf"), float("-inf")):  # noqa: PLR0124
            message = say("A number is needed here, not NaN or infinity.")
            raise Invalid(message, field=field)
        case _:
            return value


def words_of(text: str) -> list[str]:
    """Return the words of a text, without accents and capitals, alike on every database."""
    plain = "".join(each for each in normalize("NFKD", text) if not combining(each))
    return WORD.findall(plain.casefold())
