"""What one can look at of a pilot beside its page: an aspect is a page, a view a part of it."""

from web.aspects.evidence import EVIDENCE
from web.aspects.learning import LEARNING
from web.aspects.media import MEDIA
from web.aspects.participation import PARTICIPATION
from web.aspects.value import VALUE
from web.aspects.view import Aspect, View

ASPECTS: tuple[Aspect, ...] = (LEARNING, PARTICIPATION, MEDIA, VALUE, EVIDENCE)

__all__ = ["ASPECTS", "Aspect", "View"]
