"""A story in the frame in which the page of all pilots shows it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime

from projections.engine.as_of import NOW, Cut
from tests.support.pages.browser import Browser
from tests.support.pages.reading_pages import Node
from tests.support.stories.story import Story
from web.pages.portfolio.period import Frame, framed


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
