"""A form with good values: where it is, which fact it leads to, and what to fill in."""

from typing import Any

from msgspec import Struct


class Good(Struct, frozen=True):
    """A form with good values; ids of a world stand in braces."""

    path: str
    fact: str
    said: dict[str, Any]
