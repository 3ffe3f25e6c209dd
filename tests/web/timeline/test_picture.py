"""The timeline on a pilot's page: what it draws, what a chosen mark says, how one moves about."""

import re

import pytest

from tests.support.pages.browser import Browser, pilots_of
from tests.support.pages.reading_pages import Node
from tests.support.stories.world import World

OF_TIMELINE = {"hx_target": "section#timeline", "hx_request": "true", "hx_request_type": "full"}


def night(browser: Browser, title: str = "One night desk") -> str:
    """Return the address of the sample's pilot that has most in it, or of another one."""
    return next(
        f"/pilots/{pilot}"
        for pilot in pilots_of(browser)
        if title in browser.page(f"/pilots/{pilot}").first("h1").text()
    )


def lanes(page: Node) -> dict[str, Node]:
    timeline = page.first("section", id="timeline")
    return {n.attrs["aria-label"]: n for n in timeline.find("g", role="list")}


def keys(page: Node) -> list[str]:
    return [n.attrs["id"][2:] for n in page.find("a") if n.attrs.get("id", "").startswith("m-")]


def curves(page: Node, kind: str) -> int:
    return len(page.find("path", class_=kind))


def test_each_lesson_of_the_sample_is_one_star_with_its_whole_text(filled: Browser) -> None:
    page = filled.page(night(filled))
    said = [n.attrs["aria-label"] for n in lanes(page)["Lessons"].find("a")]
    assert len(said) == len(set(said)) == 6
    assert any(each.startswith("A board nobody has to refresh is read;") for each in said)
    outcomes = {n.attrs["class"] for n in lanes(page)["Experiments"].find("rect")}
    assert {"bar supported", "bar refuted", "bar inconclusive", "bar running"} <= outcomes


def test_a_chosen_mark_lights_its_way_and_says_what_it_came_from(filled: Browser) -> None:
    place = night(filled)
    plain = filled.page(place)
    lesson = next(key for key in keys(plain) if key.startswith("lesson-"))
    page = filled.page(f"{place}?sel={lesson}")

    (chosen,) = page.find("a", class_="mark chosen")
    assert chosen.attrs["aria-current"] == "true"
    assert curves(filled.page(f"{place}?sel=-"), "curve") == 0
    assert curves(plain, "curve") > 0
    assert curves(page, "curve") > 0
    trace = page.first("div", id="trace")
    assert trace.first("h3").text() in chosen.attrs["aria-label"]
    assert {"Came from", "Led to"} <= {n.text() for n in trace.find("h4")}
    assert trace.first("a", class_="link").attrs["href"] == f"/lessons/{lesson}"
    (tied, *_) = [a for li in trace.find("li") for a in li.find("a")]
    again = filled.page(tied.attrs["href"])
    assert again.first("div", id="trace").first("h3").text() == tied.text()


def test_the_latest_lesson_that_rests_on_something_is_chosen_by_itself(filled: Browser) -> None:
    page = filled.page(night(filled))
    lessons = [key for key in keys(page) if key.startswith("lesson-")]

    (chosen,) = page.find("a", class_="mark chosen")
    assert chosen.attrs["id"] == f"m-{lessons[-1]}"
    trace = page.first("div", id="trace")
    assert trace.first("p", class_="meta").first("span").text() == "Latest lesson"
    (let_go,) = [n for n in trace.find("a") if n.text() == "Let it go"]
    alone = filled.page(let_go.attrs["href"])
    assert not alone.find("div", id="trace")
    assert not filled.page(f"{night(filled)}?span=30d").find("div", id="trace")
    live = page.first("section", id="timeline").attrs["hx-get"]
    before = filled.page(live.replace(lessons[-1], lessons[0])).first("div", id="trace")
    assert before.first("p", class_="meta").first("span").text() == "Lesson"


@pytest.mark.parametrize("key", ["lesson-0", "fact-1", "fact-x", "fact-999", "nothing", "%00"])
def test_what_is_no_mark_is_said_to_be_none_or_is_found(filled: Browser, key: str) -> None:
    answer = filled.get(f"{night(filled)}?sel={key}")
    assert answer.status_code == 200
    assert "Nothing of that name was known then" in answer.text


def test_what_was_not_known_then_cannot_be_chosen_then(browser: Browser, world: World) -> None:
    before, place = browser.head(), f"/pilots/{world.pilot}"
    there = set(keys(browser.page(place)))
    browser.sent("/log", {"pilot": world.pilot, "text": "We met.", "learned": "Late."})
    (late,) = set(keys(browser.page(place))) - there

    assert browser.page(f"{place}?sel={late}").find("div", id="trace")
    then = browser.page(f"{place}?sel={late}&at={before}")
    assert "Nothing of that name was known then" in then.text()


def test_a_hidden_lane_can_be_shown_again(filled: Browser) -> None:
    place = night(filled)
    page = filled.page(place)
    hide = page.first("a", id="tl-lane-lesson").attrs["href"]
    hidden = filled.page(hide)

    assert "Lessons" in lanes(page)
    assert "Lessons" not in lanes(hidden)
    assert filled.page(hidden.first("a", id="tl-lane-lesson").attrs["href"]).find(
        "a", class_="mark"
    )
    assert set(lanes(filled.page(hidden.first("a", id="tl-lane-lesson").attrs["href"]))) == set(
        lanes(page)
    )


def test_one_can_go_closer_and_then_earlier(filled: Browser) -> None:
    close = filled.page(f"{night(filled)}?span=30d")
    assert close.first("a", id="tl-30d").attrs["aria-current"] == "true"
    assert not close.find("a", id="tl-later")
    earlier = close.first("a", id="tl-earlier").attrs["href"]
    days = re.search(r"from_day=([0-9-]+)&to_day=([0-9-]+)", earlier)
    assert days
    page = filled.page(earlier)
    assert page.find("a", id="tl-later")
    assert set(keys(page)) != set(keys(close))


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("from_day=yesterday", "is a day"),
        ("to_day=0001-01-01", "is a day"),
        ("from_day=2026-03-02&to_day=2026-03-01", "comes after"),
    ],
)
@pytest.mark.parametrize("path", ["", "/events"])
def test_days_that_are_none_are_refused_in_a_sentence(
    filled: Browser, path: str, query: str, says: str
) -> None:
    answer = filled.get(f"{night(filled)}{path}?{query}")
    assert answer.status_code == 422
    assert says in answer.text


def test_the_timeline_alone_comes_where_only_that_is_asked_for(filled: Browser) -> None:
    part = filled.page(f"{night(filled)}?span=90d", **OF_TIMELINE)
    assert [n.attrs["id"] for n in part.find("section")] == ["timeline"]
    assert part.first("a", id="tl-90d").attrs["aria-current"] == "true"
    assert not part.find("h1")
