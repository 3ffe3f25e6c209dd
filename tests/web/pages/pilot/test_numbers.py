"""Each number of a pilot says its definition, and leads to exactly what it counts."""

from collections import Counter

import pytest

from tests.support.pages.browser import Browser
from tests.support.pages.reading_pages import Node
from tests.web.timeline.test_picture import keys, lanes, night
from web.aspects import ASPECTS, Aspect
from web.aspects.source_facts import BEHIND


def cards_of(page: Node) -> dict[str, Node]:
    """Return the numbers at a glance by what they are called."""
    cards = [n for n in page.find("article") if "kpi" in n.attrs.get("class", "").split()]
    return {(n.find("h2") + n.find("h3"))[0].text(): n for n in cards}


def test_entries_and_marks_behind_a_number_are_exactly_as_many(filled: Browser) -> None:
    page = filled.page(night(filled))

    def listed(href: str) -> int:
        found, more = 0, href
        while more:
            events = filled.page(more)
            found += len([n for n in events.find("tr") if n.attrs.get("id")])
            after = [n for n in events.find("a", class_="btn") if n.text() == "Next events"]
            more = after[0].attrs["href"] if after else ""
        return found

    def number(text: str) -> int:
        return int(text.split(maxsplit=1)[0].replace(",", ""))

    cards = cards_of(page)
    for name in ("Entries", "Lessons"):
        link = cards[name].first("p", class_="num").first("a")
        assert listed(link.attrs["href"]) == number(link.text())
    sure = cards["Confidence"].first("p", class_="num").first("a")
    assert listed(sure.attrs["href"]) == number(cards["Lessons"].first("p", class_="num").text())
    to_peer = cards["Peer share"]
    assert listed(to_peer.first("p", class_="num").first("a").attrs["href"]) == 21
    assert listed(to_peer.find("p")[1].first("a").attrs["href"]) == 39
    for circle in lanes(page)["Taking part"].find("a")[:3]:
        assert listed(circle.attrs["href"]) == number(circle.attrs["aria-label"])
    for week in page.find("a", class_="rhythm-week")[:3]:
        assert listed(week.attrs["href"]) == number(week.attrs["aria-label"])


def test_every_number_at_a_glance_says_its_definition(filled: Browser) -> None:
    page = filled.page(night(filled))
    defined = [n.first("summary").text() for n in page.find("details", class_="define")]
    assert Counter(defined) == Counter(
        f"What “{name}” counts"
        for name in (
            "Confidence",
            "Days to close a loop",
            "Lessons",
            "Value discovered",
            "People",
            "Entries",
            "Peer share",
            "Two loops",
            "Rhythm",
        )
    )
    assert all(n.first("p").text().endswith(".") for n in page.find("details", class_="define"))


def test_a_decision_tells_where_it_came_from_over_several_steps(filled: Browser) -> None:
    decision = [key for key in keys(filled.page(night(filled))) if key.startswith("decision-")][-1]
    tree = filled.page(f"/decisions/{decision}").first("ul", class_="lineage")
    assert tree.first("ul", class_="lineage")
    deep = max(_depth(n) for n in tree.find("ul", class_="lineage"))
    assert 3 <= deep <= 6


def _depth(node: Node) -> int:
    """Return how many lists an element lies in, itself among them."""
    return (node.tag == "ul") + (_depth(node.parent) if node.parent else 0)


def test_what_was_learned_stands_before_what_was_counted(filled: Browser) -> None:
    page = filled.page(night(filled))
    said = {name: card.text() for name, card in cards_of(page).items()}

    assert list(said)[:4] == ["Confidence", "Days to close a loop", "Lessons", "Value discovered"]
    table = filled.page(f"{night(filled)}/learning").first("section", id="velocity").text()
    days = cards_of(page)["Days to close a loop"].first("p", class_="num").text()
    assert f"{days} days" in table
    assert "1 held in 1 other pilot" in said["Lessons"]
    assert "16 call-outs a month; all of it was expected" in said["Value discovered"]
    eyebrow = page.first("p", class_="eyebrow").text()
    assert eyebrow.startswith("running · week 29 Northquay yard × Eastmole yard")
    quote = page.first("figure")
    assert quote.first("p").text().startswith("A buddy who keeps quiet teaches more")
    lesson = filled.page(quote.first("a").attrs["href"])
    assert quote.first("p").text() in lesson.text()


def test_a_pilot_of_which_nothing_is_known_says_so(browser: Browser, shown: str) -> None:
    page = browser.page(f"/pilots/{shown}")
    said = {name: card.text() for name, card in cards_of(page).items()}

    assert "no lesson stands yet" in said["Confidence"]
    assert "no loop is closed yet" in said["Days to close a loop"]
    assert "no amount was discovered yet" in said["Value discovered"]
    assert not page.find("figure")
    assert "week" not in page.first("p", class_="eyebrow").text()


def test_the_charter_holds_what_it_is_for_and_what_came_of_it(filled: Browser) -> None:
    path = f"{night(filled)}/charter"
    page = filled.page(path)

    titles = [n.text() for n in page.find("h2")]
    for title in ("What it is for", "Before it grows", "Experiments", "Decisions", "Readiness"):
        assert title in titles
    assert page.first("a", aria_current="page", href=path).text() == "Charter"
    then = filled.page(f"{path}?at=300")
    assert "Decisions" not in [n.text() for n in then.find("h2")]
    assert not [a for a in then.find("a") if a.attrs["href"].endswith("/define-measure")]


def test_facts_are_named_for_the_views_there_are_and_no_others() -> None:
    assert set(BEHIND) == {view.slug for aspect in ASPECTS for view in aspect.views}


@pytest.mark.parametrize("aspect", ASPECTS, ids=lambda each: each.slug)
def test_every_view_leads_to_the_facts_it_is_counted_from(filled: Browser, aspect: Aspect) -> None:
    page = filled.page(f"{night(filled)}/{aspect.slug}")

    for view in aspect.views:
        (behind,) = page.first("section", id=view.slug).find("a", class_="behind")
        events = filled.page(behind.attrs["href"])
        told = {n.text() for row in events.find("tr") for n in row.find("th", scope="row")}
        assert told <= {fact.stored_as for fact in BEHIND[view.slug]}
        assert told, view.slug
