"""The API reads what the pages read: pilots, their timelines and the events, at any cut."""

from typing import Any

import pytest
from msgspec import json

from tests.support.machines.clock import Clock
from tests.support.pages.browser import Browser
from tests.support.stories.world import World

LINES = "application/x-ndjson"


def told(browser: Browser, path: str) -> Any:
    answer = browser.get(f"/api/v1{path}")
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/json"
    return answer.json()


def lines(browser: Browser, path: str) -> list[Any]:
    answer = browser.get(f"/api/v1{path}", accept=LINES)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(LINES)
    assert not answer.text or answer.text.endswith("\n")
    return [json.decode(line) for line in answer.text.splitlines()]


def test_pilots_come_with_their_figures(browser: Browser, world: World) -> None:
    pilot = told(browser, "/pilots")["pilots"][-1]

    assert (pilot["pilot"], pilot["title"], pilot["stage"]) == (
        world.pilot,
        "Shared minutes",
        "proposed",
    )
    assert (pilot["figures"]["entries"], pilot["figures"]["lessons"]) == (2, 2)
    assert told(browser, f"/pilots/{world.pilot}") == pilot


def test_what_came_later_is_left_out_of_an_earlier_cut(
    browser: Browser, world: World, clock: Clock
) -> None:
    head = browser.head()
    clock.pass_days(2)
    browser.sent("/log", {"pilot": world.pilot, "text": "Later", "with": "Moana"})

    for cut in ("as_of=2026-03-02", f"at={head}"):
        then = told(browser, f"/pilots/{world.pilot}?{cut}")["figures"]
        assert (then["entries"], then["people"]) == (2, 2)
        assert "Later" not in str(told(browser, f"/pilots/{world.pilot}/timeline?{cut}"))
        assert len(told(browser, f"/events?{cut}")["events"]) == head
        assert len(lines(browser, f"/events?{cut}")) == head
    now = told(browser, f"/pilots/{world.pilot}")["figures"]
    assert (now["entries"], now["people"]) == (3, 3)
    assert told(browser, "/pilots?as_of=2026-03-01") == {"pilots": []}


def test_a_timeline_goes_on_before_a_position(browser: Browser, world: World) -> None:
    path = f"/pilots/{world.pilot}/timeline?axis=recorded"
    whole = [row["position"] for row in told(browser, path)["timeline"]]
    middle = whole[len(whole) // 2]

    before = told(browser, f"{path}&before={middle}&limit=2")["timeline"]

    following = whole.index(middle) + 1
    assert [row["position"] for row in before] == whole[following : following + 2]


def test_the_timeline_is_in_the_order_of_its_axis(browser: Browser, world: World) -> None:
    path = f"/pilots/{world.pilot}/timeline"
    browser.sent(
        "/log", {"pilot": world.pilot, "text": "Long ago", "occurred_at": "2026-01-01T10:00"}
    )

    occurred = told(browser, f"{path}?axis=occurred")["timeline"]
    recorded = told(browser, f"{path}?axis=recorded")["timeline"]

    assert [row["occurred_at"] for row in occurred] == sorted(
        (row["occurred_at"] for row in occurred), reverse=True
    )
    assert recorded[0]["data"]["text"] == occurred[-1]["data"]["text"] == "Long ago"
    assert recorded[0]["position"] == browser.head()


@pytest.mark.parametrize("ask", [told, lines])
def test_events_come_in_order_and_can_be_chosen(browser: Browser, world: World, ask: Any) -> None:
    def events(query: str = "") -> list[Any]:
        found = ask(browser, f"/events?{query}")
        return found["events"] if isinstance(found, dict) else list(found)

    head = browser.head()
    assert [event["position"] for event in events()] == list(range(1, head + 1))
    assert [event["position"] for event in events("after=2&limit=3")] == [3, 4, 5]
    assert events(f"after={head}") == []
    assert {e["name"] for e in events("name=lesson.learned.v1")} == {"lesson.learned.v1"}
    assert [e["stream"] for e in events(f"stream={world.entry}")] == [world.entry]
    assert all(world.pilot in event["pilots"] for event in events(f"pilot={world.pilot}"))
    assert events("pilot=pilot-0") == events("name=%00") == events("stream='") == []


def test_a_page_and_a_stream_say_the_same_bytes(browser: Browser, world: World) -> None:
    assert world
    page = browser.get("/api/v1/events").text
    stream = browser.get("/api/v1/events", accept=LINES).text

    assert page == '{"events":[' + ",".join(stream.splitlines()) + "]}"


@pytest.mark.parametrize(
    "path", ["/pilots/pilot-0", "/pilots/%00", "/pilots/pilot-0/timeline", "/nothing"]
)
def test_what_is_not_there_is_a_problem(browser: Browser, path: str) -> None:
    answer = browser.get(f"/api/v1{path}")

    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["status"] == 404


@pytest.mark.parametrize(
    "query",
    ["as_of=10000-01-01", "as_of=%00", "at=x", "at=" + "9" * 50, "after=x", "after=%C2%B2",
     "limit=-1", "limit=1.5", "limit=%D9%A3"],
)  # fmt: skip  # a list to look up
@pytest.mark.parametrize("accept", ["application/json", LINES])
def test_a_bad_question_is_a_problem_in_a_sentence(
    browser: Browser, query: str, accept: str
) -> None:
    answer = browser.get(f"/api/v1/events?{query}", accept=accept)

    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["detail"].endswith(".")


def test_a_bad_axis_is_a_problem(browser: Browser, world: World) -> None:
    answer = browser.get(f"/api/v1/pilots/{world.pilot}/timeline?axis=both")

    assert (answer.status_code, answer.json()["status"]) == (422, 422)


def test_a_wrong_method_is_a_problem(browser: Browser) -> None:
    answer = browser.client.delete("/api/v1/pilots")

    assert answer.status_code == 405
    assert answer.headers["content-type"] == "application/problem+json"
