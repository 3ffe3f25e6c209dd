"""Each number of a pilot says its definition, and leads to exactly what it counts."""

from collections import Counter

from tests.web.browsers import Browser
from tests.web.reading import Node
from tests.web.test_timeline_page import keys, lanes, night


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

    cards = {n.first("h2").text(): n for n in page.find("article", class_="kpi")}
    for name in ("Entries", "Lessons"):
        link = cards[name].first("p", class_="num").first("a")
        assert listed(link.attrs["href"]) == number(link.text())
    to_peer = cards["Peer share"]
    assert listed(to_peer.first("p", class_="num").first("a").attrs["href"]) == 21
    assert listed(to_peer.find("p")[1].first("a").attrs["href"]) == 39
    for circle in lanes(page)["Taking part"].find("a")[:3]:
        assert listed(circle.attrs["href"]) == number(circle.attrs["aria-label"])
    for week in page.find("a", class_="week")[:3]:
        assert listed(week.attrs["href"]) == number(week.attrs["aria-label"])


def test_every_number_at_a_glance_says_its_definition(filled: Browser) -> None:
    page = filled.page(night(filled))
    defined = [n.first("summary").text() for n in page.find("details", class_="define")]
    assert Counter(defined) == Counter(
        f"What “{name}” counts"
        for name in ("People", "Entries", "Peer share", "Lessons", "Two loops", "Rhythm")
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
