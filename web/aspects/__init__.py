"""What one can look at of a pilot beside its page: an aspect is a page, a view a part of it."""

from web.aspects.evidence import GROUNDS
from web.aspects.learning import LEARNING
from web.aspects.media import MEDIA
from web.aspects.participation import TAKING_PART
from web.aspects.value import WORTH
from web.aspects.view import Aspect, View

ASPECTS: tuple[Aspect, ...] = (LEARNING, TAKING_PART, MEDIA, WORTH, GROUNDS)

__all__ = ["ASPECTS", "Aspect", "View"]
