"""The feed tells what happened last, in the words of the log, as Atom that readers understand."""

from xml.etree import ElementTree as ET

import pytest

from domain.kernel.access import Asker
from pilots.commands.lesson import LearnLesson
from tests.support.pages.browser import Browser
from tests.support.stories.builders import ask
from web.bootstrap import Platform

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def told(browser: Browser, query: str = "") -> list[tuple[str, str]]:
    """Return title and address of each entry."""
    root = ET.fromstring(browser.get(f"/feed.atom{query}").content)  # noqa: S314  # our own
    found = []
    for entry in root.findall("a:entry", ATOM):
        link = entry.find("a:link", ATOM)
        assert link is not None
        found.append((entry.findtext("a:title", "", ATOM), link.attrib["href"]))
    return found


def test_the_newest_comes_first_and_leads_to_its_page(
    here: Platform, you: Asker, browser: Browser, shown: str
) -> None:
    text = "Ask <first> & \x0blisten."
    lesson = ask(here, you, LearnLesson(pilot=shown, text=text)).stream("lesson")
    newest, *older = told(browser)
    assert newest == ("Lesson: Ask <first> & listen.", f"http://localhost/lessons/{lesson}")
    assert older
    assert told(browser, f"?pilot={shown}")[0] == newest


@pytest.mark.parametrize("query", ["?pilot=pilot-gone", "?pilot=%00"])
def test_a_pilot_that_is_not_here_has_no_feed(browser: Browser, query: str) -> None:
    assert browser.get(f"/feed.atom{query}").status_code == 404


def test_it_is_said_to_be_a_feed(browser: Browser) -> None:
    answer = browser.get("/feed.atom")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    assert 'href="/feed.atom"' in browser.get("/").text
