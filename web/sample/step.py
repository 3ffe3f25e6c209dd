"""The steps the sample is told in, and the invented people in it."""

from typing import Any

from msgspec import Struct, field

PEOPLE = ("Ines Kato", "Tomas Berg", "Priya Rao", "Olu Adeyemi", "Mara Voss")
INES, TOMAS, PRIYA, OLU, MARA = PEOPLE
SHIFT, LIBRARY = "pilot:shift", "pilot:tender"


class Step(Struct, frozen=True):
    """One command: when, by whom, and what the thing it makes is called from there on."""

    days_ago: float
    who: str
    command: str
    fields: dict[str, Any] = field(default_factory=dict)
    makes: str = ""


def log(days_ago: float, who: str, text: str, *along: str, **more: Any) -> Step:
    """Return the step that logs an entry, with others, in the first pilot if no other is named."""
    told = {"pilot": SHIFT, "text": text, "mode": "co-create", "with": list(along)} | more
    return Step(days_ago, who, "log-participation", told)
