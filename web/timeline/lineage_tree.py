"""Where a thing came from and what came of it, as trees: each thing under the one it is tied to."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from msgspec import Struct
from sqlalchemy import Connection

from projections.engine.as_of import Cut
from projections.learning.provenance import Lineage, LineageLink, lineage_from
from web.timeline.names import Named, named


class Branch(Struct, frozen=True):
    """A thing in a tree, how it hangs together with the one above, and what is below it."""

    named: Named
    bearing: str
    branches: Sequence["Branch"]


class Family(Struct, frozen=True):
    """Both trees of a thing; `more` says that a tree goes on beyond its bounds."""

    back: Sequence[Branch]
    on: Sequence[Branch]
    more_back: bool
    more_on: bool


def family_of(db: Connection, cut: Cut, thing: str) -> Family:
    """Return what a thing came from and what came of it, over at most 6 steps each way."""
    back, on = (lineage_from(db, cut, thing, back=way) for way in (True, False))
    names = named(db, cut, [end for tie in (*back.ties, *on.ties) for end in _ends(tie)])
    return Family(
        _tree(back, names, thing, back=True),
        _tree(on, names, thing, back=False),
        back.more,
        on.more,
    )


def _tree(trace: Lineage, names: Mapping[str, Named], root: str, *, back: bool) -> list[Branch]:
    under: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for tie in trace.ties:
        far, near = _ends(tie) if back else _ends(tie)[::-1]
        under[near].append((far, tie.bearing))

    def grown(near: str) -> list[Branch]:
        return [
            Branch(names[far], bearing, grown(far)) for far, bearing in under[near] if far in names
        ]

    return grown(root)


def _ends(tie: LineageLink) -> tuple[str, str]:
    return tie.source, tie.outcome
