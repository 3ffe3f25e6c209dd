"""Places labels beside marks so that none runs into another."""

LETTER = 6.3  # pixels a letter of a label takes
GAP = 13  # pixels a mark keeps to its neighbours


class Rows:
    """Rows of a lane, each with the stretches (in percent) that are taken."""

    def __init__(self, rows: int, width: float) -> None:
        self._busy: list[list[tuple[float, float]]] = [[] for _ in range(rows)]
        self._width = width

    def place(self, x: float, label: str, bar: float = 0) -> tuple[int, str]:
        """Return the row and the side (r, l, or none) for a mark and its label."""
        gap = GAP / self._width * 100
        need = (min(len(label), 28) * LETTER + 26) / self._width * 100
        right, left = (x - gap / 2, x + max(need, bar)), (x - need, x + bar + gap / 2)
        bare = (x - gap / 2, x + bar + gap / 2)
        options = (("r", right, right[1] <= 100), ("l", left, left[0] >= 0), ("", bare, True))  # noqa: PLR2004  # percent
        for side, stretch, fits in options:
            for row, busy in enumerate(self._busy):
                if fits and all(stretch[1] <= start or stretch[0] >= end for start, end in busy):
                    busy.append(stretch)
                    return row, side
        return 0, ""
