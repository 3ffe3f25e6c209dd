"""Whoever has sent a form is told that it was saved."""

import pytest

from pilots.commands import COMMANDS
from tests.support.browser import Browser
from tests.support.world import World
from tests.web.pages.commands.test_form import filled_in

SIGNED = [name for name, kind in COMMANDS.items() if not kind.unsigned]


@pytest.mark.parametrize("name", SIGNED)
def test_the_page_after_a_form_says_that_it_is_saved(
    browser: Browser, world: World, name: str
) -> None:
    page = browser.done(*filled_in(world, name))

    assert page.first("div", id="toasts").first("span").text()
