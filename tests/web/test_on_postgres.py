"""Pages, API and sessions once more, with everything kept in PostgreSQL."""

import pytest

from tests.web.test_api_commands import *  # noqa: F403  # the tests themselves
from tests.web.test_api_reads import *  # noqa: F403
from tests.web.test_looking_back import *  # noqa: F403
from tests.web.test_pages_answer import *  # noqa: F403
from tests.web.test_review import *  # noqa: F403
from tests.web.test_review_links import *  # noqa: F403
from tests.web.test_review_links_kept import *  # noqa: F403
from tests.web.test_review_steps import *  # noqa: F403
from tests.web.test_sessions import *  # noqa: F403

pytestmark = pytest.mark.no_cover  # others cover it, and coverage doubles its time


@pytest.fixture
def database(postgres: str) -> str:
    """Every platform of these tests is in PostgreSQL."""
    return postgres
