"""What a rule says for the first time stands below the row that made it speak, once."""

import pytest

from tests.support.machines.clock import Clock
from tests.support.pages.browser import Browser
from tests.support.pages.reading_pages import Node

BEGUN = "“Listen” has begun, but “Why we care” comes before it. why? Say why you care"


def logged(browser: Browser, pilot: str, back: str, **said: str) -> list[Node]:
    page = browser.done("/log", {"pilot": pilot, "back": back} | said)
    return page.find("p", class_="fired")


@pytest.mark.parametrize("back", ["/", "/pilots/{}", "/pilots/{}?axis=recorded"])
def test_a_rule_speaks_below_the_row_that_made_it(browser: Browser, shown: str, back: str) -> None:
    back = back.format(shown)

    assert logged(browser, shown, back, text="Wrote it", mode="contribute") == []
    (fired,) = logged(browser, shown, back, text="Sat in the canteen", mode="listen")
    assert fired.text() == BEGUN
    assert fired.parent
    assert "Sat in the canteen" in fired.parent.text()
    form = browser.page(fired.first("a", class_="btn").attrs["href"])
    assert form.find("form", method="post")
    assert "Listen" in browser.page(fired.first("a", class_="why").attrs["href"]).text()
    assert logged(browser, shown, back, text="Sat there again", mode="listen") == []


def test_it_speaks_to_the_one_who_logged_and_not_for_long(
    browser: Browser, shown: str, clock: Clock
) -> None:
    (_,) = logged(browser, shown, "/", text="Sat in the canteen", mode="listen")
    path = f"/?did={browser.head()}"
    assert browser.page(path).find("p", class_="fired")
    assert not browser.page("/").find("p", class_="fired")

    clock.pass_days(0.01)
    assert not browser.page(path).find("p", class_="fired")
