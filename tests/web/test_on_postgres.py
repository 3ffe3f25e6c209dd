"""Pages, API and sessions once more, with everything kept in PostgreSQL."""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from tests.support.clock import MONDAY
from tests.support.copies import opened, stopped_at
from tests.web.accounts.test_accounts import *  # noqa: F403
from tests.web.api.test_commands import *  # noqa: F403  # the tests themselves
from tests.web.api.test_reads import *  # noqa: F403
from tests.web.pages.review.test_open_close import *  # noqa: F403
from tests.web.pages.review.test_page import *  # noqa: F403
from tests.web.pages.review.test_share import *  # noqa: F403
from tests.web.pages.review.test_share_kept import *  # noqa: F403
from tests.web.pages.test_looking_back import *  # noqa: F403
from tests.web.pages.test_pages_answer import *  # noqa: F403
from web.bootstrap import Platform, build
from web.storage.copy import copy_platform

pytestmark = pytest.mark.no_cover  # others cover it, and coverage doubles its time


@pytest.fixture
def database(postgres: str) -> str:
    """Every platform of these tests is in PostgreSQL."""
    return postgres


@pytest.fixture(scope="module")
def sample(
    told_sample: Path,
    new_database: Callable[[str], str],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Platform]:
    """The sample programme, copied into PostgreSQL; for tests that only read."""
    address, folder = new_database("postgresql"), tmp_path_factory.mktemp("there")
    clock = stopped_at(MONDAY + timedelta(hours=1))
    with (
        opened(told_sample, tmp_path_factory.mktemp("here"), clock) as here,
        closing(build(folder, clock, database_url=address)) as empty,
    ):
        copy_platform(here.stores, empty.stores)
    with closing(build(folder, clock, local=True, database_url=address)) as there:
        there.views.keep_up()
        assert there.views.engine.dialect.name == "postgresql"
        yield there
