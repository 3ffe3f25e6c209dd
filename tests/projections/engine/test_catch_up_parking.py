"""Parking: one bad fact keeps its stream out of one projection, and nothing else."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from domain.kernel.access import Asker
from domain.kernel.aggregate import Event
from pilots.commands.erasure import EraseProse
from pilots.commands.lesson import LearnLesson, RevalidateLesson
from pilots.commands.participation import LogParticipation, VoidParticipation
from projections.engine.catch_up import SourceEvent, catch_up, parked
from projections.engine.changes import Begin, Projection, TableChange
from projections.models.charters import MEDIA
from projections.models.entries import ENTRIES
from projections.models.lessons import LESSONS
from projections.models.timeline_facts import TIMELINE
from projections.registry import PROJECTIONS
from tests.support.machines.engines import built_again
from tests.support.stories.builders import ask
from tests.support.stories.telling import dump, fresh, rows
from web.bootstrap import Platform

pytestmark = pytest.mark.both_engines


@pytest.fixture
def entry(platform: Platform, mere: Asker, pilot: str) -> str:
    """An entry that will be bad, with others before and after it, and with a later fact."""
    log = LogParticipation(pilot=pilot, text="We met.")
    ask(platform, mere, log)
    bad = ask(platform, mere, log).stream("entry")
    ask(platform, mere, LearnLesson(pilot=pilot, text="Ask first."))
    ask(platform, mere, VoidParticipation(entry=bad, reason="Never was."))
    ask(platform, mere, log)
    return bad


def with_entries(project: Callable[[Event], Iterable[TableChange]]) -> Mapping[str, Projection]:
    """Return every projection, with another one in the place of the entries."""
    return {**PROJECTIONS, "entries": Projection(("participation",), project)}


def test_a_bad_fact_parks_its_stream_for_the_projection_that_cannot_tell_it(
    platform: Platform, entry: str, tmp_path: Path
) -> None:
    def wrong(event: Event) -> Iterable[TableChange]:
        if event.originator_id == entry:
            message = "this cannot be told"
            raise ValueError(message)
        return PROJECTIONS["entries"].project(event)

    engine = fresh(tmp_path)
    assert catch_up(engine, platform.source, with_entries(wrong)) == platform.pilots.head()
    assert [(name, stream, error) for name, stream, _, error in parked(engine)] == [
        ("entries", entry, "ValueError: this cannot be told")
    ]
    assert entry not in {row["entry"] for row in rows(engine, ENTRIES)}
    assert len(rows(engine, ENTRIES)) == 2
    assert len(rows(engine, LESSONS)) == 1
    assert [row["stream"] for row in rows(engine, TIMELINE)].count(entry) == 2


def test_later_facts_of_a_parked_stream_stay_out_in_later_batches_too(
    platform: Platform, entry: str, tmp_path: Path
) -> None:
    asked: list[Event] = []

    def wrong_at_first(event: Event) -> Iterator[TableChange]:
        if event.originator_id == entry:
            asked.append(event)
            message = "not yet"
            raise ValueError(message)
        yield from PROJECTIONS["entries"].project(event)

    engine = fresh(tmp_path)
    projections = with_entries(wrong_at_first)
    for position in range(platform.pilots.head() + 1):
        catch_up(engine, platform.source, projections, up_to=position)
    assert len(asked) == 1
    assert len(parked(engine)) == 1
    assert len(rows(engine, ENTRIES)) == 2


def test_a_fact_that_cannot_be_written_parks_only_the_projection_that_wrote_it(
    platform: Platform, entry: str, tmp_path: Path
) -> None:
    def twice(event: Event) -> Iterator[TableChange]:
        yield from PROJECTIONS["entries"].project(event)
        if event.originator_id == entry:
            yield from PROJECTIONS["entries"].project(event)

    engine = fresh(tmp_path)
    assert catch_up(engine, platform.source, with_entries(twice)) == platform.pilots.head()
    assert [(name, stream) for name, stream, *_ in parked(engine)] == [("entries", entry)]
    assert len(rows(engine, ENTRIES)) == 2
    assert len(rows(engine, LESSONS)) == 1
    assert [row["stream"] for row in rows(engine, TIMELINE)].count(entry) == 2


@pytest.mark.parametrize("damage", ["state", "name", "pilots", "recorded_at"])
def test_an_unreadable_fact_parks_its_stream_everywhere_and_the_rest_goes_on(
    platform: Platform, entry: str, damage: str
) -> None:
    _set(platform.history, entry, damage, b"{" if damage == "state" else "{")
    with platform.views.reading():
        pass
    engine = platform.views.engine
    assert {(name, stream) for name, stream, *_ in parked(engine)} == {
        (name, entry) for name in PROJECTIONS
    }
    assert all("unreadable" in error for *_, error in parked(engine))
    assert len(rows(engine, ENTRIES)) == 2
    assert len(rows(engine, LESSONS)) == 1
    assert entry not in {row["stream"] for row in rows(engine, TIMELINE)}


def test_a_rebuild_releases_what_was_repaired(platform: Platform, entry: str) -> None:
    good = _set(platform.history, entry, "state", b"{")
    platform.views.keep_up()
    assert parked(platform.views.engine)
    assert platform.rebuild(lambda _: None) == platform.pilots.head()
    assert parked(platform.views.engine)  # nothing was repaired yet
    _set(platform.history, entry, "state", good)
    platform.rebuild(lambda _: None)
    assert parked(platform.views.engine) == []
    assert {row["status"] for row in rows(platform.views.engine, ENTRIES)} == {"logged", "voided"}
    assert platform.differences(lambda _: None) == []


def test_what_is_parked_is_still_parked_after_a_restart(platform: Platform, entry: str) -> None:
    _set(platform.history, entry, "state", b"{")
    platform.views.keep_up()
    before = parked(platform.views.engine)
    platform.close()
    with closing(built_again(platform)) as again:
        assert again.views.keep_up() == again.pilots.head()
        assert parked(again.views.engine) == before


def _set(history: Engine, stream: str, column: str, value: bytes | str) -> bytes:
    """Write over a column of a stream's first fact, and return what stood there."""
    here = "WHERE stream = :stream AND version = 1"
    with history.execution_options(writing=True).begin() as db:
        before: bytes = db.scalar(text(f"SELECT {column} FROM events {here}"), {"stream": stream})  # noqa: S608  # a column of ours
        db.execute(
            text(f"UPDATE events SET {column} = :value {here}"),  # noqa: S608  # a column of ours
            {"stream": stream, "value": value},
        )
    return before


