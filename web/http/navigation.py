"""The places one can go to and the keys that lead there: one table for rail, help and palette."""

from msgspec import Struct


class Place(Struct, frozen=True):
    """A page that is always there: its address, icon, name, and the letter after G; "" for none.

    `rail` and `bar` tell whether the rail of a desk and the bar of a phone lead there.
    """

    href: str
    icon: str
    label: str
    letter: str = ""
    rail: bool = True
    bar: bool = False


class Key(Struct, frozen=True):
    """Keys that are pressed together, and what they do."""

    keys: tuple[str, ...]
    does: str


PLACES = (
    Place("/", "house", "Home", "h"),
    Place("/review", "layout-dashboard", "Review", "r", bar=True),
    Place("/pilots", "route", "Pilots", "p", bar=True),
    Place("/lessons", "lightbulb", "Lessons", "l", bar=True),
    Place("/value", "coins", "Value", "v"),
    Place("/people", "users", "People", "e", bar=True),
    Place("/rules", "scale", "Method", "m"),
    Place("/search", "search", "Search", "s"),
    Place("/together", "network", "What we learned together", "t", rail=False),
    Place("/compare", "gauge", "Compare pilots", rail=False),
)
KEYS = (
    Key(("Ctrl", "K"), "Find or do something"),
    Key(("N",), "Log something"),
    Key(("Ctrl", "Enter"), "Save what you are typing"),
    Key(("J", "K"), "Next and previous pilot of a review"),
    Key(("?",), "Show these keys"),
    Key(("Esc",), "Close what is open"),
)
