"""What is tested of the write side holds on both engines."""

import pytest

from tests.engines import ENGINES, on_both


@pytest.fixture(params=ENGINES)
def database(request: pytest.FixtureRequest) -> str:
    """Let every test here hold on SQLite and on PostgreSQL."""
    return on_both(request)
