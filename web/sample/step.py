"""The steps the sample is told in, and the invented people in it."""

from typing import Any

from msgspec import Struct, field

PEOPLE = {
    "Ines Kato": "Looks after the pilots. Invented, like everybody here.",
    "Mara Voss": "Head of operations; pays for what is tried. Invented.",
    "Jonas Lind": "Sits at the passenger desk. Invented.",
    "Noor Haddad": "Deckhand on the first boat. Invented.",
    "Lucia Ferro": "Makes the timetable. Invented.",
    "Tomas Berg": "Leads a night crew at Northquay. Invented.",
    "Priya Rao": "Night dispatcher at Eastmole. Invented.",
    "Olu Adeyemi": "Night engineer at Eastmole. Invented.",
    "Wen Tao": "Writes our tenders. Invented.",
    "Pia Lund": "Crosses on the 7:10 every morning. Invented.",
}
MANAGER = "Ines"


class StoryStep(Struct, frozen=True):
    """One command: when, by whom, and what the thing it makes is called from there on.

    `day` counts working days back from the day the story is told; values are resolved later.
    """

    day: int
    time: str
    who: str
    command: str
    fields: dict[str, Any] = field(default_factory=dict)
    makes: str = ""


def began(day: int, time: str, minutes: str) -> dict[str, str]:
    """Return when something began that was written down as it ended; nothing before midnight."""
    first = int(time[:2]) * 60 + int(time[3:]) - int(minutes)
    return {"occurred_at": f"{{{day} {first // 60:02}:{first % 60:02}}}"} if first > 0 else {}
