"""Catching up: each fact once, in order, rows and place together, whoever else is at work."""

from collections.abc import Iterable
from pathlib import Path
from threading import Barrier, Thread

import pytest
from msgspec import structs

from domain.facts.lesson import LessonLearned
from domain.kernel.aggregate import Event
from projections.engine.catch_up import SourceEvent, catch_up, parked, place
from projections.engine.changes import Projection, TableChange
from projections.models.timeline_facts import TIMELINE
from projections.registry import PROJECTIONS
from tests.support.stories.telling import PILOT, Tables, dump, fresh, happened, history, rows, told
from web.bootstrap import Platform

pytestmark = pytest.mark.both_engines


def test_each_fact_is_told_once_however_often_one_catches_up(
    busy: Platform, alone: Tables, tmp_path: Path
) -> None:
    engine = fresh(tmp_path)
    heard = [catch_up(engine, busy.source, PROJECTIONS) for _ in range(3)]
    assert heard == [busy.pilots.head()] * 3
    assert dump(engine) == alone
    assert len(alone["timeline"]) == sum(len(each.pilots) for each in history(busy))


@pytest.mark.parametrize("step", [1, 2, 7])
def test_small_steps_lead_to_the_same_rows_as_one_large_one(
    busy: Platform, alone: Tables, tmp_path: Path, step: int
) -> None:
    engine, head = fresh(tmp_path), busy.pilots.head()
    for position in range(0, head + step, step):
        reached = catch_up(engine, busy.source, PROJECTIONS, up_to=min(position, head))
        assert reached == place(engine) == min(position, head)
    assert dump(engine) == alone


def test_a_teller_who_was_overtaken_writes_nothing(
    busy: Platform, alone: Tables, tmp_path: Path
) -> None:
    engine = fresh(tmp_path)
    overtaken: list[int] = []

    def slow(position: int, limit: int) -> Iterable[SourceEvent]:
        told = list(busy.source(position, limit))
        if not overtaken:
            overtaken.append(catch_up(engine, busy.source, PROJECTIONS, up_to=20))
        return told

    assert catch_up(engine, slow, PROJECTIONS) == busy.pilots.head()
    assert overtaken == [20]
    assert dump(engine) == alone


def test_two_tellers_at_once_write_no_row_twice(
    busy: Platform, alone: Tables, tmp_path: Path
) -> None:
    engine, together = fresh(tmp_path), Barrier(2)
    wrong: list[BaseException] = []

    def teller() -> None:
        together.wait()
        try:
            for position in range(busy.pilots.head() + 1):
                catch_up(engine, busy.source, PROJECTIONS, up_to=position)
        except BaseException as told:  # noqa: BLE001  # shown by the test's own thread
            wrong.append(told)

    tellers = [Thread(target=teller) for _ in range(2)]
    for each in tellers:
        each.start()
    for each in tellers:
        each.join()
    assert wrong == []
    assert dump(engine) == alone


def test_only_the_families_a_projection_hears_are_told_to_it(
    busy: Platform, tmp_path: Path
) -> None:
    heard: list[str] = []

    def listen(told: Event) -> Iterable[TableChange]:
        heard.append(told.fact.stored_as)
        return ()

    catch_up(fresh(tmp_path), busy.source, {"ears": Projection(("lesson", "person"), listen)})
    assert set(heard) == {"lesson.learned.v1", "person.registered.v1"}


def test_a_fact_that_was_never_written_down_is_not_shown(tmp_path: Path) -> None:
    said = happened("lesson-x", LessonLearned(pilot=PILOT, loop="tool", text="It is slow."))
    engine = told(tmp_path, [structs.replace(said, recorded_at=None)])
    assert rows(engine, TIMELINE) == []
    assert [name for name, *_ in parked(engine)] == [
        "lessons",
        "grounds",
        "marks",
        "timeline",
        "texts",
    ]
