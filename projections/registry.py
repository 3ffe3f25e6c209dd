"""Every projection, in the order in which one batch is told to them."""

from collections.abc import Mapping

from projections.engine.changes import Projection
from projections.models import (
    charters,
    conclusions,
    decisions,
    entries,
    experiments,
    invitations,
    lessons,
    people,
    pilots,
    practices,
    programmes,
    pulses,
    purposes,
    readiness,
)
from projections.models import evidence as findings
from projections.models import evidence_links as grounds
from projections.models import interactions as bonds
from projections.models import invitation_takers as uptake
from projections.models import search_index as texts
from projections.models import timeline_facts as timeline
from projections.models import timeline_marks as marks
from projections.models import values as worth

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
