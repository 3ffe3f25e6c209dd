"""Saves what the product answers, with ids and salts that come out the same each time."""

import secrets
from itertools import count
from uuid import UUID

import uuid_utils

_numbers = count(1)


def _next_id() -> UUID:
    return UUID(int=(7 << 76) | (2 << 62) | next(_numbers))


# Before anything else is imported: whoever takes these by name gets the given ones.
uuid_utils.uuid7 = _next_id  # type: ignore[assignment]  # a module's function, on purpose
secrets.token_hex = lambda length=None: f"{next(_numbers):0{2 * (length or 32)}x}"
secrets.token_urlsafe = lambda length=None: "n" * (length or 32)


def from_here_on_the_same() -> None:
    """Give out one id for ever: what a page draws for its forms tells nothing about it."""
    global _numbers  # noqa: PLW0603  # the place all ids come from
    _numbers = _standing(10**9)


def _standing(number: int):  # noqa: ANN202
    while True:
        yield number
