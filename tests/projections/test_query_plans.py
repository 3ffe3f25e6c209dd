"""What pages ask most is answered from an index, never by reading the timeline or all entries."""

import re
from typing import Any

import pytest
from sqlalchemy import Select

from domain.access import Asker
from pilots.commands.participation import LogParticipation
from projections.cut import NOW, Cut, as_known, counted
from projections.entries import COUNTED, ENTRIES, PARTICIPATION, RHYTHM, TAKING_PART
from projections.experiments import EXPERIMENTS
from projections.lessons import LESSONS
from projections.pilots import PILOTS, STAGES
from projections.timeline import TIMELINE
from tests.conftest import ask
from web.bootstrap import Platform

CUTS = {"now": NOW, "as of": Cut(moment="2026-03-02T12:00:00.000000Z"), "at": Cut(position=5)}
LARGE = ("timeline", "entries", "companions")


def plan(platform: Platform, query: Select[Any]) -> list[str]:
    """Return the steps in which SQLite answers a query."""
    with platform.views.reading() as db:
        told = query.compile(
            dialect=db.dialect, compile_kwargs={"literal_binds": True, "render_postcompile": True}
        )
        return [row[-1] for row in db.exec_driver_sql(f"EXPLAIN QUERY PLAN {told}")]


def reads_all_of(steps: list[str]) -> set[str]:
    """Return the tables that are read from end to end."""
    return {found[1] for step in steps if (found := re.match(r"SCAN (\w+)", step))}


@pytest.mark.parametrize("cut", CUTS.values(), ids=CUTS.keys())
def test_the_newest_page_of_a_timeline_is_found_by_index_and_needs_no_sorting(
    platform: Platform, pilot: str, cut: Cut
) -> None:
    page = as_known(TIMELINE, cut).where(TIMELINE.c.pilot == pilot)
    for query in (page, page.where(TIMELINE.c.lane == "lesson")):
        steps = plan(platform, query.order_by(TIMELINE.c.position.desc()).limit(50))
        assert all(step.startswith("SEARCH timeline USING INDEX") for step in steps), steps


@pytest.mark.parametrize("cut", CUTS.values(), ids=CUTS.keys())
def test_pilots_and_lessons_are_read_in_order_from_an_index(platform: Platform, cut: Cut) -> None:
    for table, order in ((PILOTS, PILOTS.c.proposed_at), (LESSONS, LESSONS.c.learned_at)):
        (step,) = plan(platform, as_known(table, cut).order_by(order.desc()).limit(50))
        assert re.match(rf"(SCAN|SEARCH) {table.name} USING INDEX", step), step


@pytest.mark.parametrize("cut", CUTS.values(), ids=CUTS.keys())
def test_one_pilot_and_what_belongs_to_it_is_searched_for(
    platform: Platform, pilot: str, cut: Cut
) -> None:
    for table in (PILOTS, EXPERIMENTS, ENTRIES):
        steps = plan(platform, as_known(table, cut).where(table.c.pilot == pilot))
        assert reads_all_of(steps) == set(), steps


@pytest.mark.parametrize("cut", CUTS.values(), ids=CUTS.keys())
def test_figures_of_a_pilot_are_counted_without_reading_all_entries(
    platform: Platform, mere: Asker, pilot: str, cut: Cut
) -> None:
    ask(platform, mere, LogParticipation(pilot=pilot))
    for rollup, by in ((PARTICIPATION, "mode"), (RHYTHM, "occurred_on"), (TAKING_PART, "person")):
        steps = plan(platform, counted(rollup, cut, (by,), pilot=pilot, status=COUNTED))
        assert not reads_all_of(steps) & {*LARGE, rollup.days.name, rollup.blocks.name}, steps
        assert any("USING" in step for step in steps), steps


@pytest.mark.parametrize("cut", CUTS.values(), ids=CUTS.keys())
def test_figures_of_all_pilots_never_read_all_entries(platform: Platform, cut: Cut) -> None:
    for rollup in (PARTICIPATION, RHYTHM, TAKING_PART, STAGES):
        steps = plan(platform, counted(rollup, cut, rollup.by[:1]))
        assert not reads_all_of(steps) & set(LARGE), steps


def test_an_entry_is_found_by_its_own_id(platform: Platform) -> None:
    (step,) = plan(platform, as_known(ENTRIES).where(ENTRIES.c.entry == "entry-x"))
    assert step.startswith("SEARCH entries USING INDEX")


def test_a_table_that_is_read_from_end_to_end_would_be_noticed(platform: Platform) -> None:
    steps = plan(platform, as_known(TIMELINE).where(TIMELINE.c.by == "nobody"))
    assert reads_all_of(steps) == {"timeline"}
