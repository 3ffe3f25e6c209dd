"""The page of what all pilots learned together: empty, small, with odd names, and looking back."""

import pytest

from pilots.commands.lesson import LearnLesson
from tests.support.machines.clock import Clock
from tests.support.pages.frames import browser_of, page_of
from tests.support.stories.story import Story

LONGEST = "W" * 200
ARABIC = "مكتب الليل المشترك"


def test_with_nothing_there_is_one_sentence_and_one_action(story: Story) -> None:
    page = page_of(story)
    lead = page.first("p", class_="lead")
    assert "There is no pilot yet." in lead.text()
    assert lead.first("a").attrs["href"] == "/pilots/propose"
    assert page.find("input", id="month") == []


def test_one_pilot_with_one_event_is_drawn(story: Story) -> None:
    pilot = story.propose(title="Alone")
    page = page_of(story)
    assert "1 pilot, 0 entries and 0 lessons, as they are known now." in page.text()
    plot = page.first("a", class_="ridge-plot")
    assert plot.attrs["aria-label"] == "Alone: 0 entries, 0 lessons"
    assert plot.attrs["href"] == f"/pilots/{pilot}#timeline"


@pytest.mark.parametrize("name", [LONGEST, ARABIC, "<b>&\"'"])
def test_any_name_is_shown_as_it_is_and_says_its_own_direction(story: Story, name: str) -> None:
    story.start(title=name)
    story.log("Mere", name)
    page = page_of(story)
    row = page.first("a", class_="ridge-name")
    assert (row.text(), row.attrs["dir"]) == (name, "auto")
    people = page.first("section", id="people").first("tbody").find("th")
    assert name in [cell.text() for cell in people]
    assert {cell.attrs["dir"] for cell in people} == {"auto"}


def test_the_table_of_ridges_says_what_is_drawn(story: Story) -> None:
    pilot = story.start()
    story.log()
    for _ in range(3):
        story.do(LearnLesson(pilot=pilot, text="Ask first."))
        story.days(30)
    ridges = page_of(story).first("section", id="ridges")
    dots = ridges.find("circle", class_="ridge-dot")
    cells = [cell.text() for cell in ridges.first("tbody").first("tr").find("td")]
    assert len(dots) == 3
    assert cells[-1] == "2026-03-02: 1, 2026-04-01: 1, 2026-05-01: 1"
    assert cells[1:-1] == ["1", "1", "3"]


def test_every_link_of_the_page_leads_somewhere(story: Story) -> None:
    pilot = story.start()
    story.log("Mere", "Rua")
    story.do(LearnLesson(pilot=pilot, text="Ask first."))
    before = story.now()
    story.days(40)
    story.log("Rua", "Hana")
    browser = browser_of(story)
    for query in ("", f"?as_of={before.moment}"):
        links = {n.attrs["href"] for n in page_of(story, query).first("main").find("a")}
        wrong = [link for link in links if browser.get(link).status_code != 200]
        assert wrong == []
        pages = [link for link in links if link.startswith("/") and "month" not in link]
        assert all(("as_of=" in link) == bool(query) for link in pages if link != "/together"), (
            pages
        )


def test_the_slider_leads_to_the_last_day_of_its_month_and_at_its_end_to_now(
    story: Story, clock: Clock
) -> None:
    story.start()
    clock.pass_days(70)
    story.log()
    browser = browser_of(story)
    form = page_of(story).first("form", action="/together")
    slider = form.first("input", id="month").attrs
    first, last = int(slider["min"]), int(slider["max"])
    assert (first, last, slider["value"]) == (2026 * 12 + 2, 2026 * 12 + 4, slider["max"])
    assert form.first("output").text() == "May 2026"
    assert form.first("noscript").first("button").text() == "Show that month"

    went = browser.get(f"/together?month={first}")
    assert (went.status_code, went.headers["location"]) == (303, "/together?as_of=2026-03-31")
    then = browser.page(went.headers["location"])
    assert "0 entries and 0 lessons, as they were known on 31 Mar 2026." in then.text()
    chosen = then.first("input", id="month").attrs
    assert (chosen["value"], "autofocus" in chosen) == (str(first), False)
    assert browser.get(f"/together?month={last}").headers["location"] == "/together"
    far = browser.get("/together?month=999999999999999")
    assert (far.status_code, far.headers["location"]) == (303, "/together")


def test_sliding_keeps_the_page_of_pilots_one_was_on(story: Story, clock: Clock) -> None:
    story.start()
    clock.pass_days(70)
    story.log()
    form = page_of(story, "?from=12").first("form", action="/together")
    assert form.first("input", name="from").attrs["value"] == "12"
    went = browser_of(story).get("/together?month=1&from=12").headers["location"]
    assert went == "/together?from=12&as_of=1900-01-31"


def test_the_page_of_pilots_leads_here(story: Story) -> None:
    story.start()
    links = [n.attrs["href"] for n in browser_of(story).page("/pilots").first("main").find("a")]
    assert "/together" in links
