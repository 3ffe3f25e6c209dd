"""What a page says of its own, and not of what people wrote, can be said in other languages."""

import re
from collections import deque
from collections.abc import Iterator
from functools import cache
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.support.pages.browser import Browser
from tests.support.pages.reading_pages import Node, read
from web.message_extraction import texts

STARTS = ("/", "/compare", "/rules", "/find?q=pilot", "/log", "/search?q=boat", "/review/print")
READ_ALOUD = (
    "aria-label", "alt", "placeholder", "title", "data-live", "data-paused", "data-one",
    "data-changed", "data-kept", "data-sent", "data-refused", "data-open",
)  # fmt: skip  # a list
OURS_IN_ANY = {"Pilotlog", "English", "Deutsch", "Ctrl", "You", "SHA", "UTC", "EUR"}
AS_STORED = ("/events", "/static", "/api", "/export", "/feed")  # facts and their names, as they are
LENGTHS = ("width", "height", "x", "y", "cx", "cy", "r", "x1", "x2", "y1", "y2")
LENGTH = re.compile(r"-?\d+(\.\d+)?(e-\d+)?%?")  # as SVG reads it, whatever the language
WORD = re.compile(r"(?!\b[A-Z]{2}\b)[^\W\d_]{2,}")  # initials are none
DAY = re.compile(
    r"(\d{1,2}\. )?\b(Jan|Feb|Mär|März|Apr|Mai|Juni|Juli?|Aug|Sept?|Okt|Nov|Dez)\w*\.?( \d{4})?"
)
WEEKDAY = re.compile(r"\b(Mon|Diens|Donners|Frei|Sams|Sonn|Mittwoch)(tag)?,? ?")
AGO = re.compile(r"\bvor \d+ \w+")
RULE = re.compile(r"\bS\d{3}-[\w-]+")
ID = re.compile(r"[a-z]+-[0-9a-f]{8}-[0-9a-f-]{27}|\bS\d{3}-[\w-]+|\b\d+\b")


class Unsaid:
    """Collects the words of pages that stand in no brackets and that nobody wrote."""

    def __init__(self, written: set[str]) -> None:
        self.long = sorted((each for each in written if WORD.search(each)), key=len, reverse=True)
        self.whole = "\n".join(self.long).casefold()
        self.found: dict[str, str] = {}
        self.left = cache(self._left)

    def look(self, path: str, page: Node) -> None:
        drawn = [n.attrs[name] for n in page.walk() for name in LENGTHS if name in n.attrs]
        assert [each for each in drawn if not LENGTH.fullmatch(each)] == [], path
        depth = 0
        for told in texts_of(page):
            outside = ""
            for letter in told:
                depth += (letter == "⟦") - (letter == "⟧")
                outside += letter if depth == 0 and letter != "⟧" else " "
            depth *= not told.rstrip().endswith("…")  # what is cut off has no end
            if left := self.left(" ".join(outside.split())):
                self.found.setdefault(left, path)
        assert depth == 0, path

    def _left(self, text: str) -> str:
        text = RULE.sub("", AGO.sub("", WEEKDAY.sub("", DAY.sub("", text))))
        for piece in re.split(r"…| ·", text):
            if piece.strip(" .,:;“”()").casefold() in self.whole:
                text = text.replace(piece, "")
        for each in self.long if WORD.search(text) else ():
            text = text.replace(each, "")
        words = [word for word in WORD.findall(text) if word not in OURS_IN_ANY]
        return text if words else ""


def texts_of(page: Node) -> Iterator[str]:
    for n in page.walk():
        yield from (n.attrs[name] for name in READ_ALOUD if name in n.attrs)
    yield from spoken(page)


def spoken(node: Node) -> Iterator[str]:
    for each in node.inside:
        if isinstance(each, str):
            yield each
        elif each.tag not in ("script", "style", "pre", "code") and "translate" not in each.attrs:
            yield from spoken(each)


def strings_in(told: Any) -> Iterator[str]:
    if isinstance(told, str):
        yield from (" ".join(told.split()), *(" ".join(each.split()) for each in told.split("\n")))
    elif isinstance(told, (dict, list)):
        for each in told.values() if isinstance(told, dict) else told:
            yield from strings_in(each)


def all_facts(browser: Browser) -> Iterator[Any]:
    after = 0
    while page := browser.get(f"/api/v1/events?after={after}&limit=1000").json()["events"]:
        yield from page
        after = page[-1]["position"]


@pytest.mark.usefixtures("german")
def test_no_page_says_what_no_catalogue_can_say(filled: Browser) -> None:
    written = {each for fact in all_facts(filled) for each in strings_in(fact["data"])}
    unsaid = Unsaid(written - set(texts()) | {"percent"})
    todo, met = deque(STARTS), set[Any]()
    while todo:
        here = todo.popleft()
        answer = filled.get(here, accept_language="de")
        assert answer.status_code == 200, here
        if "text/html" not in answer.headers["content-type"]:
            continue
        page = read(answer.text)
        unsaid.look(here, page)
        for href in (n.attrs.get("href", "") for n in page.find("a")):
            asked = urlsplit(href)
            if href.startswith("/") and not any(each in href for each in AS_STORED):
                path = ID.sub("", asked.path)
                room = path.split("/")[1]
                new = {path, *((room, name) for name in parse_qs(asked.query))} - met
                met |= new
                todo.extend([href] if new else [])
    assert len(met) > 200
    assert sorted(unsaid.found.items()) == []
