"""Steps that several tests of media take: adopting one, and reading a page."""

from dataclasses import replace
from typing import Any

from pilots.commands.pilot_media import AdoptMedium, ChooseCapability
from tests.support.pages.browser import Browser
from tests.support.pages.reading_pages import Node, read
from tests.support.stories.story import Story


def adopt(story: Story, medium: str = "chat", capability: str = "hand over", **said: Any) -> None:
    """Choose a capability where it is new, and adopt a medium for it."""
    with story.known() as known:
        chosen = capability in known.capabilities
    if not chosen:
        story.do(ChooseCapability(pilot=story.pilot, capability=capability, why="It gets lost."))
    told = {"helps_because": "It reaches everybody."} | said
    story.do(AdoptMedium(pilot=story.pilot, medium=medium, capability=capability, **told))


def browser(story: Story) -> Browser:
    """Return the browser of the owner of the machine."""
    return Browser(replace(story.platform, local=story.mere))


def page(story: Story, path: str) -> Node:
    """Return the main part of a page that must be there."""
    answer = browser(story).get(path)
    assert answer.status_code == 200, answer.text
    return read(answer.text).first("main")
