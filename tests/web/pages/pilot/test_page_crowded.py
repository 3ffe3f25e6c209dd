"""The page of a pilot with too much in it to be drawn: it counts, and leads closer."""

from contextlib import closing
from pathlib import Path

from bench.crowded import Crowd
from tests.support.pages.browser import Browser
from tests.web.timeline.test_picture import lanes
from web.bootstrap import build


def crowd(folder: Path, events: int) -> tuple[Browser, str, list[str]]:
    """Serve one pilot of so many events; return its address, and what its page asked for."""
    platform = build(folder / str(events), local=True)
    return Browser(platform), f"/pilots/{Crowd(platform).tell(events)}", []


def test_a_crowd_is_counted_in_bins_that_lead_closer_until_marks_are_drawn(tmp_path: Path) -> None:
    browser, place, _ = crowd(tmp_path, 4000)
    with closing(browser.platform):
        page = browser.page(place)
        bins = {name: lane.find("rect", class_="bin") for name, lane in lanes(page).items()}
        assert {name for name, found in bins.items() if found} == {
            "Decisions",
            "Experiments",
            "Evidence",
            "Lessons",
        }
        assert all(len(found) <= 72 for found in bins.values())
        lesson = lanes(page)["Lessons"].find("a")
        amounts = [int(n.attrs["aria-label"].split()[0]) for n in lesson]
        assert sum(amounts) == 240

        closer = browser.page(lesson[0].attrs["href"])
        assert len(lanes(closer)["Lessons"].find("a")) == amounts[0]
        assert not closer.find("rect", class_="bin")
