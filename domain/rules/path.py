"""The five steps of a pilot: why care, who, listen, take part usefully, lead by inviting."""

from collections.abc import Iterator
from datetime import datetime

from msgspec import Struct

from domain.kernel.messages import say, to_say
from domain.rules.known import Known
from domain.rules.rule import Next, Warn
from domain.rules.thresholds import DEFAULTS


class Stride(Struct, frozen=True):
    """One step of the path: `done` of `needed`, in what the step counts, and what walks it."""

    name: str
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
        Stride(to_say("Why we care"), int(bool(known.purpose.why_care)), 1, WHY),
        Stride(to_say("Who it is for"), len(known.audiences), 1, WHO),
        Stride(to_say("Listen"), heard, listening, LISTEN),
        Stride(to_say("Take part usefully"), known.thanks, 1, THANK),
        Stride(to_say("Lead by inviting"), taken_up, 1, INVITE),
    ]


def _skipped(known: Known, _: datetime, threshold: int) -> Iterator[tuple[str, Next]]:
    strides = path(known, threshold)
    later = [stride for stride in strides if stride.done]
    for number, stride in enumerate(strides):
        ahead = next((each for each in strides[number + 1 :] if each in later), None)
        if not stride.is_done and ahead:
            says = to_say("“{ahead}” has begun, but “{step}” comes before it.")
            if stride.needed > 1:
                says = to_say("“{ahead}” has begun, but “{step}” comes before it: {n} to go.")
            put = {"ahead": say(ahead.name), "step": say(stride.name)}
            yield say(says, n=stride.needed - stride.done, **put), stride.next
            return


WHY = Next("state-why-care", to_say("Say why you care"))
WHO = Next("list-audience", to_say("Say whom it is for"))
LISTEN = Next("log-participation", to_say("Log that you listened"), {"mode": "listen"})
THANK = Next("log-participation", to_say("Do something useful for somebody"), {"mode": "give"})
INVITE = Next("open-invitation", to_say("Invite people to take part"))

RULES = (
    Warn(
        id="S002-five-step-path",
        claim="Why, who, listen, take part, lead: no step is skipped.",
        check=_skipped,
    ),
)
