"""The places one can go to and the keys that lead there: one table for rail, help and palette."""

from msgspec import Struct

from domain.kernel.messages import Message, say


class Place(Struct, frozen=True):
    """A page that is always there: its address, icon, name, and the letter after G; "" for none.

    The four main ones stand in the rail of a desk and in the bar of a phone.
    """

    href: str
    icon: str
    label: Message
    letter: str = ""
    main: bool = False


class Key(Struct, frozen=True):
    """Keys that are pressed together, and what they do."""

    keys: tuple[str, ...]
    does: Message


PLACES = (
    Place("/", "house", say("Home"), "h", main=True),
    Place("/pilots", "route", say("Pilots"), "p", main=True),
    Place("/lessons", "lightbulb", say("Lessons"), "l", main=True),
    Place("/review", "layout-dashboard", say("Review"), "r", main=True),
    Place("/settings", "settings", say("Settings")),
    Place("/value", "coins", say("Value")),
    Place("/people", "users", say("People")),
    Place("/rules", "scale", say("Method")),
    Place("/search", "search", say("Search")),
    Place("/together", "network", say("What we learned together")),
    Place("/compare", "gauge", say("Compare pilots")),
)
KEYS = (
    Key(("Ctrl", "K"), say("Find or do something")),
    Key(("N",), say("Log something")),
    Key(("Enter",), say("Log what you typed")),
    Key(("Shift", "Enter"), say("Begin a new line")),
    Key(("Ctrl", "Enter"), say("Save what you are typing")),
    Key(("J", "K"), say("Next and previous pilot of a review")),
    Key(("?",), say("Show these keys")),
    Key(("Esc",), say("Close what is open")),
)
