"""What one can look at of a pilot beside its page: an aspect is a page, a view a part of it."""

from web.aspects.learning import LEARNING
from web.aspects.view import Aspect, View

ASPECTS: tuple[Aspect, ...] = (LEARNING,)

__all__ = ["ASPECTS", "Aspect", "View"]
