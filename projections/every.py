"""Every projection, in the order in which one batch is told to them."""

from collections.abc import Mapping

from projections import (
    bonds,
    charters,
    conclusions,
    decisions,
    entries,
    experiments,
    findings,
    grounds,
    invitations,
    lessons,
    marks,
    people,
    pilots,
    practices,
    programmes,
    pulses,
    purposes,
    readiness,
    texts,
    timeline,
    uptake,
    worth,
)
from projections.changes import Projection

PROJECTIONS: Mapping[str, Projection] = {
    "programmes": Projection(("programme",), programmes.project),
    "people": Projection(("person",), people.project),
    "pilots": Projection(("pilot",), pilots.project),
    "charters": Projection(("pilot",), charters.project),
    "purposes": Projection(("pilot",), purposes.project),
    "experiments": Projection(("experiment",), experiments.project),
    "entries": Projection(("participation",), entries.project),
    "bonds": Projection(("participation",), bonds.project),
    "invitations": Projection(("invitation",), invitations.project),
    "uptake": Projection(("invitation",), uptake.project),
    "pulses": Projection(("pilot",), pulses.project),
    "findings": Projection(("evidence", "insight", "assumption"), findings.project),
    "lessons": Projection(("lesson",), lessons.project),
    "practices": Projection(("practice",), practices.project),
    "worth": Projection(("value",), worth.project),
    "conclusions": Projection(("conclusion",), conclusions.project),
    "readiness": Projection(("readiness",), readiness.project),
    "decisions": Projection(("decision", "review"), decisions.project),
    "grounds": Projection(grounds.HEARS, grounds.project),
    "marks": Projection(marks.HEARS, marks.project),
    "timeline": Projection((), timeline.project),
    "texts": Projection((), texts.project),
}
