"""Views in PostgreSQL: other releases keep theirs, one rebuild at a time, and nothing left over."""

from pathlib import Path

import pytest
from sqlalchemy import make_url, text

from domain.kernel.access import Asker
from domain.kernel.errors import Conflict
from pilots.commands.participation import LogParticipation
from projections.engine.versions import lay_out, views_version
from tests.support.machines.engines import built_again
from tests.support.stories.builders import ask
from tests.support.stories.telling import dump
from web.bootstrap import Platform
from web.storage.postgres import open_postgres
from web.storage.stores import open_stores


@pytest.fixture
def database(postgres: str) -> str:
    """There are no schemas in SQLite."""
    return postgres


def schemas(platform: Platform) -> set[str]:
    """Return the schemas with views in them."""
    question = text("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'views%'")
    with platform.history.connect() as db:
        return set(db.scalars(question))


def test_views_of_another_release_are_left_alone(kept: Platform, database: str) -> None:
    other = open_postgres(make_url(database), "views_of_before", durable=False)
    lay_out(other)
    before = dump(other)

    kept.rebuild(lambda _: None)
    built_again(kept).close()

    assert dump(other) == before
    assert schemas(kept) == {"views_of_before", f"views_{views_version()}"}
    other.dispose()


def test_a_rebuild_while_another_is_at_work_is_refused(kept: Platform, database: str) -> None:
    before = dump(kept.views.engine)
    with kept.stores.spare():
        other = open_stores(Path(), database)
        with pytest.raises(Conflict, match="Another rebuild is at work"), other.spare():
            pass
        other.close()
    kept.rebuild(lambda _: None)
    assert dump(kept.views.engine) == before


def test_what_a_rebuild_that_was_cut_off_left_behind_does_no_harm(
    kept: Platform, mere: Asker, pilot: str, database: str
) -> None:
    left = open_postgres(make_url(database), f"views_{views_version()}_beside", durable=False)
    lay_out(left)
    left.dispose()
    ask(kept, mere, LogParticipation(pilot=pilot))

    assert kept.rebuild(lambda _: None) == kept.pilots.head()

    assert kept.differences(lambda _: None) == []
    assert schemas(kept) == {f"views_{views_version()}"}
