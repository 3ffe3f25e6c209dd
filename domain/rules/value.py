"""Value is discovered by taking part: the guess is folded away until enough people have."""

from collections.abc import Iterator
from datetime import datetime

from domain.kernel.messages import Message, say, say_all, say_many
from domain.rules.known import Known, Turnout
from domain.rules.rule import Gate, Next, Wish
from domain.rules.thresholds import ENOUGH_DAYS, ENOUGH_ENTRIES

VALUE = "S003-participation-first"


def still_needed(turnout: Turnout, people: int) -> list[Message]:
    """Return what participation still lacks before value can be told, such as “1 more person”."""
    lacking = [
        (n := people - turnout.people, say_many(n, "{n} more person", "{n} more people")),
        (n := ENOUGH_ENTRIES - turnout.entries, say_many(n, "{n} more entry", "{n} more entries")),
        (n := ENOUGH_DAYS - turnout.days, say_many(n, "{n} more day", "{n} more days")),
    ]
    return [says for n, says in lacking if n > 0]


def _participation_first(
    known: Known, _: datetime, threshold: int, __: Wish
) -> Iterator[tuple[Message, Next]]:
    if lacking := still_needed(known.turnout, threshold):
        yield (
            say(
                "Take part first; it is early to say what it is worth. {in_words} to go.",
                in_words=say_all(lacking),
            ),
            Next("log-participation", say("Log what people did")),
        )


RULES = (
    Gate(
        id=VALUE,
        claim=say("Taking part comes before value: a value is told once enough people have."),
        on=("discover-value",),
        check=_participation_first,
    ),
)
