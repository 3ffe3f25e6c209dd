"""Places names beside dots so that none lies over another name or dot."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from unicodedata import east_asian_width

from msgspec import Struct

LETTER, CAPITAL, FULL, LINE = 6.1, 8.4, 11.5, 13.0  # pixels: width of letters, height of a line
WIDEST = "WM@—…"
EDGE = 2.0  # pixels kept free at the edge of the picture

Box = tuple[float, float, float, float]


class LabelledDot(Struct, frozen=True):
    """A dot in pixels, and the name that is wanted beside it."""

    x: float
    y: float
    r: float
    name: str


class Label(Struct, frozen=True):
    """Where a name stands, from the middle of its dot in pixels, and which end of it."""

    dx: float
    dy: float
    anchor: str


@lru_cache(maxsize=128)  # the same people stand in the same places again and again
def place_labels(
    spots: tuple[LabelledDot, ...], width: float, height: float, most: int
) -> tuple[Label | None, ...]:
    """Return a label for as many dots as there is room, the first ones first; at most `most`."""
    taken: list[Box] = []
    labels: list[Label | None] = []
    for spot in spots:
        found = None
        if spot.name and len(taken) < most:
            found = next(_free(spot, spots, taken, (width, height)), None)
        if found:
            taken.append(found[1])
        labels.append(found[0] if found else None)
    return tuple(labels)


def width_of(text: str) -> float:
    """Return about how many pixels a name takes, in any script."""
    return sum(_letter(letter) for letter in text)


def shortened(text: str, room: float) -> str:
    """Return a name, or as much of its beginning as there is room for in pixels."""
    if width_of(text) <= room:
        return text
    kept = next(n for n in range(len(text), -1, -1) if width_of(text[:n]) <= room - FULL)
    return f"{text[:kept].rstrip()}…"


def _letter(letter: str) -> float:
    if letter in WIDEST or east_asian_width(letter) in ("W", "F"):
        return FULL
    return CAPITAL if letter.isupper() else LETTER


def _free(
    spot: LabelledDot, spots: Sequence[LabelledDot], taken: Sequence[Box], room: tuple[float, float]
) -> Iterator[tuple[Label, Box]]:
    for label, box in _around(spot):
        inside = (
            box[0] > EDGE and box[2] < room[0] - EDGE and box[1] > EDGE and box[3] < room[1] - EDGE
        )
        if not inside or any(_meet(box, other) for other in taken):
            continue
        if any(each is not spot and _meet(box, _box_of(each)) for each in spots):
            continue
        yield label, box


def _around(spot: LabelledDot) -> Iterator[tuple[Label, Box]]:
    wide, x, y, r = width_of(spot.name), spot.x, spot.y, spot.r
    over, under, half = y - r - 2, y + r + 3, LINE / 2
    yield Label(0, -r - 5, "middle"), (x - wide / 2, over - LINE, x + wide / 2, over)
    yield Label(0, r + 13, "middle"), (x - wide / 2, under, x + wide / 2, under + LINE)
    yield Label(r + 4, 4, "start"), (x + r + 3, y - half, x + r + wide + 5, y + half)
    yield Label(-r - 4, 4, "end"), (x - r - wide - 5, y - half, x - r - 3, y + half)


def _box_of(spot: LabelledDot) -> Box:
    return spot.x - spot.r, spot.y - spot.r, spot.x + spot.r, spot.y + spot.r


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
