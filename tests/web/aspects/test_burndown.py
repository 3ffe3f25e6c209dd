"""The bars of open assumptions."""

from datetime import timedelta

from projections.evidence.open_assumptions import Count
from tests.support.machines.clock import MONDAY
from web.aspects.burndown import burndown


def test_of_many_weeks_the_newest_are_drawn() -> None:
    growing = [Count(MONDAY + timedelta(weeks=n), 0, 0, n) for n in range(70)]
    drawn = burndown(growing)

    assert (len(drawn.bars), drawn.most) == (60, 69)
