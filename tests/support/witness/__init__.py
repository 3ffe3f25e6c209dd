"""Saves what the product answers, with ids and salts that come out the same each time."""

import secrets
from collections.abc import Iterator
from itertools import count, repeat
from uuid import UUID

import uuid_utils

_numbers: Iterator[int] = count(1)


def _next_id() -> UUID:
    return UUID(int=(7 << 76) | (2 << 62) | next(_numbers))


# Before anything else is imported: whoever takes these by name gets the given ones.
uuid_utils.uuid7 = _next_id  # type: ignore[assignment]  # a module's function, on purpose
secrets.token_hex = lambda nbytes=None: f"{next(_numbers):0{2 * (nbytes or 32)}x}"
secrets.token_urlsafe = lambda nbytes=None: "n" * (nbytes or 32)


def from_here_on_the_same() -> None:
    """Give out one id for ever: what a page draws for its forms tells nothing about it."""
    global _numbers  # noqa: PLW0603  # the place all ids come from
    _numbers = repeat(10**9)
