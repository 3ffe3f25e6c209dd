"""The places one can go to and the keys that lead there: one table for rail, help and palette."""

from msgspec import Struct

from domain.kernel.messages import Message, say


class Place(Struct, frozen=True):
    """A page that is always there: its address, icon, name, and the letter after G; "" for none.

    `rail` and `bar` tell whether the rail of a desk and the bar of a phone lead there.
    """

    href: str
    icon: str
    label: Message
    letter: str = ""
    rail: bool = True
    bar: bool = False


class Key(Struct, frozen=True):
    """Keys that are pressed together, and what they do."""

    keys: tuple[str, ...]
    does: Message


PLACES = (
    Place("/", "house", say("Home"), "h"),
    Place("/review", "layout-dashboard", say("Review"), "r", bar=True),
    Place("/pilots", "route", say("Pilots"), "p", bar=True),
    Place("/lessons", "lightbulb", say("Lessons"), "l", bar=True),
    Place("/value", "coins", say("Value"), "v"),
    Place("/people", "users", say("People"), "e", bar=True),
    Place("/rules", "scale", say("Method"), "m"),
    Place("/search", "search", say("Search"), "s"),
    Place("/together", "network", say("What we learned together"), "t", rail=False),
    Place("/compare", "gauge", say("Compare pilots"), rail=False),
)
KEYS = (
    Key(("Ctrl", "K"), say("Find or do something")),
    Key(("N",), say("Log something")),
    Key(("Ctrl", "Enter"), say("Save what you are typing")),
    Key(("J", "K"), say("Next and previous pilot of a review")),
    Key(("?",), say("Show these keys")),
    Key(("Esc",), say("Close what is open")),
)
