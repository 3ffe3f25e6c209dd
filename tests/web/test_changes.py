"""A pilot's differences between two moments, told by things, with who, when and what was before."""

import pytest

from domain.access import Asker
from domain.facts.lesson import LessonChanges
from pilots.commands.base import Command
from pilots.commands.evidence import ChallengeEvidence, GatherEvidence
from pilots.commands.experiment import EndExperiment
from pilots.commands.insight import TestAssumption as PutToTest
from pilots.commands.lesson import CorrectLesson, LearnLesson, VoidLesson
from pilots.commands.lesson_elsewhere import ContradictLesson
from pilots.commands.participation import LogParticipation
from pilots.commands.pilot import RenamePilot
from pilots.commands.pilot_measures import RetargetMeasure
from pilots.commands.pilot_media import SwapMedium
from pilots.commands.pilot_people import JoinPilot
from pilots.commands.review import CloseReview
from pilots.commands.value import ContestValue
from tests.conftest import Clock, ask
from tests.web.browsers import Browser
from tests.web.reading import Node, read
from tests.web.world import World
from web.bootstrap import Platform


class Later:
    """What the owner does days after everything else, and the page that tells it."""

    def __init__(self, here: Platform, you: Asker, browser: Browser, world: World) -> None:
        self.here, self.you, self.browser, self.world = here, you, browser, world
        self.before = browser.head()

    def do(self, wish: Command, kind: str = "") -> str:
        return ask(self.here, self.you, wish).stream(kind)

    def page(self, query: str = "") -> Node:
        start = "" if "from=" in query else f"from={self.before}&"
        return self.browser.page(f"/pilots/{self.world.pilot}/changes?{start}{query}")


@pytest.fixture
def later(here: Platform, you: Asker, browser: Browser, world: World, clock: Clock) -> Later:
    """Three days after the world was made."""
    clock.pass_days(3)
    return Later(here, you, browser, world)


def told(page: Node) -> dict[str, str]:
    """Return the sign of each difference, by what it is about."""
    lists = page.find("ul", class_="changes")
    return {
        n.first("h3").text(): n.first("span", class_="vh").text()
        for each in lists
        for n in each.find("li")
    }


def counts(page: Node) -> list[str]:
    return [n.text()[1:] for n in page.first("nav", class_="legend").find("a")[1:]]


def test_nothing_differs_where_nothing_happened(later: Later) -> None:
    page = later.page()

    assert told(page) == {}
    assert "Nothing was added in this stretch." in later.page("show=added").text()
    assert counts(page)[:3] == ["0 added", "0 changed", "0 contradicted"]


def test_what_came_is_added_and_what_was_said_anew_shows_both(later: Later) -> None:
    world = later.world
    later.do(GatherEvidence(pilot=world.pilot, text="Five of six call."))
    anew = LessonChanges(text="Ask before.")
    later.do(CorrectLesson(lesson=world.lesson, changes=anew, reason="Clearer."))
    later.do(RenamePilot(pilot=world.pilot, title="Minutes for all"))
    later.do(RetargetMeasure(pilot=world.pilot, measure="minutes", new="9", reason="More."))
    later.do(EndExperiment(experiment=world.running, result="supported", summary="It helps."))
    later.do(JoinPilot(pilot=world.pilot, person=world.person, role="team"))
    later.do(SwapMedium(pilot=world.pilot, from_="wiki", to="board", reason="Nearer."))

    page = later.page()

    assert told(page) == {
        "Five of six call.": "added",
        "Ask before.": "changed",
        "The pilot itself": "changed",
        "Minutes kept": "changed",
        "Two pages": "changed",
        "Rua": "added",
        "board": "added",
        "wiki": "changed",
    }
    said = {n.text(): n for n in page.find("li") if n.find("h3")}
    lesson = next(n for text, n in said.items() if text.startswith("~changed Ask before."))
    assert [n.text() for n in (lesson.first("del"), lesson.first("ins"))] == [
        "Ask first.",
        "Ask before.",
    ]
    assert lesson.first("p", class_="meta").text().startswith("You")
    hrefs = [n.attrs["href"] for n in lesson.find("a")]
    assert hrefs == [
        f"/lessons/{world.lesson}",
        f"/pilots/{world.pilot}/events?stream={world.lesson}",
    ]
    assert world.lesson in later.browser.page(hrefs[1]).text()
    title = next(n for text, n in said.items() if "The pilot itself" in text)
    assert [title.first("del").text(), title.first("ins").text()] == [
        "Shared minutes",
        "Minutes for all",
    ]
    gone = next(n for text, n in said.items() if "wiki" in text)
    assert "gone" in gone.first("p", class_="meta").text()


def test_what_turned_out_to_be_wrong_is_contradicted(later: Later) -> None:
    world = later.world
    later.do(ContradictLesson(lesson=world.lesson, pilot=world.started))
    later.do(ChallengeEvidence(evidence=world.evidence, reason="Only four were asked."))
    later.do(PutToTest(assumption=world.assumption, result="failed", evidence=(world.evidence,)))
    later.do(ContestValue(value=world.value, reason="Half of it."))

    page = later.page()

    assert told(page) == dict.fromkeys(
        ("Ask first.", "Four of ten read it.", "All have a screen.", "An hour a week."),
        "contradicted",
    )
    assert counts(page)[2] == "4 contradicted"


def test_what_came_and_went_in_between_is_left_out(later: Later) -> None:
    lesson = later.do(LearnLesson(pilot=later.world.pilot, text="Never mind."), "lesson")
    assert told(later.page()) == {"Never mind.": "added"}
    between = later.browser.head()
    later.do(VoidLesson(lesson=lesson, reason="Wrong."))

    assert told(later.page()) == {}
    page = later.page(f"from={between}")
    assert told(page) == {"Never mind.": "changed"}
    assert page.first("ul", class_="changes").first("del").text() == "Never mind."


