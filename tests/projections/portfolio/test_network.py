"""Who works with whom: people who meet most, places that stay, ties of the last four months."""

import pytest

from pilots.commands.erasure import ErasePerson
from pilots.commands.people import MergePerson
from pilots.commands.pilot_people import JoinPilot
from projections.engine.as_of import NOW
from projections.portfolio import network as circles
from projections.portfolio.network import network_of
from tests.support.pages.frames import frame_of, page_of
from tests.support.stories.story import Story
from web.pages.portfolio import sections
from web.pages.portfolio.network_picture import draw_network
from web.pages.portfolio.sections import People, people_of


def told(story: Story, cut: object = NOW) -> People:
    with frame_of(story, cut) as frame:  # type: ignore[arg-type]  # a cut
        return people_of(frame)


def test_ties_count_both_ways_as_often_as_people_met(story: Story) -> None:
    story.start()
    asked = story.log("Mere", "Rua")
    story.log("Rua", to=asked)
    story.log("Rua", "Hana")
    found = told(story)
    assert sorted((tie.times for tie in found.circle.ties), reverse=True) == [2, 1]
    names = {node.name: node.ties for node in found.drawn.nodes}
    assert names == {"Rua": 2, "Mere": 1, "Hana": 1}


def test_whoever_is_the_same_is_one_dot_and_tied_to_nobody_by_that(story: Story) -> None:
    story.start()
    story.log("Mere", "Rua", "Ruby")
    story.log("Rua", "Ruby")
    before = story.now()
    then = sorted(tie.times for tie in told(story, before).circle.ties)
    story.do(MergePerson(person=story.who("Ruby").person, into=story.who("Rua").person))

    (tie,) = told(story).circle.ties
    assert tie.times == 2
    looking_back = told(story, before)
    assert sorted(tie.times for tie in looking_back.circle.ties) == then == [1, 1, 1]
    assert {node.name for node in looking_back.drawn.nodes if node.known} == {"Mere", "Rua", "Ruby"}


def test_of_the_past_nobody_is_counted_who_came_later(
    story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(circles, "PEOPLE_SHOWN", 2)
    monkeypatch.setattr(sections, "PEOPLE_SHOWN", 2)
    story.start()
    for name in ("Rua", "Rua", "Hana"):
        story.log("Mere", name)
    before = story.now()
    story.log("Mere", "Wen")

    now, then = (page_of(story, query) for query in ("", f"?as_of={before.moment}"))
    drawn = "Drawn are the 2 people who met others most often, as known today"
    assert f"{drawn}; 2 more have ties." in now.first("section", id="people").text()
    assert f"{drawn}." in then.first("section", id="people").text()


def test_only_those_who_meet_most_are_drawn_and_the_rest_is_counted(
    story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(circles, "PEOPLE_SHOWN", 3)
    story.start()
    for name in ("Rua", "Rua", "Rua", "Hana", "Hana", "Wen"):
        story.log("Mere", name)
    with story.platform.views.reading() as db:
        found = network_of(db, NOW)
    assert [story.who(name).person for name in ("Mere", "Rua", "Hana")] == list(found.people)
    assert (len(found.ties), found.outside) == (2, 1)


def test_places_stay_while_one_looks_back_and_who_came_later_is_a_ghost(story: Story) -> None:
    story.start()
    story.log("Mere", "Rua")
    before = story.now()
    story.days(10)
    story.log("Rua", "Hana")
    now, then = told(story).drawn, told(story, before).drawn
    assert {n.person: (n.x, n.y) for n in now.nodes} == {n.person: (n.x, n.y) for n in then.nodes}
    assert {n.name for n in then.nodes if not n.known} == {""}
    assert {n.name for n in then.nodes if n.known} == {"Mere", "Rua"}
    page = page_of(story, f"?as_of={before.moment}")
    assert len(page.find("circle", class_="ghost")) == 1
    assert "Hana" not in page.first("section", id="people").text()


def test_more_of_the_same_moves_nobody(story: Story) -> None:
    story.start()
    story.log("Mere", "Rua", "Hana")
    before = {node.person: (node.x, node.y) for node in told(story).drawn.nodes}
    story.log("Rua", "Mere")
    assert {node.person: (node.x, node.y) for node in told(story).drawn.nodes} == before


def test_a_tie_is_new_for_four_months(story: Story) -> None:
    story.start()
    story.log("Mere", "Rua")
    fresh = [told(story).drawn.fresh]
    for days in (120, 5):
        story.days(days)
        fresh.append(told(story).drawn.fresh)
    assert fresh == [1, 1, 0]


def test_a_tie_is_as_old_as_the_first_meeting_whoever_logged_it(story: Story) -> None:
    story.start()
    for name in ("Rua", "Hana", "Wen", "Tama"):
        story.who(name)
    pairs = ("Rua", "Hana"), ("Tama", "Wen")  # one in the order of their ids, one against it
    for one, other in pairs:
        story.log(one, other)
    story.days(130)
    for one, other in pairs:
        story.log(other, one)
    story.log("Mere", "Rua")
    assert told(story).drawn.fresh == 1


def test_whoever_erased_their_name_stays_without_one(story: Story) -> None:
    story.start()
    story.log("Mere", "Rua")
    story.do(ErasePerson(person=story.who("Rua").person))
    page = page_of(story).first("section", id="people")
    named = {"Mere", "Somebody without a name"}
    assert {each.text() for each in page.find("title")} == named
    assert {each.text() for each in page.first("tbody").find("a")} == named
    assert "Rua" not in page.text()


def test_whom_somebody_stands_for_is_said_where_they_said_it(story: Story) -> None:
    pilot = story.start()
    story.log("Mere", "Rua")
    rua = story.who("Rua").person
    story.do(JoinPilot(pilot=pilot, person=rua, organisation="Port Union"))
    people = page_of(story).first("section", id="people")
    rows = people.first("tbody").find("tr")
    said = {row.first("th").text(): row.first("td").text() for row in rows}
    assert said == {"Mere": "–", "Rua": "Port Union"}
    assert "Rua (Port Union)" in [each.text() for each in people.find("title")]


def test_nobody_is_drawn_where_nobody_is_tied(story: Story) -> None:
    story.start()
    story.log("Mere")
    found = told(story)
    assert draw_network(found.circle, {}, story.clock().date()).nodes == ()
    assert "Nobody is tied to anybody yet" in page_of(story).text()
