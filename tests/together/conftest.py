"""What tests of the pictures across pilots may ask for: a story, and a frame to look at it in."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime

import pytest

from domain.kernel.access import Asker
from projections.engine.as_of import NOW, Cut
from tests.conftest import Clock
from tests.method.conftest import Story
from tests.web.browsers import Browser
from tests.web.reading import Node
from web.bootstrap import Platform
from web.pages.portfolio.period import Frame, framed


@pytest.fixture
def database() -> str:
    """The questions are asked of SQLite here; one file asks them of both engines."""
    return ""


@pytest.fixture
def story(platform: Platform, clock: Clock, mere: Asker) -> Story:
    """A story that has not begun."""
    return Story(platform, clock, mere)


@contextmanager
def frame_of(story: Story, cut: Cut = NOW) -> Iterator[Frame]:
    """Open the frame of a cut."""
    with story.platform.views.reading() as db:
        now = story.clock()
        moment = datetime.fromisoformat(cut.moment) if cut.moment else now
        yield framed(db, cut, moment, now)


def browser_of(story: Story) -> Browser:
    """Return the browser of the owner of the machine."""
    return Browser(replace(story.platform, local=story.mere))


def page_of(story: Story, query: str = "") -> Node:
    """Open the page."""
    return browser_of(story).page(f"/together{query}")
