"""Days and weeks by the clocks of a programme: fixed when they are written."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Table

from domain.facts.participation import ParticipationChanges
from domain.metrics.weeks import week_of
from pilots.commands.erasure import EraseProse
from pilots.commands.lesson import LearnLesson
from pilots.commands.participation import CorrectParticipation
from pilots.commands.programme import SetZone
from projections.engine.as_of import NOW
from projections.learning.hamster_wheel import hamster_wheel_of
from projections.models.entries import ENTRIES
from projections.models.interactions import BONDS
from projections.models.lessons import LESSONS
from projections.participation.peer_share import peer_share_over_time
from tests.support.stories.builders import ask, person
from tests.support.stories.story import Story
from tests.support.stories.telling import rows

DAYS = (
    (ENTRIES, "occurred_on"),
    (ENTRIES, "logged_on"),
    (LESSONS, "learned_on"),
    (BONDS, "day"),
)


def late_on_sunday(story: Story) -> datetime:
    """Return half past eleven in the evening of the last Sunday, in UTC: Monday in Berlin."""
    today = story.clock().replace(hour=23, minute=30, second=0, microsecond=0)
    return today - timedelta(days=(today.weekday() + 1) % 7 or 7)


def in_berlin(story: Story) -> None:
    """Let the programme count its days by the clocks of Berlin from now on."""
    with story.known() as known:
        programme = known.charter.programme
    boss = person(story.platform, "Boss", standing="manager")
    ask(story.platform, boss, SetZone(programme=programme, time_zone="Europe/Berlin"))


def shown(story: Story, table: Table, column: str) -> list[str]:
    """Return what a column holds once everything is told."""
    with story.platform.views.reading():
        return [row[column] for row in rows(story.platform.views.engine, table)]


def learned(story: Story, at: datetime) -> str:
    """Keep a lesson that was learned at a moment."""
    said = LearnLesson(pilot=story.pilot, text="It helps to write first.", occurred_at=at)
    return story.new(said)


@pytest.fixture
def weeks_on(story: Story) -> Story:
    story.start()
    story.days(30)
    return story


def test_a_day_is_that_of_the_programme_as_it_was_when_the_entry_was_written(
    weeks_on: Story,
) -> None:
    at = late_on_sunday(weeks_on)
    before = weeks_on.log(occurred_at=at)
    in_berlin(weeks_on)
    after = weeks_on.log("Ana", "Tom", occurred_at=at)
    monday = str(at.date() + timedelta(days=1))
    assert shown(weeks_on, ENTRIES, "entry") == [before, after]
    assert shown(weeks_on, ENTRIES, "occurred_on") == [str(at.date()), monday]
    assert set(shown(weeks_on, BONDS, "day")) == {monday}


def test_a_correction_of_the_time_and_a_later_companion_take_the_day_in_force(
    weeks_on: Story,
) -> None:
    at = late_on_sunday(weeks_on)
    entry = weeks_on.log("Mere", "Tom", occurred_at=at - timedelta(days=3))
    in_berlin(weeks_on)
    weeks_on.do(
        CorrectParticipation(
            entry=entry, changes=ParticipationChanges(occurred_at=at), reason="It was later."
        )
    )
    monday = str(at.date() + timedelta(days=1))
    assert shown(weeks_on, ENTRIES, "occurred_on") == [monday]
    assert shown(weeks_on, BONDS, "day") == [monday]


def test_the_chart_of_weeks_and_the_rule_about_them_count_by_the_same_clocks(
    weeks_on: Story,
) -> None:
    in_berlin(weeks_on)
    at = late_on_sunday(weeks_on)
    monday = at.date() + timedelta(days=1)
    weeks_on.log(occurred_at=at)
    learned(weeks_on, at)
    with weeks_on.known() as known, weeks_on.platform.views.reading() as db:
        share = peer_share_over_time(db, NOW, weeks_on.pilot)
        wheel = hamster_wheel_of(db, NOW, known.charter, weeks_on.clock(), 3)
        (tally,) = known.tallies(monday)
        lessons = [each.learned_on for each in known.lessons]
    assert week_of(monday) == monday
    assert [week.monday for week in share.weeks] == [monday]
    assert (tally.occurred_on, lessons) == (monday, [monday])
    assert [(week.entries, week.learned) for week in wheel.weeks if week.entries] == [(1, 1)]
    assert [week.first for week in wheel.weeks if week.entries] == [monday]


def test_today_is_the_day_where_the_programme_is(weeks_on: Story) -> None:
    before = weeks_on.now()
    weeks_on.days(1)
    in_berlin(weeks_on)
    evening = datetime(2026, 7, 1, 22, 30, tzinfo=UTC)
    with weeks_on.known() as known, weeks_on.known(before) as known_then:
        assert known.charter.day_of(evening).day == 2
        assert known_then.charter.day_of(evening).day == 1


@pytest.mark.both_engines
def test_a_rebuild_and_an_erasure_leave_every_day_as_it_was(weeks_on: Story) -> None:
    platform, at = weeks_on.platform, late_on_sunday(weeks_on)

    def days() -> list[list[str]]:
        return [shown(weeks_on, table, name) for table, name in DAYS]

    things = [weeks_on.log("Ana", "Tom", occurred_at=at), learned(weeks_on, at)]
    in_berlin(weeks_on)
    things += [weeks_on.log("Ana", "Tom", occurred_at=at), learned(weeks_on, at)]
    kept = days()
    assert [len(set(each)) for each in kept] == [2, 1, 2, 2]

    boss = person(platform, "Boss", standing="manager")
    for thing in things:
        ask(platform, boss, EraseProse(stream=thing, version=1, reason="They asked for it."))
    assert set(shown(weeks_on, ENTRIES, "text")) == {""}
    assert days() == kept
    assert platform.differences(lambda _: None) == []
    platform.rebuild(lambda _: None)
    assert days() == kept
