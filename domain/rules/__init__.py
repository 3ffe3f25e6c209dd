"""Every rule of the method in one list; each is a pure function of what is known and the moment."""

from domain.kernel.messages import Message
from domain.rules import (
    asking,
    audience,
    badges,
    deciding,
    learning,
    media,
    order,
    owner,
    path,
    value,
)
from domain.rules import learning_loops as loops
from domain.rules import participation as taking_part
from domain.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    *asking.RULES,
    *audience.RULES,
    *order.RULES,
    *path.RULES,
    *media.RULES,
    *loops.RULES,
    *owner.RULES,
    *taking_part.RULES,
    *value.RULES,
    *learning.RULES,
    *deciding.RULES,
    *badges.RULES,
)


def claim_of(rule: str) -> Message | None:
    """Return what a rule claims; None for one that is not known."""
    return next((each.claim for each in RULES if each.id == rule), None)
