"""A figure is one number: on every page, in the API, and counted by hand from what is exported.

The histories are made by chance: entries of every way on any day, some of them taken back, lessons
too, by several people, looked at from anywhere in the history.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from random import Random
from typing import Any

import pytest

from domain.metrics.participation import PEER_SHARE
from pilots.commands.lesson import LearnLesson, VoidLesson
from pilots.commands.participation import VoidParticipation
from tests.support.machines.pace import Form
from tests.support.pages.browser import Browser
from tests.support.pages.reading_pages import Node
from tests.support.stories.story import Story

MODES = ("listen", "react", "contribute", "ask", "answer", "promote", "sell", "invite")
DIRECTIONS = ("broadcast", "to-host", "to-peer", "self")
PEOPLE = ("Mere", "Rua", "Hana")
ROWS = {"People who took part": "people", "Entries": "entries", "Lessons": "lessons"}


def live(story: Story, chance: Random) -> None:
    """Let things happen in a pilot, by chance."""
    story.start()
    kept: list[str] = []
    for _ in range(chance.randrange(4, 40)):
        story.days(chance.choice((0, 0.1, 1, 5)))
        match chance.randrange(8):
            case 0 if kept:
                entry = kept.pop(chance.randrange(len(kept)))
                story.do(VoidParticipation(entry=entry, reason="Never was."))
            case 1:
                lesson = story.new(LearnLesson(pilot=story.pilot, text="Ask first."))
                if chance.random() < 1 / 3:
                    story.do(VoidLesson(lesson=lesson, reason="Nobody said so."))
            case _:
                way = {"mode": chance.choice(MODES), "direction": chance.choice(DIRECTIONS)}
                kept.append(story.log(chance.choice(PEOPLE), **way))


def counted(events: list[dict[str, Any]]) -> dict[str, Any]:
    """Count by hand what the definitions say, from exported events."""
    gone = {each["stream"] for each in events if each["name"].endswith(".voided.v1")}
    stand = [each for each in events if each["stream"] not in gone]
    entries = [each["data"] for each in stand if each["name"] == "participation.logged.v1"]
    replies = [
        each["direction"]
        for each in entries
        if each["mode"] in ("react", "answer") and each["direction"] in ("to-host", "to-peer")
    ]
    share = replies.count("to-peer") / len(replies) if len(replies) >= PEER_SHARE.enough else None
    return {
        "people": len({each["person"] for each in entries}),
        "entries": len(entries),
        "lessons": sum(each["name"] == "lesson.learned.v1" for each in stand),
        "peer_share": share,
    }


def in_words(counts: dict[str, Any]) -> dict[str, str]:
    """Return figures as pages write them."""
    share = counts["peer_share"]
    written = "–" if share is None else f"{share * 100:.1f} %"
    return {name: f"{amount}" for name, amount in counts.items()} | {"peer_share": written}


def shown(visitor: Browser, pilot: str, cut: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield what each page says of the figures."""
    card = visitor.page(f"/pilots/{pilot}?{cut}").first("section", id="result")
    (people,) = (each for each in card.find("div", class_="fact") if "People" in each.text())
    yield "pilot", {"people": people.first("a").text().partition(" ")[0]}

    page = visitor.page(f"/pilots/{pilot}/insights?{cut}")
    taking_part = page.first("section", aria_labelledby="part-q").first("p").text()
    found = re.match(r"(?P<people>\d+) pe\w+ in (?P<entries>\d+) entr", taking_part)
    yield "insights", found.groupdict() if found else {}
    lessons = page.first("section", aria_labelledby="learned-q").first("p").text()
    yield "insights", {"lessons": lessons.partition(" ")[0].replace("No", "0")}

    page = visitor.page(f"/compare?pilot={pilot}&{cut}")
    rows = {row.first("th").text(): row.first("td").text() for row in _rows(page)}
    yield "compare", {name: _number(rows[title]) for title, name in ROWS.items()}
    (share,) = (text for title, text in rows.items() if title.startswith("Peer share"))
    yield "compare", {"peer_share": _number(share)}

    page = visitor.page(f"/review?{cut}")
    facts = {each.first("dt").text(): each for each in _facts(page)}
    yield "review", {"peer_share": _number(facts["Replies to each other"].first("a").text())}


def told(visitor: Browser, pilot: str, cut: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield what the API says of the figures."""
    answer = visitor.get(f"/api/v1/pilots/{pilot}?{cut}").json()
    yield "pilot", answer["figures"]
    yield "metrics", {each["slug"].replace("-", "_"): each["value"] for each in answer["metrics"]}
    (line,) = visitor.get(f"/api/v1/review?{cut}").json()["lines"]
    yield "review", {"peer_share": line["peer_share"]}
    views = visitor.get(f"/api/v1/pilots/{pilot}/aspects/taking-part?{cut}").json()
    yield "view", {"peer_share": views["peer-share"]["told"]["whole"]["peer_share"]}


@pytest.mark.parametrize("seed", range(3))
def test_a_figure_is_the_same_wherever_it_is_shown(story: Story, form: Form, seed: int) -> None:
    chance = Random(seed)  # noqa: S311  # no secret
    live(story, chance)
    visitor = Browser(replace(story.platform, local=story.mere))
    events = visitor.get("/api/v1/events?limit=1000").json()["events"]
    started = next(n for n, each in enumerate(events) if each["name"] == "pilot.started.v1")
    some = (chance.randrange(started + 1, len(events)) for _ in range(int(form(1, 20))))
    for end in (len(events), *some):
        expected = counted(events[:end])
        for where, says in told(visitor, story.pilot, f"at={end}"):
            assert says == says | {n: each for n, each in expected.items() if n in says}, where
        for where, words in shown(visitor, story.pilot, f"at={end}"):
            assert words == {name: in_words(expected)[name] for name in words}, where


def _rows(page: Node) -> list[Node]:
    return page.first("tbody").find("tr")


def _facts(page: Node) -> list[Node]:
    return [each for each in page.first("dl", class_="line-facts").find("div") if each.find("dt")]


def _number(text: str) -> str:
    return text.replace("\xa0", " ").replace("%", " %").replace("  ", " ").strip()
