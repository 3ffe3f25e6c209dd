"""The five steps of a pilot: why care, who, listen, take part usefully, lead by inviting."""

from collections.abc import Iterator
from datetime import datetime

from msgspec import Struct

from domain.kernel.messages import Message, say
from domain.rules.known import Known
from domain.rules.rule import Next, Warn
from domain.rules.thresholds import DEFAULTS


class Stride(Struct, frozen=True):
    """One step of the path: `done` of `needed`, in what the step counts, and what walks it."""

    name: Message
    done: int
    needed: int
    next: Next

    @property
    def is_done(self) -> bool:
        """Tell whether as much was done as the step needs."""
        return self.done >= self.needed


def path(known: Known, listening: int = DEFAULTS["S002-five-step-path"].amount) -> list[Stride]:
    """Return the five steps (S002), each derived from facts; nobody ticks them off."""
    heard = known.modes.get("listen", 0)
    taken_up = sum(each.taken_up for each in known.invitations)
    return [
        Stride(say("Why we care"), int(bool(known.purpose.why_care)), 1, WHY),
        Stride(say("Who it is for"), len(known.audiences), 1, WHO),
        Stride(say("Listen"), heard, listening, LISTEN),
        Stride(say("Take part usefully"), known.thanks, 1, THANK),
        Stride(say("Lead by inviting"), taken_up, 1, INVITE),
    ]


def _skipped(known: Known, _: datetime, threshold: int) -> Iterator[tuple[Message, Next]]:
    strides = path(known, threshold)
    later = [stride for stride in strides if stride.done]
    for number, stride in enumerate(strides):
        ahead = next((each for each in strides[number + 1 :] if each in later), None)
        if not stride.is_done and ahead:
            says = say("“{ahead}” has begun, but “{step}” comes before it.")
            if stride.needed > 1:
                says = say("“{ahead}” has begun, but “{step}” comes before it: {n} to go.")
            left = stride.needed - stride.done
            yield says.of(ahead=ahead.name, step=stride.name, n=left), stride.next
            return


WHY = Next("state-why-care", say("Say why you care"))
WHO = Next("list-audience", say("Say whom it is for"))
LISTEN = Next("log-participation", say("Log that you listened"), {"mode": "listen"})
THANK = Next("log-participation", say("Do something useful for somebody"), {"mode": "give"})
INVITE = Next("open-invitation", say("Invite people to take part"))

RULES = (
    Warn(
        id="S002-five-step-path",
        claim=say("Why, who, listen, take part, lead: no step is skipped."),
        check=_skipped,
    ),
)
