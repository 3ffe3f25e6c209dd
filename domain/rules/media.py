"""What is said of the media a pilot works with."""

from collections.abc import Iterator
from datetime import datetime

from domain.kernel.messages import Message, say
from domain.rules.known import Known
from domain.rules.rule import Next, Warn


def _unfit(known: Known, _: datetime, __: int) -> Iterator[tuple[Message, Next]]:
    found = {fit.medium for fit in known.fits}
    for medium in dict.fromkeys(each.medium for each in known.media):
        if medium not in found:
            audience = known.audiences[0].audience if known.audiences else ""
            yield (
                say(
                    "Nobody has said whether the audience is to be found on “{medium}”.",
                    medium=medium,
                ),
                Next(
                    "assess-medium-fit",
                    say("Say who is there"),
                    {"medium": medium} | ({"audience": audience} if audience else {}),
                ),
            )


RULES = (
    Warn(
        id="S003-audience-fit",
        claim=say("A medium fits where the audience is to be found on it."),
        check=_unfit,
    ),
)
