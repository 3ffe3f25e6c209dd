"""A stretch of the history: who moved in it, who came, by one bound where one will do."""

from datetime import timedelta

import pytest

from domain.kernel.access import Asker
from domain.kernel.moments import stamp
from pilots.commands.decision import GiveVerdict, TakeDecision
from pilots.commands.participation import LogParticipation, VoidParticipation
from pilots.commands.people import MergePerson
from projections.engine.as_of import NOW, Cut
from projections.review.due import decisions_due
from projections.review.period import moved_in, place_shown, simplest
from projections.review.review import review_of
from projections.review.turnout import turnout_of, went_quiet
from projections.timeline.period import Period
from tests.projections.engine.test_as_of_plans import ALL_READ, plan_of
from tests.support.figures import values
from tests.support.machines.clock import Clock
from tests.support.stories.builders import ask, person
from tests.support.stories.story import Story
from web.bootstrap import Platform

pytestmark = pytest.mark.both_engines


def stretch(since: Cut, cut: Cut, clock: Clock) -> Period:
    return Period(since, cut, clock() - timedelta(days=1), clock(), 0)


def test_who_moved_is_told_alike_by_moment_and_by_position(
    platform: Platform, mere: Asker, pilot: str, clock: Clock
) -> None:
    ask(platform, mere, LogParticipation(pilot=pilot))
    position, moment = platform.pilots.head(), stamp(clock())
    with platform.views.reading() as db:
        before = moved_in(db, stretch(Cut(position=0), NOW, clock))
    clock.pass_days()
    for _ in range(3):
        ask(platform, mere, LogParticipation(pilot=pilot))
    with platform.views.reading() as db:
        for since in (Cut(moment), Cut(position=position), Cut(moment, position)):
            assert moved_in(db, stretch(since, NOW, clock)) == {pilot: 3}
        whole = stretch(Cut(position=0), Cut(moment), clock)
        assert moved_in(db, whole) == before


def test_who_came_is_one_person_where_two_were_merged(
    platform: Platform, mere: Asker, pilot: str, clock: Clock
) -> None:
    ana, annie, tom = (person(platform, name) for name in ("Ana", "Annie", "Tom"))
    ask(platform, ana, LogParticipation(pilot=pilot))
    since = Cut(stamp(clock()))
    clock.pass_days()
    entry = ask(platform, tom, LogParticipation(pilot=pilot)).stream("entry")
    ask(platform, annie, LogParticipation(pilot=pilot, with_=(mere.person,)))
    ask(platform, tom, VoidParticipation(entry=entry, reason="It was not so."))
    before = Cut(position=platform.pilots.head())
    ask(platform, mere, MergePerson(person=annie.person, into=ana.person))
    with platform.views.reading() as db:
        merged = turnout_of(db, stretch(since, NOW, clock), {pilot: "UTC"})[pilot]
        apart = turnout_of(db, stretch(since, before, clock), {pilot: "UTC"})[pilot]
    assert values(merged.newcomers, merged.returning) == (1, 1)
    assert values(apart.newcomers, apart.returning) == (2, 0)


def test_a_cut_by_two_bounds_becomes_one_where_it_sees_the_same(
    platform: Platform, mere: Asker, pilot: str, clock: Clock
) -> None:
    ask(platform, mere, LogParticipation(pilot=pilot))
    position, moment = platform.pilots.head(), stamp(clock())
    clock.pass_days()
    ask(platform, mere, LogParticipation(pilot=pilot))
    head, now = platform.pilots.head(), stamp(clock())
    with platform.views.reading() as db:
        assert simplest(db, NOW) == NOW
        assert simplest(db, Cut(now, position)) == Cut(position=position)
        assert simplest(db, Cut(moment, head)) == Cut(moment)
        assert place_shown(db, NOW) == head
        assert place_shown(db, Cut(moment)) == head - 1
        assert place_shown(db, Cut(position=2)) == 2


