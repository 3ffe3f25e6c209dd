"""A real Chromium before a real server with the sample programme."""

from collections.abc import Iterator
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect, sync_playwright

from tests.browser.reading import WATCH, Log, open_pilot
from tests.support.pages.chromium import ARGUMENTS, CHROMIUM, LIVE, MISSING
from tests.support.pages.web_server import start_server, stop_server
from web.sample import tell_sample


@pytest.fixture(scope="package")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server with the sample programme."""
    folder = tmp_path_factory.mktemp("served")
    tell_sample(folder)
    server, address = start_server(folder)
    yield address
    stop_server(server)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, or a skip that says what is missing."""
    if CHROMIUM is None:
        pytest.skip(MISSING)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


class Watched:
    """What a page did that it must not do."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.said: list[str] = []
        self.left: list[str] = []
        self._address = address
        context.on("console", lambda message: self._hear(message.type, message.text))
        context.on("weberror", lambda wrong: self.said.append(str(wrong.error)))
        context.on("request", self._see)

    def _hear(self, kind: str, text: str) -> None:
        if kind in ("error", "warning") and "status of 422" not in text:
            self.said.append(text)

    def _see(self, request: Request) -> None:
        if not request.url.startswith((self._address, "data:")):
            self.left.append(request.url)


@pytest.fixture
def watched(browser: Browser, address: str) -> Iterator[tuple[BrowserContext, Watched]]:
    """A context in which no violation of the policy, no error and no foreign request may occur."""
    context = browser.new_context(base_url=address, viewport={"width": 1440, "height": 900})
    watch = Watched(context, address)
    yield context, watch
    context.close()
    assert watch.said == []
    assert watch.left == []


@pytest.fixture
def page(watched: tuple[BrowserContext, Watched]) -> Page:
    """A page with a script, at a desk."""
    context, _ = watched
    context.set_default_timeout(10_000)
    return context.new_page()


@pytest.fixture
def plain_page(browser: Browser, address: str) -> Iterator[Page]:
    """A page in a browser that runs no script."""
    context = browser.new_context(base_url=address, java_script_enabled=False)
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


@pytest.fixture
def reader(page: Page) -> Page:
    """Somebody who reads the page of a pilot."""
    open_pilot(page)
    expect(page.locator("#live")).to_have_class(LIVE)
    page.evaluate(WATCH)
    return page


@pytest.fixture
def log(reader: Page) -> Log:
    """Lets somebody elsewhere log to the pilot that is read."""
    pilot = reader.url.rpartition("/")[2]

    def logged(text: str) -> None:
        said = {"pilot": pilot, "text": text, "mode": "contribute"}
        key = {"Idempotency-Key": uuid4().hex}
        sent = reader.context.request.post(
            "/api/v1/commands/log-participation", data=said, headers=key
        )
        assert sent.status == 201

    return logged


@pytest.fixture
def other(browser: Browser, address: str) -> Iterator[Page]:
    """The window of somebody else, in another browser; tall, so that all that is new is in view."""
    context = browser.new_context(base_url=address, viewport={"width": 1440, "height": 1800})
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()
