"""Draws the rooms of the house from what they import.

    python -m tests.house.rooms > docs/pictures/rooms.svg

A layer is a panel and a room is a box; modules that lie loose in a layer share one box a row. A box
stands above all that it imports. Lines between two boxes are left out where a way over other boxes
leads there as well, and lines between two layers are bundled into one arrow.
"""

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from textwrap import wrap

from grimp import ImportGraph, build_graph

LAYERS = {
    "domain": "what is true",
    "pilots": "what can be done",
    "projections": "what can be seen",
    "web": "how it is reached",
}
COLUMNS = (("domain",), ("pilots", "projections"), ("web",))
LETTER, LINE = 7.3, 16  # how wide a letter and how high a line of text is, in pixels
PAD, GAP, ROW_GAP, HEAD = 7, 11, 19, 42  # in a box; beside and below it; above the first row
BETWEEN, MARGIN, LOOSE = 44, 12, 20  # between columns; around all; letters in a loose line
STYLE = """
  text { font: 12px ui-monospace, "DejaVu Sans Mono", monospace; fill: #24292f }
  .title { font: 600 15px system-ui, sans-serif }
  .says { font: 13px system-ui, sans-serif; fill: #57606a }
  .paper { fill: #fff } .layer { fill: #f3f5f7; stroke: #c8cfd6 }
  .room { fill: #fff; stroke: #7d8894 } .loose { fill: #f3f5f7; stroke: #aab3bc }
  .line { stroke: #98a2ad; fill: none } .arrow { stroke: #2f6f8f; stroke-width: 3; fill: none }
  .tip { fill: #2f6f8f }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 } .says { fill: #9aa5b1 }
    .paper { fill: #0f1419 } .layer { fill: #171d24; stroke: #39434e }
    .room { fill: #26303b; stroke: #8a96a3 } .loose { fill: #171d24; stroke: #56616c }
    .line { stroke: #66717d } .arrow { stroke: #6cb6d9 } .tip { fill: #6cb6d9 }
  }
"""


@dataclass(eq=False)
class Box:
    """A room, or the loose modules of one row; `x` and `y` are its upper left corner."""

    lines: Sequence[str]
    is_room: bool
    below: list["Box"] = field(default_factory=list)
    x: float = 0
    y: float = 0

    @property
    def width(self) -> float:
        """Return how wide its longest line is, with room around it."""
        return max(map(len, self.lines)) * LETTER + 2 * PAD

    @property
    def height(self) -> float:
        """Return how high its lines are, with room around them."""
        return len(self.lines) * LINE + PAD

    @property
    def all_below(self) -> set["Box"]:
        """Return everything it imports, over other boxes too."""
        return {*self.below, *(far for near in self.below for far in near.all_below)}

    def drawn(self) -> Iterator[str]:
        """Draw the box and its text."""
        kind = "room" if self.is_room else "loose"
        yield f'<rect class="{kind}" {_place(self.x, self.y, self.width, self.height)} rx="5"/>'
        for number, line in enumerate(self.lines):
            yield _text("", self.x + PAD, self.y + PAD / 2 + 13 + number * LINE, line)

    def lines_down(self) -> Iterator[str]:
        """Draw a line to each box below that no other way leads to."""
        for target in self.below:
            if not any(target in near.all_below for near in self.below):
                x, y = self.x + self.width / 2, self.y + self.height
                tx, bend = target.x + target.width / 2, min(ROW_GAP, target.y - y)
                yield (
                    f'<path class="line" d="M{x:.0f} {y:.0f} C{x:.0f} {y + bend:.0f} '
                    f'{tx:.0f} {target.y - bend:.0f} {tx:.0f} {target.y:.0f}"/>'
                )


@dataclass
class Panel:
    """A layer with its boxes, row by row from the top."""

    layer: str
    rows: Sequence[Sequence[Box]]
    x: float = 0
    y: float = 0

    @cached_property
    def width(self) -> float:
        """Return how wide its widest row is, with room around it."""
        return max(map(_row_width, self.rows)) + 2 * GAP

    @cached_property
    def height(self) -> float:
        """Return how high all its rows are, with a head."""
        return HEAD + sum(_row_height(row) + ROW_GAP for row in self.rows)

    def drawn(self) -> Iterator[str]:
        """Put its boxes in their places and draw everything."""
        yield f'<rect class="layer" {_place(self.x, self.y, self.width, self.height)} rx="8"/>'
        says = f'<tspan class="says" dx="8">{LAYERS[self.layer]}</tspan>'
        yield _text("title", self.x + GAP, self.y + 26, f"{self.layer}/{says}")
        y = self.y + HEAD
        for row in self.rows:
            x = self.x + (self.width - _row_width(row)) / 2
            for box in row:
                box.x, box.y = x, y
                x += box.width + GAP
            y += _row_height(row) + ROW_GAP
        boxes = [box for row in self.rows for box in row]
        for box in boxes:
            yield from box.lines_down()
        for box in boxes:
            yield from box.drawn()


