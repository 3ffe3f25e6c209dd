"""The page of a thing says what is known of it, now or then, as text, and to whom it may."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from shutil import copytree

import pytest

from domain import kinds
from tests.support.good_values import GOOD
from tests.support.machines.clock import Clock
from tests.support.pages.browser import Browser, sign_in
from tests.support.pages.reading_pages import Node
from tests.support.stories.copies import Made
from tests.support.stories.world import KINDS, World
from tests.web.pages.commands.test_form import filled_in
from tests.web.pages.test_escaping import EVIL, is_harmless
from web.bootstrap import build
from web.http.urls import page_of

SAYS = {  # how each page is headed
    "programme": "Quiet", "experiment": "One page", "running": "Two pages", "theirs": "Read it.",
    "entry": "Wrote a page and a half.", "lesson": "Ask first.", "invitation": "Come.",
    "evidence": "Four of ten read it.", "insight": "Short is read.", "decision": "Go on",
    "assumption": "All have a screen.", "value": "An hour a week.", "supported": "We go on.",
    "conclusion": "We should go on.", "review": "2026-03-02", "person": "Rua",
    "practice": "Ask us.",
}  # fmt: skip  # a list to look up
LATER = {  # what is done a day later, of which the day before nothing is to be seen
    "lesson": ("correct-lesson", "Ask first, then write."),
    "value": ("revise-value", "Half an hour."),
    "insight": ("revise-insight", "People read what is near."),
    "programme": ("rename-programme", "Quieter work"),
    "person": ("change-profile", "Rua Tane"),
    "conclusion": ("propose-conclusion", "We go on."),
    "decision": ("revisit-decision", "Fewer came."),
}
WRITING = [
    "gather-evidence", "derive-insight", "raise-assumption", "learn-lesson", "expect-value",
    "pool-thought", "open-invitation", "plan-experiment", "open-programme", "register-person",
    "adopt-practice", "take-decision",
]  # fmt: skip  # a list to look up


@pytest.fixture
def auditor_there(made: Made, tmp_path: Path, clock: Clock) -> Iterator[Browser]:
    """An auditor who has signed in where a world is."""
    copytree(made.folder, tmp_path / "audited")
    clock.now = made.now
    with closing(build(tmp_path / "audited", clock)) as here:
        yield sign_in(here, "audre", "auditor")


def stream_of(browser: Browser, world: World, key: str) -> str:
    if key != "practice":
        return str(getattr(world, key))
    path, said = filled_in(world, "adopt-practice")
    browser.sent(path, said | {"text": SAYS[key]})
    return browser.stored(browser.head() - 1)[0].originator_id


def ties(page: Node) -> dict[str, str]:
    links = [a for a in page.first("main").find("a") if a.within("dl") or a.within("ul")]
    return {a.attrs["href"]: a.text() for a in links}


def actions(page: Node) -> list[Node]:
    return [a for a in page.first("main").find("a") if "btn" in a.attrs.get("class", "").split()]


def test_each_kind_of_thing_has_its_page_tried() -> None:
    assert {KINDS.get(key, key) for key in SAYS} == kinds.KINDS.keys() - {"pilot"}


@pytest.mark.parametrize("key", SAYS)
def test_it_says_what_it_is_and_all_that_happened(browser: Browser, world: World, key: str) -> None:
    stream = stream_of(browser, world, key)
    page = browser.page(page_of(stream))

    assert page.first("h1").text().startswith(SAYS[key])
    assert str(kinds.KINDS[KINDS.get(key, key)].name) in page.first("p", class_="eyebrow").text()
    happened = page.first("ol", class_="told").find("li")
    facts = browser.platform.pilots.facts_of(stream)
    assert len(happened) == len(facts)
    for told, fact in zip(happened, facts, strict=True):
        assert told.first("h3").text()
        assert told.first("time").attrs["datetime"][:16] == f"{fact.occurred_at:%Y-%m-%dT%H:%M}"
    if facts[0].pilots:
        assert ties(page)[f"/pilots/{facts[0].pilots[0]}"] == "Shared minutes"


@pytest.mark.parametrize("key", [key for key in SAYS if key != "practice"])
def test_an_auditor_reads_it_and_is_offered_nothing(
    auditor_there: Browser, made: Made, key: str
) -> None:
    page = auditor_there.page(page_of(getattr(made.world, key)))

    assert page.first("h1").text().startswith(SAYS[key])
    assert actions(page) == []


def test_it_links_what_it_rests_on_and_what_rests_on_it(browser: Browser, world: World) -> None:
    finding, insight = page_of(world.evidence), page_of(world.insight)

    assert ties(browser.page(insight))[finding] == "Four of ten read it."
    assert ties(browser.page(finding))[insight] == "Short is read."


@pytest.mark.parametrize("key", LATER)
def test_what_was_not_known_then_is_absent(
    browser: Browser, world: World, clock: Clock, key: str
) -> None:
    place, before = page_of(getattr(world, key)), browser.head()
    clock.pass_days(1)
    name, new = LATER[key]
    browser.sent(*filled_in(world, name))

    assert new in browser.page(place).text()
    for looking in (f"?at={before}", "?as_of=2026-03-02"):
        then = browser.page(place + looking)
        assert new not in then.text()
        assert actions(then) == []
        assert [href for href in ties(then) if "?" not in href] == []
    for looking in ("?as_of=2026-03-01", "?at=1"):
        assert browser.get(place + looking).status_code == 404


@pytest.mark.parametrize("name", WRITING)
def test_what_was_written_is_shown_as_text(browser: Browser, world: World, name: str) -> None:
    path, said, before = *filled_in(world, name), browser.head()
    free = ("text", "statement", "title", "name", "what_for", "profile", "expected_effect")
    browser.sent(path, said | {key: EVIL for key in free if key in said})
    kind = GOOD[name].fact.partition(".")[0]
    streams = [event.originator_id for event in browser.stored(before)]
    page = browser.page(page_of(next(each for each in streams if each.startswith(kind))))

    is_harmless(page)
    assert EVIL.split()[0] in page.text()


@pytest.mark.parametrize("uri", ["javascript:alert(1)", "data:text/html,x", " JAVASCRIPT:alert(1)"])
def test_a_source_is_never_a_script(browser: Browser, world: World, uri: str) -> None:
    path, said = filled_in(world, "gather-evidence")
    browser.send(path, said | {"uri": uri})

    found = {e.originator_id for e in browser.stored() if "alert" in str(e.fact)}
    for stream in found:
        hrefs = [n.attrs["href"] for n in browser.page(page_of(stream)).find("a")]
        assert all(href.startswith(("/", "#", "http")) for href in hrefs)


def test_a_programme_says_whose_days_it_counts_and_since_when(
    browser: Browser, world: World
) -> None:
    path, before = f"/programmes/{world.programme}", browser.head()
    browser.sent(f"{path}/set-zone", {"time_zone": "Europe/Berlin"})

    page = browser.page(path).first("main").text()
    assert "Days and weeks as inEurope/Berlin" in page  # a term and what it is
    assert "Days and weeks are those of Europe/Berlin" in page
    assert "Europe/Berlin" not in browser.page(f"{path}?at={before}").first("main").text()
