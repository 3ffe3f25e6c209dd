"""A trace keeps to its bounds, and says where it goes on beyond them."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from domain.kernel.aggregate import Fact
from projections.engine.as_of import NOW
from projections.learning.provenance import DEEPEST, MOST, WIDEST, Lineage, lineage_from
from tests.projections.learning.test_provenance import engine_after, lesson

pytestmark = pytest.mark.both_engines


def chain(length: int) -> list[tuple[str, Fact]]:
    return [(f"lesson-{n}", lesson(f"lesson-{n + 1}")) for n in range(length)]


def trace(engine: Engine, thing: str) -> Lineage:
    with engine.connect() as db:
        return lineage_from(db, NOW, thing, back=True)


def test_a_way_is_followed_six_steps_and_says_where_it_goes_on(tmp_path: Path) -> None:
    engine = engine_after(tmp_path, *chain(DEEPEST + 1))
    short, long = trace(engine, "lesson-1"), trace(engine, "lesson-0")
    assert (len(short.ties), short.more) == (DEEPEST, False)
    assert (len(long.ties), long.more) == (DEEPEST, True)


def test_of_one_thing_eight_ties_are_followed(tmp_path: Path) -> None:
    many = [f"evidence-{n}" for n in range(WIDEST + 3)]
    told_of = trace(engine_after(tmp_path, ("lesson-a", lesson(*many))), "lesson-a")
    assert (len(told_of.ties), told_of.more) == (WIDEST, True)


def test_of_one_trace_forty_things_are_kept(tmp_path: Path) -> None:
    facts = [("lesson-a", lesson(*(f"lesson-{n}" for n in range(WIDEST))))]
    facts += [
        (f"lesson-{n}", lesson(*(f"evidence-{n}-{m}" for m in range(WIDEST))))
        for n in range(WIDEST)
    ]
    told_of = trace(engine_after(tmp_path, *facts), "lesson-a")
    assert (len(told_of.ties), told_of.more) == (MOST, True)
