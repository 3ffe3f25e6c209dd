"""Reads a measurement: “first call 52 %, of 29 faults”, by the names of the measures there are."""

import re
from collections.abc import Mapping

from msgspec import Struct

from domain.kernel.text import words_of

NUMBER = r"-?[0-9]{1,9}(?:[.,][0-9]{1,4})?"
OF = re.compile(r"\b(?:out of|of|von)\s+(?P<n>[0-9]{1,9})\b", re.IGNORECASE)
VALUE = re.compile(rf"(?<![\w.,])(?P<value>{NUMBER})(?![\d])")


class ReadMeasurement(Struct, frozen=True):
    """What was measured; `measure` is empty where the line may mean several."""

    measure: str
    name: str
    unit: str
    value: str
    n: str = ""


class KnownMeasure(Struct, frozen=True):
    """A measure a line may mean."""

    name: str
    unit: str


NONE = KnownMeasure("", "")


def measurement_in(line: str, measures: Mapping[str, KnownMeasure]) -> ReadMeasurement | None:
    """Return what a line measures, with the measures there are by key; None without a number."""
    of = OF.search(line)
    rest = line[: of.start()] + line[of.end() :] if of else line
    value = VALUE.search(rest)
    if value is None:
        return None
    named = VALUE.sub(" ", rest, count=1)
    measure = _meant(named, measures)
    number = value["value"].replace(",", ".")
    known = measures.get(measure, NONE)
    return ReadMeasurement(measure, known.name, known.unit, number, of["n"] if of else "")


def _meant(line: str, measures: Mapping[str, KnownMeasure]) -> str:
    """Return the measure whose name shares most words with a line, or the only one there is."""
    if len(measures) == 1:
        return next(iter(measures))
    words = set(words_of(line))
    shared = {key: len(words & set(words_of(each.name))) for key, each in measures.items()}
    most = max(shared.values(), default=0)
    best = [key for key, count in shared.items() if count == most]
    return best[0] if most and len(best) == 1 else ""
