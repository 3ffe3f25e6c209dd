"""Between which moments a pilot is compared, what has gone quiet, and in numbers."""

import pytest

from domain.kernel.access import Asker
from pilots.commands.lesson import ContradictLesson, LearnLesson
from pilots.commands.participation import LogParticipation
from pilots.commands.review import CloseReview
from tests.support.machines.clock import Clock
from tests.support.pages.browser import Browser
from tests.support.pages.reading_pages import read
from tests.support.stories.builders import ask
from tests.support.stories.changed_later import Later, counts, told
from tests.support.stories.world import World
from web.bootstrap import Platform


@pytest.fixture
def later(here: Platform, you: Asker, browser: Browser, world: World, clock: Clock) -> Later:
    """Three days after the world was made."""
    clock.pass_days(3)
    return Later(here, you, browser, world)


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
    assert form.values() == {"from": "5 Mar 2026", "to": "6 Mar 2026"}
    assert told(later.page("from=5 Mar 2026&to=5.3.2026")) == {"On Thursday.": "added"}


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
