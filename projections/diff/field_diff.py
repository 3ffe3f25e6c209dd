"""One thing at two moments: whether it is new, says something else, or was contradicted."""

from collections.abc import Mapping
from typing import Any, Literal

from msgspec import Struct

from projections.diff.comparable_fields import Kind

Row = Mapping[Any, Any]
Sign = Literal["added", "changed", "contradicted", "quiet"]
GONE = ("voided", "withdrawn", "retired")


class Difference(Struct, frozen=True, kw_only=True):
    """One thing that is not as it was: what of it differs, and the fact that made it so last."""

    kind: str
    key: str
    sign: Sign
    titles: tuple[str, ...]
    """What it is called, in as many parts as its kind has columns for that."""
    is_new: bool
    is_gone: bool
    parts: tuple[tuple[str, Any, Any], ...]
    """Column, what it said first, what it says now."""
    stream: str
    by: str
    at: str


def difference(
    kind: Kind, key: tuple[str, ...], before: Row | None, now: Row | None, fact: Row
) -> Difference | None:
    """Return how a thing differs; None where it does not, or came and went in between."""
    row = now or before
    is_gone = now is None or now.get("status") in GONE
    if row is None or (before is None and is_gone):
        return None
    parts = _parts(kind, before, now) if before and now else ()
    sign = _sign(kind, before, now)
    if before and now and not parts and sign == "changed":
        return None
    return Difference(
        kind=kind.name,
        key=key[0],
        sign=sign,
        titles=tuple(str(row[column] or "") for column in kind.title),
        is_new=before is None,
        is_gone=is_gone,
        parts=parts,
        stream=fact["stream"],
        by=fact["by"],
        at=fact["known_from"],
    )


def _parts(kind: Kind, before: Row, now: Row) -> tuple[tuple[str, Any, Any], ...]:
    return tuple(
        (column, before[column], now[column])
        for column in dict.fromkeys(kind.columns)
        if (before[column] or "") != (now[column] or "")
    )


def _sign(kind: Kind, before: Row | None, now: Row | None) -> Sign:
    if now is not None and kind.doubts and _count(now, kind) > _count(before, kind):
        return "contradicted"
    if now is not None and kind.wrong_at == now.get("status") != (before or {}).get("status"):
        return "contradicted"
    return "changed" if before else "added"


def _count(row: Row | None, kind: Kind) -> int:
    return (row[kind.doubts] or 0) if row else 0
