"""One row says all a kind of record needs: its table, its page, its lane, its command."""

import pytest

from domain.kernel.aggregate import Aggregate
from domain.kinds import KINDS, RecordKind
from pilots.commands import COMMANDS
from projections.records.records import table_of
from web.http.urls import COLLECTIONS
from web.timeline.chart.window import LANES

WITHOUT_A_PAGE = {"readiness", "prose"}


def test_every_aggregate_with_a_page_has_its_row() -> None:
    assert KINDS.keys() | WITHOUT_A_PAGE == {each.kind for each in Aggregate.__subclasses__()}


@pytest.mark.parametrize("kind", list(KINDS.values()), ids=lambda kind: kind.kind)
def test_the_columns_a_row_names_are_there(kind: RecordKind) -> None:
    table = table_of(kind.kind)
    assert table.info["keys"] == (kind.kind,)
    named = {kind.title, kind.status, kind.doubts, *kind.says, *kind.compared} - {""}
    assert named <= set(table.c.keys())


@pytest.mark.parametrize("kind", list(KINDS.values()), ids=lambda kind: kind.kind)
def test_a_row_names_a_lane_and_a_command_there_is(kind: RecordKind) -> None:
    assert kind.lane in {*LANES, "participation"}
    assert kind.added_by in {"", *COMMANDS}


def test_no_two_kinds_have_one_address() -> None:
    assert len({*COLLECTIONS.values()}) == len(COLLECTIONS)