def test_what_is_parked_does_not_stop_an_erasure(
    platform: Platform, mere: Asker, pilot: str, tmp_path: Path
) -> None:
    lesson = ask(platform, mere, LearnLesson(pilot=pilot, text="Ngaio said so.")).stream("lesson")

    def wrong(_: Event) -> Iterable[TableChange]:
        message = "this cannot be told"
        raise ValueError(message)

    ask(platform, mere, EraseProse(stream=lesson, version=1, reason="Out."))
    engine, projections = fresh(tmp_path), {**PROJECTIONS, "lessons": Projection((), wrong)}
    assert catch_up(engine, platform.source, projections) == platform.pilots.head()
    assert {name for name, *_ in parked(engine)} == {"lessons"}
    assert "Ngaio" not in str(dump(engine))


def test_an_erasure_reaches_what_was_written_before_a_fact_that_cannot_be_read(
    platform: Platform, mere: Asker, pilot: str
) -> None:
    lesson = ask(platform, mere, LearnLesson(pilot=pilot, text="Ngaio said so.")).stream("lesson")
    ask(platform, mere, RevalidateLesson(lesson=lesson, confidence=90))
    with platform.history.execution_options(writing=True).begin() as db:
        torn = text("UPDATE events SET state = :state WHERE stream = :stream AND version = 2")
        db.execute(torn, {"state": b"{", "stream": lesson})
    platform.views.keep_up()
    assert "Ngaio" in str(dump(platform.views.engine))

    ask(platform, mere, EraseProse(stream=lesson, version=1, reason="Out."))
    assert platform.views.keep_up() == platform.pilots.head()
    assert "Ngaio" not in str(dump(platform.views.engine))


def test_an_erasure_that_a_projection_cannot_tell_reaches_the_others(
    platform: Platform, mere: Asker, pilot: str, tmp_path: Path
) -> None:
    lesson = ask(platform, mere, LearnLesson(pilot=pilot, text="Ngaio said so.")).stream("lesson")
    history, engine = list(platform.source(0, 10_000)), fresh(tmp_path)

    def twice(event: Event) -> Iterable[TableChange]:
        if event.fact.stored_as.startswith("prose."):
            yield from (Begin(MEDIA, (pilot, "board", "lend"), {}) for _ in range(2))

    def known(after: int, limit: int) -> Iterable[SourceEvent]:
        return [each for each in history if after < each.position <= after + limit]

    projections = {**PROJECTIONS, "twice": Projection((), twice)}
    catch_up(engine, known, projections)
    assert "Ngaio" in str(dump(engine))
    ask(platform, mere, EraseProse(stream=lesson, version=1, reason="Out."))
    catch_up(engine, platform.source, projections)
    assert {name for name, *_ in parked(engine)} == {"twice"}
    assert "Ngaio" not in str(dump(engine))
