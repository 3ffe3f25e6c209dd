"""Each number of a pilot says its definition, and leads to exactly what it counts."""

import pytest

from tests.support.pages.browser import Browser
from tests.support.pages.reading_pages import Node
from tests.web.timeline.test_picture import keys, lanes, night
from web.aspects import ASPECTS, Aspect
from web.aspects.source_facts import BEHIND
from web.aspects.view import View
from web.pages.pilot.questions import QUESTIONS


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

    card = page.first("section", id="result")
    (people,) = (each for each in card.find("div", class_="fact") if "People" in each.text())
    assert listed(people.first("a").attrs["href"]) == 158
    for circle in lanes(page)["Entries a week"].find("a")[:3]:
        assert listed(circle.attrs["href"]) == number(circle.attrs["aria-label"])


def test_a_decision_tells_where_it_came_from_over_several_steps(filled: Browser) -> None:
    decision = [key for key in keys(filled.page(night(filled))) if key.startswith("decision-")][-1]
    tree = filled.page(f"/decisions/{decision}").first("ul", class_="lineage")
    assert tree.first("ul", class_="lineage")
    deep = max(_depth(n) for n in tree.find("ul", class_="lineage"))
    assert 3 <= deep <= 6


def _depth(node: Node) -> int:
    """Return how many lists an element lies in, itself among them."""
    return (node.tag == "ul") + (_depth(node.parent) if node.parent else 0)


def test_a_stranger_reads_what_is_tried_and_whether_it_works(filled: Browser) -> None:
    page = filled.page(night(filled)).first("main")
    said = page.text()

    assert page.first("p", class_="eyebrow").text().startswith("Runningweek 29owner Priya Rao")
    assert page.first("p", class_="lead").text().startswith("Crews of both yards settle a night")
    card = page.first("section", id="result")
    assert card.first("h2").text() == "Both targets are reached."
    for words in (
        "Target changed: 12 → 18, Faults sent out twice.",
        "52%",
        "from 22, target 50",
        "of 29, on",
        "between 34 and 69 %",
        "139 of 120 hours",
        "19 hours over",
        "380 of 2,000 EUR",
        "7 take part",
        "“Newcomers lead, a buddy listens” helped. 1 lesson came.",
    ):
        assert words in card.text(), words
    assert said.index("Both targets") < said.index("Did the decision of") < said.index("What we")


def test_a_pilot_of_which_nothing_is_known_says_so(browser: Browser, shown: str) -> None:
    page = browser.page(f"/pilots/{shown}").first("main")

    assert page.first("section", id="result").first("h2").text() == "No measure yet."
    assert "Say how you would know" in page.text()
    assert not page.find("section", id="timeline")
    assert "week" not in page.first("p", class_="eyebrow").text()


@pytest.mark.parametrize("place", ["/", "/pilots", "/review", "/review/print", "/compare?pilot={}",
    "{path}", "{path}/insights", "{path}/take-decision", "/decisions/{decision}"])  # fmt: skip
def test_whether_it_works_is_said_wherever_a_pilot_is_judged(filled: Browser, place: str) -> None:
    path = night(filled)
    decision = [key for key in keys(filled.page(path)) if key.startswith("decision-")][-1]
    at = place.format(path.rpartition("/")[2], path=path, decision=decision)
    page = filled.page(at)
    said = (page.find("main") or [page])[0].text()

    for words in ("Faults settled in the first call", "Reached", "from 22, target 50", "of 29"):
        assert words in said, words


def test_the_charter_holds_what_it_is_for_and_what_came_of_it(filled: Browser) -> None:
    path = f"{night(filled)}/charter"
    page = filled.page(path)

    titles = [n.text() for n in page.find("h2")]
    for title in ("Charter", "Before it grows", "Also here"):
        assert title in titles
    folded = [n.text() for n in page.find("summary")]
    for title in ("Experiments 5", "Decisions 2", "Readiness 3"):
        assert title in folded
    assert page.first("a", aria_current="page", href=path).text() == "Charter"
    then = filled.page(f"{path}?at=300")
    assert not [n for n in then.find("summary") if n.text().startswith("Decisions")]
    assert not [a for a in then.find("a") if a.attrs["href"].endswith("/define-measure")]


def test_facts_are_named_for_the_views_there_are_and_no_others() -> None:
    assert set(BEHIND) == {view.slug for aspect in ASPECTS for view in aspect.views}


VIEWS = [view for aspect in ASPECTS for view in aspect.views]


@pytest.mark.parametrize("view", VIEWS, ids=lambda each: each.slug)
def test_every_view_leads_to_the_facts_it_is_counted_from(filled: Browser, view: View) -> None:
    page = filled.page(f"{night(filled)}/insights/{view.slug}")

    (behind,) = page.first("main").find("a", class_="behind")
    events = filled.page(behind.attrs["href"])
    told = {n.text() for row in events.find("tr") for n in row.find("th", scope="row")}
    assert told <= {fact.stored_as for fact in BEHIND[view.slug]}
    assert told, view.slug


@pytest.mark.parametrize("aspect", ASPECTS, ids=lambda each: each.slug)
def test_what_was_a_page_of_its_own_leads_on(filled: Browser, aspect: Aspect) -> None:
    answer = filled.get(f"{night(filled)}/{aspect.slug}?at=300")
    onward = answer.headers["location"]
    assert (answer.status_code, onward) == (308, f"{night(filled)}/insights?at=300")


def test_every_view_is_a_card_of_one_question() -> None:
    cards = [card.slug for question in QUESTIONS for card in question.cards]
    assert sorted(cards) == sorted(view.slug for view in VIEWS)


def test_insights_answer_four_questions_and_show_no_empty_card(
    filled: Browser, browser: Browser, shown: str
) -> None:
    full = filled.page(f"{night(filled)}/insights").first("main")
    assert [n.text() for n in full.find("h2")] == [str(each.title) for each in QUESTIONS]
    assert "7 people in 158 entries. 21 of 39 replies went to another participant" in full.text()
    new = browser.page(f"/pilots/{shown}/insights").first("main")
    assert new.find("section", class_="card") == []
    assert len(new.find("p", class_="not-yet")) == len(QUESTIONS)
