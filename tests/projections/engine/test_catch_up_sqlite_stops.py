"""A full or a locked SQLite file in the middle of telling: no fact is to blame."""

from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from projections.engine.catch_up import catch_up, parked, place
from projections.registry import PROJECTIONS
from tests.support.stories.telling import Tables, dump, fresh
from web.bootstrap import Platform
from web.storage.sqlite import open_sqlite


@pytest.fixture
def database() -> str:
    """A full and a locked file are things of SQLite."""
    return ""


def test_a_full_disk_in_the_middle_of_writing_parks_nobody(
    busy: Platform, alone: Tables, tmp_path: Path
) -> None:
    fresh(tmp_path).dispose()
    small = open_sqlite(tmp_path / "fresh.sqlite", durable=False)
    event.listen(small, "connect", lambda db, _: db.execute("PRAGMA max_page_count=1"))
    before = dump(small)
    with pytest.raises(OperationalError, match="full"):
        catch_up(small, busy.source, PROJECTIONS)
    assert dump(small) == before
    assert before["parked"] == []
    small.dispose()
    engine = open_sqlite(tmp_path / "fresh.sqlite", durable=False)
    catch_up(engine, busy.source, PROJECTIONS)
    assert dump(engine) == alone


def test_a_locked_database_parks_nobody(busy: Platform, alone: Tables, tmp_path: Path) -> None:
    holder = fresh(tmp_path)
    engine = open_sqlite(tmp_path / "fresh.sqlite", durable=False)
    event.listen(engine, "connect", lambda db, _: db.execute("PRAGMA busy_timeout=1"))
    with (
        holder.execution_options(writing=True).begin(),
        pytest.raises(OperationalError, match="locked"),
    ):
        catch_up(engine, busy.source, PROJECTIONS)
    assert parked(engine) == []
    assert place(engine) == 0
    catch_up(engine, busy.source, PROJECTIONS)
    assert dump(engine) == alone