def test_what_is_asked_of_a_stretch_is_found_by_index(
    platform: Platform, mere: Asker, pilot: str, clock: Clock
) -> None:
    ask(platform, mere, LogParticipation(pilot=pilot))
    ask(platform, mere, TakeDecision(pilot=pilot, verdict="pivot", expected_effect="More."))
    moment = stamp(clock())
    if platform.views.engine.dialect.name != "sqlite":
        pytest.skip("Only SQLite tells its plans in these words.")
    for since, cut in (
        (Cut(moment), NOW),
        (Cut(position=3), NOW),
        (Cut(position=3), Cut(position=5)),
    ):
        asked = stretch(since, cut, clock)
        steps = plan_of(platform, lambda db, asked=asked: moved_in(db, asked))  # type: ignore[misc]  # bound here
        assert not [step for step in steps if step.startswith("SCAN timeline")], steps
        steps = plan_of(platform, lambda db, asked=asked: turnout_of(db, asked, {pilot: "UTC"}))  # type: ignore[misc]  # bound here
        steps += plan_of(platform, lambda db, asked=asked: went_quiet(db, asked, {pilot: "UTC"}))  # type: ignore[misc]  # bound here
        assert not [step for step in steps if ALL_READ.match(step)], steps


def test_what_a_review_asks_does_not_grow_with_the_number_of_facts(
    platform: Platform, mere: Asker, pilot: str, clock: Clock
) -> None:
    def asked() -> int:
        whole = stretch(Cut(position=0), NOW, clock)
        return len(plan_of(platform, lambda db: review_of(db, whole, {})))

    if platform.views.engine.dialect.name != "sqlite":
        pytest.skip("Only SQLite tells its plans in these words.")
    ask(platform, mere, LogParticipation(pilot=pilot))
    before = asked()
    for _ in range(20):
        ask(platform, mere, LogParticipation(pilot=pilot))
    assert asked() == before


def test_nothing_is_due_before_its_day(platform: Platform, mere: Asker, pilot: str) -> None:
    day = platform.pilots.clock() + timedelta(days=3)
    taken = TakeDecision(
        pilot=pilot, verdict="pivot", expected_effect="More.", revisit_on=day.date()
    )
    ask(platform, mere, taken)
    with platform.views.reading() as db:
        assert decisions_due(db, NOW, day - timedelta(days=1), {pilot: "UTC"}) == {}
        (due,) = decisions_due(db, NOW, day, {pilot: "UTC"})[pilot]
        assert (due.since, due.verdict) == (day.date(), "pivot")


def test_a_stretch_begins_at_a_moment_and_a_position(story: Story) -> None:
    story.start()
    story.log()
    position = story.platform.pilots.head()
    story.days(1)
    story.log()
    moment = stamp(story.clock())
    story.days(1)
    story.log()

    stretch = Period(Cut(moment, position), NOW, story.clock(), story.clock(), 0)
    with story.platform.views.reading() as db:
        assert moved_in(db, stretch) == {story.pilot: 2}


def test_a_later_decision_leaves_what_is_to_be_looked_at_again(
    platform: Platform, mere: Asker, pilot: str, clock: Clock
) -> None:
    day = clock() + timedelta(days=3)
    changed = TakeDecision(
        pilot=pilot, verdict="pivot", expected_effect="More.", revisit_on=day.date()
    )
    first = ask(platform, mere, changed).stream("decision")
    ask(platform, mere, TakeDecision(pilot=pilot, verdict="persevere", expected_effect="More."))
    boss = person(platform, "Boss", standing="manager")
    ask(platform, mere, GiveVerdict(pilot=pilot, side="team", verdict="pivot"))
    ask(platform, boss, GiveVerdict(pilot=pilot, side="sponsor", verdict="pivot"))

    with platform.views.reading() as db:
        assert first in [
            each.decision for each in decisions_due(db, NOW, day, {pilot: "UTC"})[pilot]
        ]
