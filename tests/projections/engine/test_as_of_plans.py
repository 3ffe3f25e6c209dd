"""What pages ask is answered from an index: never by reading or sorting the whole timeline."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Connection, event, select

from domain.kernel.access import Asker
from pilots.commands.participation import LogParticipation
from projections.engine.as_of import NOW, Cut, as_known, counted
from projections.models.entries import COUNTED, ENTRIES, PARTICIPATION, RHYTHM, TAKING_PART
from projections.models.experiments import EXPERIMENTS
from projections.models.pilots import PILOTS
from projections.models.timeline_facts import TIMELINE
from projections.pilot.figures import figures_of
from projections.portfolio.activity import activity_of
from projections.portfolio.network import network_of
from projections.records.lookups import experiments_of, lessons_in_group, one, pilots_in_order
from projections.timeline.feed import by_occurrence, days_of, latest, standing_of
from tests.support.stories.builders import ask
from web.bootstrap import Platform

CUTS = {"now": NOW, "as of": Cut(moment="2026-03-02T12:00:00.000000Z"), "at": Cut(position=5)}
BY_CUT = pytest.mark.parametrize("cut", CUTS.values(), ids=CUTS.keys())
ALL_READ = re.compile(r"SCAN (timeline|entries|companions|\w+_day_sums|\w+_block_sums)\b")
SORTED = "USE TEMP B-TREE FOR ORDER BY"

Question = Callable[[Connection], Any]


@pytest.fixture
def database() -> str:
    """Only SQLite tells its plans in these words."""
    return ""


def plan_of(platform: Platform, question: Question) -> list[str]:
    """Ask, and return the steps in which SQLite answered."""
    asked: list[tuple[str, Any]] = []

    def note(_: Any, __: Any, statement: str, values: Any, *___: Any) -> None:
        if statement.startswith(("SELECT", "WITH")):
            asked.append((statement, values))

    engine = platform.views.engine
    with platform.views.reading() as db:
        event.listen(engine, "before_cursor_execute", note)
        question(db)
        event.remove(engine, "before_cursor_execute", note)
        assert asked
        return [
            row[-1]
            for statement, values in asked
            for row in db.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
        ]


@BY_CUT
def test_the_newest_page_of_a_timeline_comes_from_an_index_in_order(
    platform: Platform, pilot: str, cut: Cut
) -> None:
    questions: list[Question] = [
        lambda db: latest(db, cut, pilot=pilot),
        lambda db: latest(db, cut, pilot=pilot, before=3),
        lambda db: latest(db, cut, pilot=pilot, lane="lesson"),
        lambda db: by_occurrence(db, cut, pilot),
    ]
    for question in questions:
        steps = plan_of(platform, question)
        assert all(step.startswith("SEARCH timeline USING INDEX") for step in steps), steps


@BY_CUT
def test_the_newest_page_of_all_pilots_walks_an_index_in_order(
    platform: Platform, pilot: str, cut: Cut
) -> None:
    steps = plan_of(platform, lambda db: latest(db, cut))
    assert re.match(r"(SCAN|SEARCH) timeline USING INDEX timeline_(all|position)", steps[0]), pilot
    assert SORTED not in steps, steps


@BY_CUT
def test_pilots_and_lessons_are_read_in_order_from_an_index(platform: Platform, cut: Cut) -> None:
    questions: list[Question] = [
        lambda db: db.execute(as_known(PILOTS, cut).order_by(PILOTS.c.proposed_at.desc())).all(),
        lambda db: pilots_in_order(db, cut),
        lambda db: lessons_in_group(db, cut, "held", checked_since="2026-03-01"),
        lambda db: lessons_in_group(db, cut, "new", checked_since="2026-03-01"),
        lambda db: lessons_in_group(db, cut, "doubtful", checked_since="2026-03-01"),
    ]
    for question in questions:
        steps = plan_of(platform, question)
        assert re.match(r"(SCAN|SEARCH) (pilots|lessons) USING INDEX \w+_in_order", steps[0]), steps
        assert SORTED not in steps, steps


@BY_CUT
def test_figures_of_a_pilot_are_counted_without_reading_all_entries(
    platform: Platform, mere: Asker, pilot: str, cut: Cut
) -> None:
    ask(platform, mere, LogParticipation(pilot=pilot))
    questions: list[Question] = [
        lambda db: figures_of(db, cut, [pilot]),
        lambda db: days_of(db, cut, pilot, "occurred"),
        lambda db: days_of(db, cut, pilot, "recorded"),
    ]
    for rollup in (PARTICIPATION, RHYTHM, TAKING_PART):
        query = counted(rollup, cut, rollup.by[1:2], pilot=pilot, status=COUNTED)
        questions.append(lambda db, query=query: db.execute(query).all())  # type: ignore[misc]  # bound here
    for question in questions:
        steps = plan_of(platform, question)
        assert not [step for step in steps if ALL_READ.match(step)], steps


@BY_CUT
def test_pictures_across_pilots_are_drawn_from_sums(
    platform: Platform, mere: Asker, pilot: str, cut: Cut
) -> None:
    ask(platform, mere, LogParticipation(pilot=pilot, guests=("Rua",)))
    questions: list[Question] = [
        lambda db: activity_of(db, cut, [pilot]),
        lambda db: network_of(db, cut),
    ]
    for question in questions:
        steps = plan_of(platform, question)
        assert not [step for step in steps if ALL_READ.match(step)], steps
        assert not [step for step in steps if step.startswith("SCAN bonds")], steps


@BY_CUT
def test_single_things_are_found_by_index(platform: Platform, pilot: str, cut: Cut) -> None:
    questions: list[Question] = [
        lambda db: one(db, PILOTS, cut, pilot=pilot),
        lambda db: one(db, ENTRIES, cut, entry="entry-x"),
        lambda db: one(db, EXPERIMENTS, cut, experiment="experiment-x"),
        lambda db: experiments_of(db, cut, pilot),
        lambda db: standing_of(db, ["entry-x", "lesson-x"], cut),
    ]
    for question in questions:
        steps = plan_of(platform, question)
        assert not [step for step in steps if step.startswith("SCAN")], steps


def test_a_table_that_is_read_from_end_to_end_is_noticed(platform: Platform) -> None:
    query = select(TIMELINE).where(TIMELINE.c.by == "nobody").order_by(TIMELINE.c.name)
    steps = plan_of(platform, lambda db: db.execute(query).all())
    assert ALL_READ.match(steps[0])
    assert SORTED in steps
