"""Each chart on the pages of a pilot has a table beside it that lists exactly what is drawn."""

from collections.abc import Callable

import pytest

from tests.support.pages.browser import Browser
from tests.support.pages.reading_pages import Node
from tests.web.timeline.test_picture import lanes, night
from web.aspects import ASPECTS

IN_TABLE = ("bullet", "fading", "tp-gauge")  # small charts that stand in a table, beside the number
OF_ONE = ("eight", "spark", "sum", "i", "legs")  # whose few numbers stand as text in the same part


def section(page: Node, name: str) -> Node:
    return page.first("section", id=name)


def rows(part: Node, region: str) -> list[list[str]]:
    """Return what the cells of a table say."""
    table = part.first("div", role="region", aria_label=region)
    cells = ("td", "th")
    return [
        [n.text() for n in row.walk() if n.tag in cells]
        for body in table.find("tbody")
        for row in body.find("tr")
    ]


def number(text: str) -> int:
    return int(text.replace(",", "") or 0)


@pytest.mark.parametrize("query", ["", "span=90d", "axis=recorded", "hide=finding+progress"])
def test_the_table_of_the_timeline_lists_its_marks_in_order(filled: Browser, query: str) -> None:
    page = filled.page(f"{night(filled)}?table=1&{query}")
    drawn = [
        (name, n.attrs["aria-label"]) for name, lane in lanes(page).items() for n in lane.find("a")
    ]
    dots = page.find("circle", class_="way-dot")
    listed = rows(page, "Timeline as a table")

    assert len(listed) == len(drawn) + len(dots) > 0
    for (name, said), (when, what, lane, amount) in zip(drawn, listed, strict=False):
        assert lane == name
        assert said.endswith(when)
        assert (
            number(said.split()[0]) == number(amount)
            if what == "Entries"
            else (
                said.removesuffix(f", {when}") in (what, what.replace(" (", ", ").removesuffix(")"))
            )
        )
    assert [row[2] for row in listed[len(drawn) :]] == ["Way to the target"] * len(dots)


def test_the_two_loops_say_in_words_what_they_show(filled: Browser) -> None:
    part = section(filled.page(f"{night(filled)}/insights"), "turns")
    drawn = part.first("svg", class_="eight")
    numbers = [n.text() for n in drawn.find("text")]
    assert numbers == ["4", "1"]
    assert all(each in drawn.attrs["aria-label"] for each in numbers)


def by_fill(part: Node, region: str) -> tuple[int, int]:
    svg = part.first("svg", role="img")
    fills = [n for n in svg.find("rect") if n.attrs.get("class", "").startswith("fill")]
    return len(fills), len(rows(part, region))


def of_trend(part: Node) -> tuple[int, int]:
    listed = [row for row in rows(part, "Shares by week") if row[1] != "–"]
    return len(part.find("circle", class_="tp-dot")), len(listed)


def of_risks(part: Node) -> tuple[int, int]:
    blocks = part.first("svg", class_="burn").find("rect")
    listed = rows(part, "Open assumptions over time")
    return len(blocks), sum(cell != "0" for row in listed for cell in row[1:])


def of_practice(part: Node) -> tuple[int, int]:
    drawn = [n for svg in part.find("svg", class_="craft") for n in svg.find("rect", class_="fill")]
    regions = [n.attrs.get("aria-label", "") for n in part.find("div", role="region")]
    listed = [row for name in regions if name.startswith("Practice of") for row in rows(part, name)]
    return len(drawn), len(listed)


CHARTS: dict[tuple[str, str], Callable[[Node], tuple[int, int]]] = {
    ("learning", "velocity"): lambda part: by_fill(part, "Legs of the loop"),
    ("learning", "wheel"): lambda part: by_fill(part, "Weeks of the pilot"),
    ("learning", "craft"): of_practice,
    ("taking-part", "peer-share"): of_trend,
    ("grounds", "risks"): of_risks,
}


MOST_IN = {"peer-share": "Passenger chat"}  # the pilot with enough answers in a week


@pytest.mark.parametrize(("aspect", "view"), CHARTS)
def test_the_table_of_a_view_has_as_many_rows_as_its_chart_has_marks(
    filled: Browser, aspect: str, view: str
) -> None:
    place = night(filled, MOST_IN.get(view, "One night desk"))
    part = section(filled.page(f"{place}/insights/{view}"), view)
    drawn, listed = CHARTS[aspect, view](part)
    assert drawn == listed > 0


def test_no_other_view_draws_a_chart(filled: Browser) -> None:
    found = {
        (aspect.slug, part.attrs["id"])
        for place in (night(filled), *(night(filled, title) for title in MOST_IN.values()))
        for aspect in ASPECTS
        for view in aspect.views
        for part in filled.page(f"{place}/insights/{view.slug}").find("section", id=view.slug)
        for svg in part.find("svg", role="img")
        if svg.attrs["class"].split()[0] not in (*IN_TABLE, *OF_ONE)
    }
    told = set(CHARTS) - {("learning", "velocity")}
    assert found == told
