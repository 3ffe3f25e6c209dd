"""The range in which a true share lies, 95 times of 100, where one knows how many were counted."""

from decimal import Decimal
from math import sqrt

from msgspec import Struct

Z = 1.959964  # standard deviations on both sides that hold 95 of 100


class Interval(Struct, frozen=True):
    """Both ends of a range, in whole percent."""

    low: int
    high: int


def interval_of(percent: Decimal, of: int) -> Interval:
    """Return the interval of Wilson (1927) of a share in percent, counted in `of` cases (over 0).

    The share is taken as the whole number of cases that is nearest to it.
    """
    share = min(max(round(float(percent) / 100 * of), 0), of) / of
    spread = Z * Z / of
    middle = (share + spread / 2) / (1 + spread)
    half = Z / (1 + spread) * sqrt(share * (1 - share) / of + spread / (4 * of))
    return Interval(round(100 * max(middle - half, 0)), round(100 * min(middle + half, 1)))
