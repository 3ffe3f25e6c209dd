"""Stops in the middle of telling: rows and place stay together, and no fact is to blame."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from domain.kernel.aggregate import Event
from projections.engine.catch_up import catch_up
from projections.engine.changes import Projection, TableChange
from projections.registry import PROJECTIONS
from tests.support.stories.telling import Tables, dump, fresh
from web.bootstrap import Platform

pytestmark = pytest.mark.both_engines


def test_a_stop_in_the_middle_leaves_rows_and_place_together(
    busy: Platform, alone: Tables, tmp_path: Path
) -> None:
    engine = fresh(tmp_path)
    catch_up(engine, busy.source, PROJECTIONS, up_to=9)
    before = dump(engine)

    def stopped(told: Event) -> Iterable[TableChange]:
        if told.position == 20:
            raise KeyboardInterrupt
        return PROJECTIONS["timeline"].project(told)

    with pytest.raises(KeyboardInterrupt):
        catch_up(engine, busy.source, {**PROJECTIONS, "timeline": Projection((), stopped)})
    assert dump(engine) == before
    catch_up(engine, busy.source, PROJECTIONS)
    assert dump(engine) == alone