def test_what_did_not_move_has_gone_quiet_until_it_moves(later: Later, clock: Clock) -> None:
    world = later.world
    question = later.do(
        LogParticipation(pilot=world.pilot, mode="ask", text="Who reads it?"), "entry"
    )
    clock.pass_days(1)
    later.before = later.browser.head()

    def quiet() -> list[str]:
        cards = later.page().find("section", aria_labelledby="quiet-h")
        return [n.text() for card in cards for n in card.find("li")]

    assert quiet()[:3] == ["Two pages", "Who reads it?", "wiki"]
    assert sorted(quiet()[3:]) == ["Rua", "You"]
    assert counts(later.page())[3] == f"{len(quiet())} gone quiet"
    told_on = LogParticipation(
        pilot=world.pilot, medium="wiki", experiment=world.running, text="On."
    )
    later.do(told_on)
    assert quiet() == ["Who reads it?", "Rua"]
    rua = Asker(person=world.person, name="Rua", standing="manager")
    answer = LogParticipation(pilot=world.pilot, mode="answer", to=question, text="All do.")
    ask(later.here, rua, answer)
    assert quiet() == []


def test_the_legend_counts_and_shows_one_kind_of_difference_by_link(later: Later) -> None:
    world = later.world
    later.do(LearnLesson(pilot=world.pilot, text="New here."))
    later.do(ContradictLesson(lesson=world.later, pilot=world.started))
    page = later.page()
    links = page.first("nav", class_="legend").find("a")

    assert counts(page)[:3] == ["1 added", "0 changed", "1 contradicted"]
    assert told(later.browser.page(links[1].attrs["href"])) == {"New here.": "added"}
    assert told(later.browser.page(links[3].attrs["href"])) == {"Ask twice.": "contradicted"}
    assert told(later.browser.page(links[2].attrs["href"])) == {}


def test_numbers_lead_from_one_moment_to_the_other(later: Later) -> None:
    later.do(LogParticipation(pilot=later.world.pilot, text="Once more."))

    rows = {row.first("th").text().split()[0]: row for row in later.page().find("tr")[1:]}

    entries = rows["Entries"].find("td")
    assert [n.text() for n in entries] == ["2", "3 +1"]
    first, last = (n.attrs["href"] for n in rows["Entries"].find("a"))
    assert [len(later.browser.page(each).find("tr")) - 1 for each in (first, last)] == [2, 3]


def test_it_begins_with_the_last_closed_review_or_else_a_month_ago(
    later: Later, clock: Clock
) -> None:
    place = f"/pilots/{later.world.pilot}/changes"
    later.do(LearnLesson(pilot=later.world.pilot, text="Before the review."))
    clock.pass_days(2)
    lead = later.browser.page(place).first("p", class_="lead").text()
    assert lead.startswith("From 5 Feb 2026")
    later.do(CloseReview(review=later.world.review))
    later.do(LearnLesson(pilot=later.world.pilot, text="After the review."))

    page = later.browser.page(place)

    assert (
        page.first("p", class_="lead")
        .text()
        .startswith("Since the last review, closed on 7 Mar 2026")
    )
    assert told(page) == {"After the review.": "added"}


def test_days_times_and_positions_mean_the_same_stretch(later: Later, clock: Clock) -> None:
    later.do(LearnLesson(pilot=later.world.pilot, text="On Thursday."))
    after = later.browser.head()
    clock.pass_days(2)
    later.do(LearnLesson(pilot=later.world.pilot, text="On Saturday."))

    stretches = (
        f"from={later.before}&to={after}",
        "from=2026-03-05&to=2026-03-05",
        f"from=2026-03-03T00:00:00Z&to={after}",
        f"from={later.before}&to=2026-03-06",
    )
    for query in stretches:
        assert told(later.page(query)) == {"On Thursday.": "added"}, query
    assert len(told(later.page("from=2026-03-05&to=2026-03-07"))) == 2
    form = later.page("from=2026-03-05&to=2026-03-06").first("form", class_="between")
    assert form.values() == {"from": "2026-03-05", "to": "2026-03-06"}


@pytest.mark.parametrize(
    "query", ["from=2026-03-05&to=2026-03-01", "from=9&to=5", "from=soon", "to=2026-13-01"]
)
def test_a_stretch_that_is_none_is_refused_in_a_sentence(later: Later, query: str) -> None:
    answer = later.browser.get(f"/pilots/{later.world.pilot}/changes?{query}")

    assert answer.status_code == 422
    assert read(answer.text).first("p", role="alert").text().endswith(".")


def test_of_a_pilot_that_was_not_there_yet_everything_is_new(later: Later) -> None:
    signs = set(told(later.page("from=0")).values())

    assert signs == {"added"}
    assert later.browser.get(f"/pilots/{later.world.pilot}/changes?to=1").status_code == 404


def test_a_page_of_the_past_leads_to_what_changed_since(later: Later) -> None:
    later.do(LearnLesson(pilot=later.world.pilot, text="Late."))
    pilot = f"/pilots/{later.world.pilot}"

    for looking, start in (
        (f"?at={later.before}", later.before),
        ("?as_of=2026-03-02", "2026-03-02T23:59:59.999999Z"),
    ):
        for path in ("", "/events", "/learning"):
            notice = (
                later.browser.page(pilot + path + looking).first("main").first("p", role="status")
            )
            since = notice.find("a")[0].attrs["href"]
            assert since == f"{pilot}/changes?from={start}"
        assert told(later.browser.page(since)) == {"Late.": "added"}
    hrefs = [n.attrs["href"] for n in later.browser.page(pilot).find("a")]
    assert f"{pilot}/changes" in hrefs
