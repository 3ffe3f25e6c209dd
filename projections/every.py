"""Every projection, in the order in which one batch is told to them."""

from collections.abc import Mapping

from projections import (
    charters,
    entries,
    experiments,
    lessons,
    people,
    pilots,
    programmes,
    timeline,
)
from projections.changes import Projection

PROJECTIONS: Mapping[str, Projection] = {
    "programmes": Projection(("programme",), programmes.project),
    "people": Projection(("person",), people.project),
    "pilots": Projection(("pilot",), pilots.project),
    "charters": Projection(("pilot",), charters.project),
    "experiments": Projection(("experiment",), experiments.project),
    "entries": Projection(("participation",), entries.project),
    "lessons": Projection(("lesson",), lessons.project),
    "timeline": Projection((), timeline.project),
}
