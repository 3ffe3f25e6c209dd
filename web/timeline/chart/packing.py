"""Places marks in rows and labels beside them, so that no label runs into a mark or a label."""

from collections.abc import Sequence

from msgspec import Struct

from web.timeline.chart.text_width import width_of

REACH = 10  # pixels from the middle of a mark to where a label may begin
BESIDE = 26  # pixels a label keeps from its mark and from what follows

Stretch = tuple[float, float]


class PackedMark(Struct):
    """A mark to be placed: from `x`, `bar` wide, both in percent; `row` and `side` are answers.

    `side` says where its label finds room: in (its bar), r (right), l (left), or nowhere. Where
    there is more room than the label needs it may become the first of the `longer` ones that fits.
    `edge` is the percent that a label to the right may not pass; `taken` is where both reach.
    """

    x: float
    label: str
    longer: Sequence[str] = ()
    bar: float = 0
    first: bool = False
    row: int = 0
    side: str = ""
    edge: float = 100
    taken: Stretch = (0.0, 0.0)


def place(spots: Sequence[PackedMark], rows: int, width: float) -> int:
    """Give each spot a row of at most `rows`, and a side; return how many rows are used.

    `width` is the least the picture has in pixels: where it is wider there is more room.
    """
    ordered = sorted(spots, key=lambda spot: spot.x)
    _choose_rows(ordered, rows, width)
    taken: list[list[Stretch]] = [[] for _ in range(rows)]
    for spot in ordered:
        taken[spot.row].append(_bare(spot, width))
    for spot in sorted(ordered, key=lambda spot: not spot.first):
        others = list(taken[spot.row])
        others.remove(_bare(spot, width))
        for side, stretch in _sides(spot, spot.label, width):
            if _is_free(stretch, others):
                spot.side = side
                taken[spot.row].append(stretch)
                break
    for spot in ordered:
        _lengthen(spot, taken[spot.row], width)
        spot.taken = dict(_sides(spot, spot.label, width)).get(spot.side, _bare(spot, width))
    return 1 + max((spot.row for spot in spots), default=0)


def _choose_rows(ordered: Sequence[PackedMark], rows: int, width: float) -> None:
    wanted: list[list[Stretch]] = [[] for _ in range(rows)]
    marks: list[list[Stretch]] = [[] for _ in range(rows)]
    for spot in ordered:
        bare = _bare(spot, width)
        bare_rows = [row for row in range(rows) if _is_free(bare, marks[row])]
        ways = [
            (row, stretch)
            for _, stretch in [*_sides(spot, spot.label, width), ("", bare)]
            for row in bare_rows
            if _is_free(stretch, wanted[row])
        ]
        least = min(range(rows), key=lambda row: max((end for _, end in marks[row]), default=0.0))
        spot.row, stretch = next(iter(ways), ((bare_rows or [least])[0], bare))
        wanted[spot.row].append(stretch)
        marks[spot.row].append(bare)


def _lengthen(spot: PackedMark, taken: list[Stretch], width: float) -> None:
    own = dict(_sides(spot, spot.label, width)).get(spot.side)
    if own is None:
        return
    others = list(taken)
    others.remove(own)
    others.remove(_bare(spot, width))
    for label in spot.longer:
        stretch = dict(_sides(spot, label, width)).get(spot.side)
        if stretch is not None and _is_free(stretch, others):
            spot.label = label
            taken[taken.index(own)] = stretch
            return


def _bare(spot: PackedMark, width: float) -> Stretch:
    reach = REACH / width * 100
    return (spot.x, spot.x + spot.bar) if spot.bar else (spot.x - reach, spot.x + reach)


def _sides(spot: PackedMark, label: str, width: float) -> list[tuple[str, Stretch]]:
    start, end = _bare(spot, width)
    need = (width_of(label) + BESIDE) / width * 100
    right, left = spot.x + spot.bar + need, spot.x - need
    sides = [("in", (start, end))] if need <= spot.bar else []
    if right <= spot.edge:
        sides.append(("r", (start, right)))
    return [*sides, ("l", (left, end))] if left >= 0 else sides


def _is_free(stretch: Stretch, busy: Sequence[Stretch]) -> bool:
    return all(stretch[1] <= start or stretch[0] >= end for start, end in busy)
