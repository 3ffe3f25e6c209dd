"""The five steps of a pilot: why care, who, listen, take part usefully, lead by inviting."""

from collections.abc import Iterator
from datetime import datetime

from msgspec import Struct

from domain.rules.known import Known
from domain.rules.rule import Next, Warn
from domain.rules.thresholds import DEFAULTS


class Stride(Struct, frozen=True):
    """One step of the path, how far it is walked, and what walks it."""

    name: str
    done: int
    needed: int
    next: Next

    @property
    def is_done(self) -> bool:
        """Tell whether the step is walked."""
        return self.done >= self.needed


def path(known: Known, listening: int = DEFAULTS["S002-five-step-path"].amount) -> list[Stride]:
    """Return the five steps (S002), each derived from facts; nobody ticks them off."""
    heard = known.modes.get("listen", 0)
    return [
        Stride("Why we care", int(bool(known.purpose.why_care)), 1, WHY),
        Stride("Who it is for", len(known.audiences), 1, WHO),
        Stride("Listen", heard, listening, LISTEN),
        Stride("Take part usefully", known.thanks, 1, THANK),
        Stride("Lead by inviting", sum(each.taken_up for each in known.invitations), 1, INVITE),
    ]


def _skipped(known: Known, _: datetime, threshold: int) -> Iterator[tuple[str, Next]]:
    strides = path(known, threshold)
    later = [stride for stride in strides if stride.done]
    for number, stride in enumerate(strides):
        ahead = next((each for each in strides[number + 1 :] if each in later), None)
        if not stride.is_done and ahead:
            still = stride.needed - stride.done
            yield (
                (
                    f"“{ahead.name}” has begun, but “{stride.name}” comes before it"
                    f"{f': {still} to go' if stride.needed > 1 else ''}."
                ),
                stride.next,
            )
            return


WHY = Next("state-why-care", "Say why you care")
WHO = Next("list-audience", "Say whom it is for")
LISTEN = Next("log-participation", "Log that you listened", {"mode": "listen"})
THANK = Next("log-participation", "Do something useful for somebody", {"mode": "give"})
INVITE = Next("open-invitation", "Invite people to take part")

RULES = (
    Warn(
        id="S002-five-step-path",
        claim="Why, who, listen, take part, lead: no step is skipped.",
        check=_skipped,
    ),
)
