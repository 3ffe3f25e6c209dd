"""Reads how one would know: “a handover goes from 20 to 5 minutes”, in both languages."""

import re

from msgspec import Struct

from web.composer.line.measured import NUMBER
from web.i18n.formatting import capped

UNIT = r"%|[^\W\d_]{1,30}"
FROM_TO = re.compile(
    rf"\b(?:from|von)\s+(?P<start>{NUMBER})\s*(?P<unit>{UNIT})?\s*(?:to|auf|zu|bis|→)\s+"
    rf"(?P<target>{NUMBER})\s*(?P<later>{UNIT})?",
    re.IGNORECASE,
)
CONNECTING = ("to", "auf", "zu", "bis")  # no units
GOING = re.compile(
    r"\b(?:goes?|should go|falls?|drops?|rises?|grows?|takes?|is|are|geht|gehen|sinkt|sinken|fällt|"
    r"fallen|steigt|steigen|dauert|dauern|ist|sind)\s*$",
    re.IGNORECASE,
)
EDGE = " ,.;:–-"
LONGEST = 80  # letters of a name


class FromTo(Struct, frozen=True):
    """What one measures, where it is and where it should be; numbers as a command takes them.

    What is counted is its name where nobody gave it another.
    """

    name: str
    unit: str
    start: str | None = None
    target: str | None = None


def read_from_to(line: str, unit: str) -> FromTo | None:
    """Return what a line says, None where it is empty; `unit` is what is counted by itself."""
    text = " ".join(line.split())
    if not text:
        return None
    found = FROM_TO.search(text)
    if found is None:
        return FromTo(_name(text, ""), unit)
    before, after = text[: found.start()], text[found.end() :]
    typed = found["later"] or found["unit"] or ""
    typed = unit if typed.casefold() in CONNECTING else typed
    counted = typed or unit
    name = _name(before, after) or capped(counted)
    return FromTo(name, counted, _number(found["start"]), _number(found["target"]))


def _name(before: str, after: str) -> str:
    name = GOING.sub("", before.strip(EDGE)).strip(EDGE) or after.strip(EDGE) or before.strip(EDGE)
    name = name[:LONGEST].strip()
    return capped(name)


def _number(text: str) -> str:
    return text.replace(",", ".")
