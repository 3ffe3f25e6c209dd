"""The statements of a talk in a browser: accessible, within the window, a row low enough."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from pilots.commands.pilot import ProposePilot
from tests.support.pages.axe import violations
from tests.support.pages.web_server import start_server, stop_server
from tests.support.stories.builders import ask
from tests.support.stories.talk import tell_talk
from web.bootstrap import build

ROW = 96  # pixels of a statement on a phone at most


@pytest.fixture
def statements(tmp_path: Path) -> Iterator[str]:
    """The address of the statements of a talk."""
    with closing(build(tmp_path, local=True)) as here:
        assert here.local
        wish = ProposePilot(title="Opening hours", accomplishment="People come when we are open.")
        pilot = ask(here, here.local, wish).stream("pilot")
        tell_talk(here, here.local, pilot)
    server, address = start_server(tmp_path)
    yield f"{address}/pilots/{pilot}/statements"
    stop_server(server)


def test_statements_are_accessible_and_fit(browser: Browser, statements: str) -> None:
    for scheme in ("light", "dark"):
        for width in (390, 1440):
            size = {"width": width, "height": 844}
            context = browser.new_context(viewport=size, color_scheme=scheme)  # type: ignore[arg-type]  # as Playwright names it
            page = context.new_page()
            page.goto(statements)
            assert page.locator(".statement-list > li").count() == 3
            assert violations(page) == [], (scheme, width)
            assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
            if width == 390:
                rows = page.locator(".statement-list > li")
                tall = rows.evaluate_all("rows => rows.map((row) => row.offsetHeight)")
                assert max(tall) <= ROW
            context.close()
