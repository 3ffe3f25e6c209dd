"""A row of what find or do lists."""

from msgspec import Struct

from domain.kernel.messages import Text


class Result(Struct, frozen=True):
    """One thing found: where it leads, its icon, what it is called, and of which kind it is."""

    href: str
    icon: str
    label: Text
    kind: Text
    also: str = ""
    """Words it is found by besides those of its label."""
