"""Value is discovered by taking part: the guess is folded away until enough people have."""

from collections.abc import Iterator
from datetime import datetime

from domain.rules.course import Turnout
from domain.rules.known import Known
from domain.rules.rule import Gate, Next, Wish
from domain.rules.thresholds import ENOUGH_DAYS, ENOUGH_ENTRIES

VALUE = "S003-participation-first"


def still_needed(turnout: Turnout, people: int) -> list[str]:
    """Return what participation still lacks before value can be told, such as “1 more person”."""
    lacking = [
        (people - turnout.people, "more person", "more people"),
        (ENOUGH_ENTRIES - turnout.entries, "more entry", "more entries"),
        (ENOUGH_DAYS - turnout.days, "more day", "more days"),
    ]
    return [f"{n} {one if n == 1 else many}" for n, one, many in lacking if n > 0]


def _participation_first(
    known: Known, _: datetime, threshold: int, __: Wish
) -> Iterator[tuple[str, Next]]:
    if lacking := still_needed(known.turnout, threshold):
        yield (
            f"Take part first; it is early to say what it is worth. {_in_words(lacking)} to go.",
            Next("log-participation", "Log what people did"),
        )


def _in_words(lacking: list[str]) -> str:
    *most, last = lacking
    return f"{', '.join(most)} and {last}" if most else last


RULES = (
    Gate(
        id=VALUE,
        claim="Taking part comes before value: a value is told once enough people have.",
        on=("discover-value",),
        check=_participation_first,
    ),
)
