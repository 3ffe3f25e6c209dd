"""Rebuilding: the same rows again, a switch nobody sees half of, and a comparison row by row."""

import re
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest
from sqlalchemy import delete, func, insert, select, update

from domain.access import Asker
from pilots.commands.participation import LogParticipation, VoidParticipation
from pilots.commands.pilot import ClosePilot, StartPilot
from projections.catch_up import Told
from projections.entries import ENTRIES, PARTICIPATION
from projections.people import PEOPLE
from projections.rebuild import rebuild
from projections.tables import VIEWS
from projections.timeline import TIMELINE
from tests.conftest import ask
from tests.projections.telling import dump
from web.bootstrap import Platform, build
from web.databases import open_sqlite


@pytest.fixture
def kept(platform: Platform, mere: Asker, pilot: str) -> Platform:
    """A platform whose tables have heard a few things."""
    ask(platform, mere, StartPilot(pilot=pilot))
    logged = [
        ask(platform, mere, LogParticipation(pilot=pilot, guests=(f"Guest {n}",), learned="So."))
        for n in range(6)
    ]
    ask(platform, mere, VoidParticipation(entry=logged[0].stream("entry"), reason="Never was."))
    platform.views.keep_up()
    return platform


def test_deleted_tables_come_back_with_the_same_rows(kept: Platform) -> None:
    before = dump(kept.views.engine)
    assert all(before[name] for name in ("timeline", "entries", "companions", "lessons", "people"))
    kept.close()
    for file in kept.folder.glob("views.sqlite*"):
        file.unlink()
    with closing(build(kept.folder)) as again, again.views.reading():
        assert dump(again.views.engine) == before


def test_a_rebuild_of_sound_tables_changes_no_row(kept: Platform) -> None:
    before = dump(kept.views.engine)
    heard: list[int] = []
    assert kept.rebuild(heard.append) == kept.pilots.head() == heard[-1]
    assert dump(kept.views.engine) == before


def test_comparing_sound_tables_finds_nothing_and_changes_nothing(kept: Platform) -> None:
    before, files = dump(kept.views.engine), _files(kept)
    assert kept.differences(lambda _: None) == []
    assert dump(kept.views.engine) == before
    assert _files(kept) == files


def test_tables_that_were_told_step_by_step_equal_a_rebuild(
    platform: Platform, mere: Asker, pilot: str
) -> None:
    for wish in (StartPilot(pilot=pilot), ClosePilot(pilot=pilot, reason="Done.")):
        platform.views.keep_up()
        ask(platform, mere, wish)
    platform.views.keep_up()
    assert platform.differences(lambda _: None) == []


def test_comparing_does_not_need_tables_that_are_up_to_date(
    kept: Platform, mere: Asker, pilot: str
) -> None:
    ask(kept, mere, LogParticipation(pilot=pilot))
    assert kept.views.behind() == 1
    assert kept.differences(lambda _: None) == []
    assert kept.views.behind() == 1


DAMAGE: dict[str, tuple[Any, str]] = {
    "a row removed": (
        delete(TIMELINE).where(TIMELINE.c.position == 5),
        "timeline: the row .* is missing",
    ),
    "a row changed": (
        update(ENTRIES).where(ENTRIES.c.status == "voided").values(status="logged"),
        "entries: the row .* differs",
    ),
    "a row added": (
        insert(PEOPLE).values(person="person-zz", name="Z", position=1, known_from="2026"),
        "people: the row .*person-zz.* is too much",
    ),
    "a sum changed": (
        update(PARTICIPATION.now).values(amount=PARTICIPATION.now.c.amount + 1),
        "participation_now_sums: the row .* differs",
    ),
}


@pytest.mark.parametrize(("harm", "sentence"), DAMAGE.values(), ids=DAMAGE.keys())
def test_damage_is_seen_row_by_row_and_mended_by_a_rebuild(
    kept: Platform, harm: Any, sentence: str
) -> None:
    sound = dump(kept.views.engine)
    with kept.views.engine.execution_options(writing=True).begin() as db:
        harmed = db.execute(harm).rowcount
    found = kept.differences(lambda _: None)
    assert len(found) == harmed > 0
    assert all(re.match(sentence, told) for told in found), found
    kept.rebuild(lambda _: None)
    assert kept.differences(lambda _: None) == []
    assert dump(kept.views.engine) == sound


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
    kept: Platform, mere: Asker, pilot: str, tmp_path: Path
) -> None:
    written: list[int] = []

    def source(position: int, limit: int) -> Iterable[Told]:
        if told := list(kept.source(position, limit)):
            return told
        if not written:  # all is told; before the tables are switched, somebody goes on
            written.append(ask(kept, mere, LogParticipation(pilot=pilot)).position)
            assert written[-1] in _positions(kept)
        return []

    file = tmp_path / "beside.sqlite"
    spare = open_sqlite(file, durable=False)
    rebuild(kept.views.engine, spare, file, source, lambda _: None)
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
