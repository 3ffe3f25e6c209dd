"""Facts of a few names in the timeline of a pilot, found by their lanes and not by reading it."""

from sqlalchemy import ColumnElement

from projections.engine.as_of import Cut
from projections.models.timeline_facts import TIMELINE, lane_of


def facts_named(cut: Cut, pilot: str, *names: str) -> list[ColumnElement[bool]]:
    """Return the conditions that hold a query of the timeline to facts of these names."""
    lanes = {lane_of(name.partition(".")[0]) for name in names}
    conditions: list[ColumnElement[bool]] = [
        TIMELINE.c.pilot == pilot,
        TIMELINE.c.lane.in_(sorted(lanes)),
        TIMELINE.c.name.in_(names),
    ]
    if cut.moment is not None:
        conditions.append(TIMELINE.c.known_from <= cut.moment)
    if cut.position is not None:  # as a sum with nothing, so that the lane is chosen, not the pilot
        conditions.append(TIMELINE.c.position.op("+")(0) <= cut.position)
    return conditions