def picture() -> str:
    """Return the picture of all rooms as SVG; it changes only when rooms or their order do."""
    graph = build_graph(*LAYERS, cache_dir=None)
    panels = {layer: Panel(layer, _rows(graph, layer)) for layer in LAYERS}
    columns = [[panels[layer] for layer in column] for column in COLUMNS]
    height = max(sum(each.height + BETWEEN for each in column) - BETWEEN for column in columns)
    x = float(MARGIN)
    for column in columns:
        width = max(each.width for each in column)
        spare = height - sum(each.height for each in column)
        y = MARGIN + (spare / 2 if len(column) == 1 else 0)
        for each in column:
            each.x, each.y, each.width = x, y, width
            y += each.height + spare / max(1, len(column) - 1)
        x += width + BETWEEN
    size = x - BETWEEN + MARGIN, height + 2 * MARGIN
    parts = [
        f'<rect class="paper" {_place(0, 0, *size)}/>',
        *(part for panel in panels.values() for part in panel.drawn()),
        *_arrows(graph, panels),
    ]
    body = "\n".join(parts)
    head = f'viewBox="0 0 {size[0]:.0f} {size[1]:.0f}" width="{size[0]:.0f}" role="img"'
    title = "The rooms of the code, each above what it imports, and which layers import which"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {head}>\n<title>{title}</title>\n'
        f"<style>{STYLE}</style>\n{body}\n</svg>\n"
    )


def _rows(graph: ImportGraph, layer: str) -> list[list[Box]]:
    """Return the boxes of a layer in rows, each box above all it imports there."""
    parts = sorted(graph.find_children(layer))
    imported = {part: _imported(graph, part, parts) for part in parts}
    ranks: dict[str, int] = {}
    while len(ranks) < len(parts):
        for part in parts:
            if imported[part] <= ranks.keys():
                ranks[part] = 1 + max((ranks[each] for each in imported[part]), default=-1)
    boxes: dict[str, Box] = {}
    rows: list[list[Box]] = []
    for rank in range(max(ranks.values()), -1, -1):
        here = [part for part in parts if ranks[part] == rank]
        rooms = [part for part in here if graph.find_children(part)]
        made = {room: Box([f"{_last(room)}/"], is_room=True) for room in rooms}
        if loose := [part for part in here if part not in made]:
            lines = wrap(", ".join(map(_last, loose)), LOOSE)
            made |= dict.fromkeys(loose, Box(lines, is_room=False))
        boxes |= made
        rows.append(list(dict.fromkeys(made.values())))
    for part in parts:
        near = dict.fromkeys([*boxes[part].below, *(boxes[each] for each in imported[part])])
        boxes[part].below = sorted(near, key=lambda box: box.lines[0])
    return rows


def _imported(graph: ImportGraph, part: str, others: Iterable[str]) -> set[str]:
    """Return which of the others something in this part imports."""
    within = (part, *graph.find_descendants(part))
    found = {each for module in within for each in graph.find_modules_directly_imported_by(module)}
    return {
        other
        for other in others
        if other != part and found & {other, *graph.find_descendants(other)}
    }


def _arrows(graph: ImportGraph, panels: Mapping[str, Panel]) -> Iterator[str]:
    """Draw one arrow from each layer to each that it imports."""
    for source in LAYERS:
        for target in sorted(_imported(graph, source, LAYERS)):
            yield from _arrow(panels[source], panels[target], panels)


def _arrow(source: Panel, target: Panel, panels: Mapping[str, Panel]) -> Iterator[str]:
    start, end = source.x, target.x + target.width
    above, below = panels["pilots"], panels["projections"]
    y = (above.y + above.height + below.y) / 2  # the way from web to domain leads between these
    if start - end < 2 * BETWEEN:  # side by side
        top = max(source.y, target.y)
        y = (top + min(source.y + source.height, target.y + target.height)) / 2
    yield f'<path class="arrow" d="M{start:.0f} {y:.0f} H{end + 10:.0f}"/>'
    yield f'<path class="tip" d="M{end:.0f} {y:.0f} l13 -7 v14 z"/>'


def _row_width(row: Sequence[Box]) -> float:
    return sum(box.width + GAP for box in row) - GAP


def _row_height(row: Sequence[Box]) -> float:
    return max(box.height for box in row)


def _last(module: str) -> str:
    return module.rpartition(".")[2]


def _place(x: float, y: float, width: float, height: float) -> str:
    return f'x="{x:.0f}" y="{y:.0f}" width="{width:.0f}" height="{height:.0f}"'


def _text(kind: str, x: float, y: float, text: str) -> str:
    style = f' class="{kind}"' if kind else ""
    return f'<text{style} x="{x:.0f}" y="{y:.0f}">{text}</text>'


if __name__ == "__main__":
    sys.stdout.write(picture())
