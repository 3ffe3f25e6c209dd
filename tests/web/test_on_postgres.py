"""Pages, API and sessions once more, with everything kept in PostgreSQL."""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from tests.support.machines.clock import MONDAY, Clock
from tests.support.machines.postgres import Server
from tests.support.pages.browser import Browser
from tests.support.stories.copies import Made, opened, stopped_at
from tests.support.stories.world import Maker
from tests.web.accounts.test_accounts import *  # noqa: F403
from tests.web.api.test_commands import *  # noqa: F403  # the tests themselves
from tests.web.api.test_reads import *  # noqa: F403
from tests.web.pages.review.test_open_close import *  # noqa: F403
from tests.web.pages.review.test_page import *  # noqa: F403
from tests.web.pages.review.test_share import *  # noqa: F403
from tests.web.pages.review.test_share_kept import *  # noqa: F403
from tests.web.pages.test_looking_back import *  # noqa: F403
from tests.web.pages.test_pages_answer import *  # noqa: F403
from tests.web.pages.test_pages_answer import FORMS, LISTS
from web.bootstrap import Platform, build
from web.storage.copy import copy_platform

ADDRESS = "address"  # of the database that stands for a folder

for name in (  # what is refused before any database is asked is the same on both
    "test_a_bad_axis_is_a_problem",
    "test_a_bad_axis_is_refused",
    "test_a_bad_cut_is_refused_in_a_sentence",
    "test_a_bad_number_is_refused",
    "test_a_bad_question_is_a_problem_in_a_sentence",
    "test_a_command_nobody_knows_is_not_found",
    "test_a_key_that_is_none_is_refused",
    "test_a_link_lasts_at_most_90_days",
    "test_a_page_answers_when_there_is_nothing_yet",  # all of them at once below
    "test_a_query_of_60_kilobytes_is_refused_in_a_short_sentence",
    "test_a_wrong_method_is_a_problem",
    "test_a_wrong_method_is_refused_and_the_right_ones_are_named",
    "test_bad_fields_are_refused_in_a_sentence_that_names_them",
    "test_days_that_are_none_are_refused_in_a_sentence",
    "test_head_answers_like_get_without_a_body",
    "test_passwords_cost_what_rfc_9106_asks_for",
    "test_what_is_no_json_object_is_refused",
):
    del globals()[name]


@pytest.fixture(scope="module")
def made(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    """A world that was made in a database, to be copied; its folder holds the database's name."""
    folder, clock = tmp_path_factory.mktemp("world"), Clock()
    address = server.create()
    with closing(build(folder, clock, local=True, database_url=address)) as platform:
        assert platform.local
        world = Maker(platform, platform.local).make()
        platform.views.keep_up()
    (folder / ADDRESS).write_text(address)
    yield Made(folder, world, clock.now)
    server.drop(address)


@pytest.fixture
def database(request: pytest.FixtureRequest, server: Server) -> Iterator[str]:
    """Every platform of these tests is in PostgreSQL; a test that asks for a world has it."""
    if "world" in request.fixturenames:
        made: Made = request.getfixturevalue("made")
        address = server.create((made.folder / ADDRESS).read_text())
        yield address
        server.drop(address)
    else:
        yield request.getfixturevalue("postgres")


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


def test_pages_answer_when_there_is_nothing_yet(browser: Browser) -> None:
    for path in (*LISTS, *FORMS):
        assert browser.get(path).status_code == 200, path
