"""A first visit offers the sample beside one's own log; looking round leaves no trace."""

from collections.abc import Iterator

import pytest

from tests.support.pages.browser import Browser
from tests.support.pages.reading_pages import read
from web.bootstrap import Platform


@pytest.fixture
def visitor(browser: Browser) -> Iterator[Browser]:
    """Somebody with an empty log of their own, whose sample is let go of afterwards."""
    yield browser
    browser.client.app.state.sample.close()


def look_round(browser: Browser) -> None:
    offer = browser.page("/").first("form", action="/sample")
    answer = browser.client.post("/sample", data=offer.values())
    assert (answer.status_code, answer.headers["location"]) == (303, "/")


def test_the_sample_is_another_log_and_ones_own_stays_empty(visitor: Browser) -> None:
    assert "There is no pilot yet" in visitor.page("/pilots").text()
    look_round(visitor)

    assert "One night desk" in visitor.page("/pilots").text()
    assert "looking around in the sample" in visitor.page("/").text()
    visitor.sent("/log", {"text": "Tried it out", "pilot": _first_pilot(visitor)})
    assert visitor.head() == 1  # its own owner, and nothing else

    visitor.client.post("/sample/leave")
    assert "There is no pilot yet" in visitor.page("/pilots").text()


def test_what_was_tried_goes_with_the_sample(visitor: Browser) -> None:
    look_round(visitor)
    visitor.sent("/log", {"text": "Tried it out", "pilot": _first_pilot(visitor)})

    visitor.client.post("/sample/remove")
    look_round(visitor)

    assert "Tried it out" not in visitor.page("/").text()


def test_nobody_looks_round_without_signing_in(platform: Platform) -> None:
    stranger = Browser(platform)
    stranger.client.cookies.set("pilotlog-sample", "1")

    assert stranger.client.post("/sample").status_code == 401
    assert stranger.get("/").status_code == 303
    assert not (platform.folder / "sample").exists()


def test_a_sample_that_another_process_told_anew_is_opened_anew(visitor: Browser) -> None:
    look_round(visitor)
    visitor.sent("/log", {"text": "Tried it out", "pilot": _first_pilot(visitor)})
    other = Browser(visitor.platform)
    other.client.cookies.set("pilotlog-sample", "1")
    other.client.post("/sample/remove")
    other.client.post("/sample")

    assert "Tried it out" not in visitor.page("/").text()
    other.client.app.state.sample.close()


def _first_pilot(browser: Browser) -> str:
    page = read(browser.get("/").text)
    return page.first("select", name="pilot").find("option")[0].attrs["value"]
