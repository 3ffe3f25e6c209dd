"""Who works with whom, with a dot for each person or for each organisation they stand for."""

from collections import Counter
from urllib.parse import quote

from tests.support.pages.browser import Browser
from tests.support.pages.reading_pages import Node

JOINED = "/together?dots=organisations"


def dots(page: Node) -> dict[str, str]:
    """Return what the dots of the picture are called, with where they lead."""
    network = page.first("section", id="people")
    told = [n for n in network.find("a") if n.attrs.get("class", "").startswith("node ")]
    return {n.first("title").text(): n.attrs["href"] for n in told}


def ties(page: Node) -> Counter[frozenset[str]]:
    """Return how often the two ends of each tie met, as the table says."""
    told: Counter[frozenset[str]] = Counter()
    for row in page.first("section", id="people").first("tbody").find("tr"):
        one = row.first("th").text()
        others = row.find("td")[-1]
        times = [part.rstrip(", ").rsplit(" ", 1)[-1] for part in _parts(others)]
        for other, n in zip((n.text() for n in others.find("bdi")), times, strict=True):
            told[frozenset({one, other})] += int(n)
    return told


def _parts(cell: Node) -> list[str]:
    return [part for part in cell.text().split(", ") if part != "see the others"]


def test_people_of_one_organisation_are_one_dot_and_what_ties_them_to_others_adds_up(
    filled: Browser,
) -> None:
    alone, joined = filled.page("/together"), filled.page(JOINED)
    yards = {"Northquay yard": set[str](), "Eastmole yard": set[str]()}
    for yard, members in yards.items():
        href = dots(joined)[yard]
        assert href == f"/people?organisation={quote(yard)}"
        found = filled.page(href).first("ul", class_="held faces card").find("a")
        members |= {n.text() for n in found}
        assert members

    one, other = yards.values()
    between = sum(n for ends, n in ties(alone).items() if ends & one and ends & other)
    assert ties(joined)[frozenset(yards)] == between > 0
    assert not set(dots(joined)) & (one | other)
    assert "5 organisations, 4 people alone" in joined.first("section", id="people").text()


def test_the_slider_and_a_day_keep_the_dots(filled: Browser) -> None:
    page = filled.page(JOINED)
    form = page.first("form", class_="card months")
    assert form.values()["dots"] == "organisations"
    (people,) = [n for n in page.first("nav", aria_label="Dots").find("a") if n.text() == "People"]
    assert people.attrs["href"] == "/together#people"
    then = filled.page(f"{JOINED}&as_of=2025-12-01")
    assert set(dots(then)) <= set(dots(page))


def test_where_nobody_named_an_organisation_people_stay_people(browser: Browser) -> None:
    page = browser.page("/together")
    assert not page.find("nav", aria_label="Dots")
    assert browser.get(JOINED).status_code == 200
    assert "Nobody stands for it" in browser.get("/people?organisation=No").text
