"""The ledger of value: what was expected, what was got of it, and what nobody had expected."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from msgspec import Struct, structs
from sqlalchemy import Connection

from domain.kernel.moments import moment_of
from domain.metrics.metric import Figure
from domain.metrics.value import DISCOVERED, EXPECTED
from domain.rules.worthwhile import Hope, alike
from projections.engine.as_of import Cut
from projections.models.charters import MEASURES
from projections.models.values import VALUES
from projections.records.lookups import all_of
from projections.value.gains import Gain, measured, revised

VALUES_SHOWN = 500  # values of one pilot

Row = Mapping[Any, Any]


class LedgerLine(Struct, frozen=True, kw_only=True):
    """One expected value and what came of it, or one value that nobody had expected."""

    value: str
    statement: str
    cell: str
    contested: bool
    said_at: datetime
    came: str
    """nothing, short, met, unsized (got, but in nothing that can be compared) or surprise"""
    expected: str | None = None
    got: str | None = None
    of: str | None = None
    """What the got is compared with: the expected amount, or the target of its measure."""
    share: float | None = None
    """Got ÷ expected, where 1 is all of it."""
    measure: str | None = None
    drift: tuple[Gain, ...] = ()
    """What was got over time, oldest first."""


class Ledger(Struct, frozen=True):
    """All lines of a pilot, and how many values they hold."""

    lines: tuple[LedgerLine, ...]
    expected: Figure
    discovered: Figure


def ledger_of(db: Connection, cut: Cut, pilot: str) -> Ledger:
    """Return what a pilot was expected to be worth, and what was got."""
    values = all_of(db, VALUES, cut, pilot, limit=VALUES_SHOWN)
    guesses = {row["value"]: row for row in values if row["kind"] == "expected"}
    found = [row for row in values if row["kind"] == "discovered"]
    measures: dict[str, Row] = {
        row["measure"]: row for row in all_of(db, MEASURES, cut, pilot, limit=VALUES_SHOWN)
    }
    taken = measured(db, cut, pilot, [row["measure"] for row in guesses.values() if row["measure"]])
    anew, linked = revised(db, cut, pilot), defaultdict(list)
    for row in found:
        linked[row["expected"] if row["expected"] in guesses else None].append(row)
    lines = []
    for value, guess in guesses.items():
        mine = [*anew.get(value, ()), *(g for r in linked[value] for g in anew.get(r["value"], ()))]
        measure = measures.get(guess["measure"], {})
        lines.append(
            _line(guess, measure, taken.get(guess["measure"], ()), linked[value], drift=mine)
        )
    lines += [_surprise(row, anew.get(row["value"], ())) for row in linked[None]]
    return Ledger(tuple(lines), EXPECTED.counts(len(guesses)), DISCOVERED.counts(len(found)))


def _line(
    guess: Row,
    measure: Row,
    taken: Sequence[Gain],
    found: Sequence[Row],
    *,
    drift: Sequence[Gain],
) -> LedgerLine:
    unit, target = measure.get("unit"), measure.get("target")
    hope = Hope(guess["amount"], guess["unit"], measure.get("baseline"))
    if hope.amount is None:
        hope = Hope(target, unit, measure.get("baseline"))
    by_measure = hope
    if not alike(hope.unit, unit):
        by_measure, hope = Hope(target, unit, measure.get("baseline")), Hope(hope.amount, hope.unit)
    shown = [
        structs.replace(each, unit=unit, share=by_measure.share(each.amount, unit))
        for each in taken
    ]
    gains = sorted((_discovered(row, hope) for row in found), key=lambda gain: gain.at)
    last = _last(gains) or _last(shown) or next(iter([*gains[-1:], *shown[-1:]]), None)
    compared = hope if last and last.how == "discovered" else by_measure
    return LedgerLine(
        **_columns_of(guess),
        came=_came(last),
        expected=_in_words(hope.amount, hope.unit),
        got=_in_words(last.amount, last.unit) if last else None,
        of=_in_words(compared.amount, compared.unit) if last else None,
        share=last.share if last else None,
        measure=measure.get("name"),
        drift=tuple(sorted([*shown, *gains, *drift], key=lambda gain: gain.at)),
    )


def _surprise(row: Row, drift: Sequence[Gain]) -> LedgerLine:
    gain = _discovered(row, Hope(None, None))
    got = _in_words(row["amount"], row["unit"])
    return LedgerLine(**_columns_of(row), came="surprise", got=got, drift=(gain, *drift))


def _discovered(row: Row, hope: Hope) -> Gain:
    amount, unit = row["amount"], row["unit"]
    return Gain(
        at=moment_of(row["said_at"]),
        how="discovered",
        amount=amount,
        unit=unit,
        text=row["statement"],
        value=row["value"],
        share=hope.share(amount, unit),
    )


def _columns_of(row: Row) -> dict[str, Any]:
    names = ("value", "statement", "cell")
    values = {name: row[name] for name in names} | {"contested": bool(row["contested"])}
    return values | {"said_at": moment_of(row["said_at"])}


def _last(gains: Sequence[Gain]) -> Gain | None:
    return next((gain for gain in reversed(gains) if gain.share is not None), None)


def _came(last: Gain | None) -> str:
    if last is None:
        return "nothing"
    if last.share is None:
        return "unsized"
    return "met" if last.share >= 1 else "short"


def _in_words(amount: str | None, unit: str | None) -> str | None:
    return None if amount is None else f"{amount} {unit or ''}".strip()
