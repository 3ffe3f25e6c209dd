"""Looking back equals having heard less: at every moment and place, for every table and count."""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import Phase, given
from sqlalchemy import Engine

from domain.kernel.aggregate import Event
from domain.kernel.moments import moment_of, stamp
from projections.engine import as_of as cutting
from projections.engine import writer as pen
from projections.engine.as_of import Cut, counted
from tests.support.machines.engines import ENGINES
from tests.support.machines.pace import searched
from tests.support.stories.random_stories import Step, platform_after, steps
from tests.support.stories.telling import (
    counted_by_hand,
    counts,
    fresh,
    history,
    of_kind,
    rollups,
    rows,
    tell,
    wiped,
)

PHASES = (Phase.reuse, Phase.generate)  # a story is short enough to read; shrinking takes minutes


@pytest.fixture
def database() -> str:
    """What is told only a part stands in SQLite files, whatever the engine of the platform."""
    return ""


@pytest.fixture(autouse=True, scope="module")
def _small_blocks() -> Iterator[None]:
    """Blocks of four, so that short stories fill some and leave one unfinished."""
    with pytest.MonkeyPatch.context() as patch:
        for module in (cutting, pen):
            patch.setattr(module, "BLOCK", 4)
        yield


@pytest.mark.parametrize("engine", ENGINES)
def test_a_page_of_the_past_equals_one_told_only_what_was_there(
    engine: str, new_database: Callable[[str], str]
) -> None:
    @searched(2, phases=PHASES)
    @given(story=steps())
    def after(story: list[Step]) -> None:
        _looking_back_is_hearing_less(story, new_database(engine))

    after()


def _looking_back_is_hearing_less(story: list[Step], address: str) -> None:
    with (
        TemporaryDirectory() as folder,
        closing(platform_after(Path(folder) / "data", story, address)) as platform,
    ):
        platform.views.keep_up()
        events, now = history(platform), platform.views.engine
        less = fresh(Path(folder))
        for position in range(len(events) + 1):
            tell(less, events[:position])
            _same(now, Cut(position=position), less)
        for moment in _moments(events):
            with wiped(less):
                tell(less, [event for event in events if _recorded(event) <= moment])
                _same(now, Cut(moment=moment), less)
        middle = len(events) // 2
        for moment in _moments(events)[::3]:
            with wiped(less):
                tell(less, [event for event in events[:middle] if _recorded(event) <= moment])
                _same(now, Cut(moment=moment, position=middle), less)
        less.dispose()


def _same(now: Engine, cut: Cut, less: Engine) -> None:
    for table in of_kind("states", "log"):
        assert rows(now, table, cut) == rows(less, table), (table.name, cut)
    with now.connect() as db, less.connect() as theirs:
        for rollup in rollups():
            expected = counted_by_hand(rows(less, rollup.states), rollup)
            assert counts(db, counted(rollup, cut, rollup.by)) == expected, (rollup.now.name, cut)
            assert counts(theirs, counted(rollup, Cut(), rollup.by)) == expected
            only = {rollup.by[0]: next(iter(expected), ("nobody",))[0]}
            some = {key: n for key, n in expected.items() if [key[0]] == list(only.values())}
            assert counts(db, counted(rollup, cut, rollup.by, **only)) == some


def _recorded(event: Event) -> str:
    assert event.recorded_at is not None
    return stamp(event.recorded_at)


def _moments(events: list[Event]) -> list[str]:
    """Return when anything was written down, just before, and at the end of each such day."""
    at = {_recorded(event) for event in events}
    before = {stamp(moment_of(moment) - timedelta(microseconds=1)) for moment in at}
    return sorted(at | before | {f"{moment[:10]}T23:59:59.999999Z" for moment in at})
