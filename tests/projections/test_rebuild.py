"""Rebuilding: the same rows again, a switch nobody sees half of, and a comparison row by row."""

from collections.abc import Iterable, Iterator
from contextlib import closing
from threading import Event, Thread
from typing import Any

import pytest
from sqlalchemy import delete, func, select

from domain.kernel.access import Asker
from pilots.commands.participation import LogParticipation
from projections.engine.catch_up import SourceEvent
from projections.engine.schema import VIEWS
from projections.engine.versions import views_version
from projections.models.entries import ENTRIES
from projections.models.people import PEOPLE
from projections.models.timeline_facts import TIMELINE
from projections.rebuild import rebuild
from tests.support.machines.engines import built_again
from tests.support.stories.builders import ask
from tests.support.stories.telling import dump
from web.bootstrap import Platform

pytestmark = pytest.mark.both_engines


def test_deleted_tables_come_back_with_the_same_rows(kept: Platform) -> None:
    before = dump(kept.views.engine)
    assert all(before[name] for name in ("timeline", "entries", "companions", "lessons", "people"))
    kept.close()
    if kept.views.engine.dialect.name == "postgresql":
        with kept.views.engine.execution_options(writing=True).begin() as db:
            db.exec_driver_sql(f'DROP SCHEMA "views_{views_version()}" CASCADE')
    for file in kept.folder.glob("views.sqlite*"):
        file.unlink()
    with closing(built_again(kept)) as again, again.views.reading():
        assert dump(again.views.engine) == before


def test_a_rebuild_of_sound_tables_changes_no_row(kept: Platform) -> None:
    before = dump(kept.views.engine)
    heard: list[int] = []
    assert kept.rebuild(heard.append) == kept.pilots.head() == heard[-1]
    assert dump(kept.views.engine) == before


def test_readers_see_the_old_tables_or_the_new_ones_and_never_half(kept: Platform) -> None:
    new = _seen(kept)
    with kept.views.engine.execution_options(writing=True).begin() as db:
        for table in (TIMELINE, ENTRIES, PEOPLE):
            db.execute(delete(table).where(table.c.position > 9))
    old, seen, done = _seen(kept), [], Event()
    assert old != new

    def look() -> None:
        while not done.is_set():
            seen.append(_seen(kept))

    reader = Thread(target=look)
    reader.start()
    try:
        for _ in range(5):
            kept.rebuild(lambda _: None)
    finally:
        done.set()
        reader.join()
    assert {*seen, old} == {old, new}
    assert _seen(kept) == new


def test_what_is_written_and_read_just_before_the_switch_is_there_after_it(
    kept: Platform, mere: Asker, pilot: str
) -> None:
    written: list[int] = []

    def source(position: int, limit: int) -> Iterable[SourceEvent]:
        if told := list(kept.source(position, limit)):
            return told
        if not written:  # all is told; before the tables are switched, somebody goes on
            written.append(ask(kept, mere, LogParticipation(pilot=pilot)).position)
            assert written[-1] in _positions(kept)
        return []

    with kept.stores.spare() as spare:
        rebuild(kept.views.engine, spare, source, lambda _: None)
    assert set(written) <= _positions(kept)


def test_a_rebuild_leaves_no_files_behind(kept: Platform) -> None:
    files = _files(kept)
    kept.rebuild(lambda _: None)
    assert _files(kept) == files


def _positions(platform: Platform) -> set[int]:
    with platform.views.reading() as db:
        return set(db.scalars(select(TIMELINE.c.position)))


def _seen(platform: Platform) -> tuple[int, ...]:
    with platform.views.engine.connect() as db:
        return tuple(_sizes(db))


def _sizes(db: Any) -> Iterator[int]:
    for table in VIEWS.sorted_tables:
        yield db.scalar(select(func.count()).select_from(table))


def _files(platform: Platform) -> set[str]:
    return {file.name for file in platform.folder.iterdir()}
