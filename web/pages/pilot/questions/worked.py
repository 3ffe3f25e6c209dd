"""Whether it worked: measures, value, cost, and what was changed on the way."""

from typing import Any

from domain.kernel.messages import Message, say, say_many
from web.pages.pilot.questions.card import NOTHING, Card, InsightQuestion, unless

FEWEST_SQUARES = 2


def _measures(v: Any) -> Message:
    return say_many(len(v.states.aims), "{n} measure.", "{n} measures.")


def _value(v: Any) -> Message:
    expected, found = v.ledger.expected.count, v.ledger.discovered.count
    return say(
        "Expected: {expected}. Found: {found}. Nobody had expected {surprises} of them.",
        expected=expected,
        found=found,
        surprises=sum(len(group.lines) for group in v.surprises),
    )


def _filled(v: Any) -> int:
    return sum(bool(square.pieces) for side in v.sides for square in side.squares)


def _grid(v: Any) -> Message:
    return say_many(
        _filled(v),
        "{n} of the ways in which people can benefit has a measure or a value.",
        "{n} of the ways in which people can benefit have a measure or a value.",
    )


def _costs(v: Any) -> Message:
    return say_many(v.total.hours, "{n} hour was logged.", "{n} hours were logged.")


def _changed(v: Any) -> Message:
    return say_many(
        v.total.count,
        "{n} thing was said anew, {late} of them after the start.",
        "{n} things were said anew, {late} of them after the start.",
        late=v.late.count,
    )


QUESTION = InsightQuestion(
    "worked",
    say("Did it work?"),
    (
        Card(
            slug="measures",
            lacks=lambda v: unless(bool(v.states.aims), say("a measure")),
            says=_measures,
            picture="_measures.html",
            wide=8,
        ),
        Card(
            slug="ledger",
            lacks=lambda v: unless(bool(v.ledger.lines), say("expected value")),
            says=_value,
            picture="_value.html",
            wide=4,
        ),
        Card(
            slug="costs",
            lacks=lambda v: unless(bool(v.total.hours or v.total.money), say("what it cost")),
            says=_costs,
        ),
        Card(
            slug="goalposts",
            lacks=lambda v: unless(v.total.count > 0, NOTHING),
            says=_changed,
        ),
        Card(
            slug="grid",
            lacks=lambda v: unless(_filled(v) >= FEWEST_SQUARES, NOTHING),
            says=_grid,
        ),
    ),
)
