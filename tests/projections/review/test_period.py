"""What a review of a past day showed reaches to the first fact that was not known then."""

from datetime import timedelta
from random import Random

import pytest
from sqlalchemy import delete, insert, update

from domain.kernel.moments import stamp
from projections.engine.as_of import Cut
from projections.engine.schema import BLOCK, PLACE
from projections.engine.statements import blank_of
from projections.models.timeline_facts import TIMELINE
from projections.review.period import place_shown
from tests.projections.engine.test_as_of_plans import plan_of
from tests.support.machines.clock import MONDAY
from web.bootstrap import Platform

pytestmark = pytest.mark.both_engines

SOME = 3 * BLOCK + 17


def known_from(positions: int) -> list[str]:
    """Return when each fact became known: in order, but for imports that reach back or ahead."""
    chance = Random(SOME)  # noqa: S311  # the same each time
    minutes = [
        position + (chance.randint(-SOME, 0) if chance.random() < 0.1 else 0)
        for position in range(positions)
    ]
    return [stamp(MONDAY + timedelta(minutes=each)) for each in minutes]


@pytest.fixture
def told(platform: Platform) -> list[str]:
    """A timeline of several blocks, and since when each position is known."""
    moments = known_from(SOME)
    blank = blank_of(TIMELINE) | dict.fromkeys(("lane", "stream", "name", "by"), "x")
    blank |= {"pilot": "p", "occurred_at": "", "precision": "day", "data": b""}
    rows = [
        blank | {"position": position, "known_from": moment}
        for position, moment in enumerate(moments, 1)
    ]
    with platform.views.engine.execution_options(writing=True).begin() as db:
        db.execute(delete(TIMELINE))
        db.execute(insert(TIMELINE), rows)
        db.execute(update(PLACE).values(position=SOME))
    return moments


def test_it_is_the_place_before_the_first_that_came_later(
    platform: Platform, told: list[str]
) -> None:
    with platform.views.reading() as db:
        for moment in (*told[::97], told[BLOCK - 1], told[BLOCK], "2000", "2100"):
            later = [place for place, known in enumerate(told) if known > moment]
            assert place_shown(db, Cut(moment)) == (later[0] if later else SOME), moment


def test_it_is_found_by_block(platform: Platform, told: list[str]) -> None:
    if platform.views.engine.dialect.name != "sqlite":
        pytest.skip("Only SQLite tells its plans in these words.")
    steps = plan_of(platform, lambda db: place_shown(db, Cut(told[BLOCK])))

    assert any("USING COVERING INDEX timeline_block (<expr>=?)" in step for step in steps), steps
    assert not [step for step in steps if step.startswith("SCAN timeline")], steps
