"""What rests on what: the grounds of each insight, lesson, value, decision and practice."""

from collections.abc import Iterable, Iterator

from sqlalchemy import Column, Index, String

from domain.facts.decision import DecisionTaken
from domain.facts.evidence import EvidenceGathered, EvidenceLinked
from domain.facts.experiment import ExperimentPlanned
from domain.facts.insight import AssumptionTested, InsightDerived, InsightRevised
from domain.facts.lesson import (
    LessonConfirmed,
    LessonContradicted,
    LessonCorrected,
    LessonLearned,
    LessonReused,
    PracticeAdopted,
)
from domain.facts.value import ValueDiscovered
from domain.kernel.aggregate import Event
from projections.engine.changes import Change, ChangeAll, TableChange
from projections.engine.schema import states

GROUNDS = states(
    "grounds",
    Column("thing", String, primary_key=True),
    Column("ground", String, primary_key=True),
    Column("bearing", String),
)
Index("grounds_of", GROUNDS.c.ground, GROUNDS.c.position)

Ties = Iterable[str | None]
HEARS = (
    "lesson",
    "evidence",
    "insight",
    "assumption",
    "value",
    "decision",
    "practice",
    "experiment",
)


def project(event: Event) -> Iterator[TableChange]:
    """Tie a thing to what it rests on; leave every other fact alone."""
    thing = event.originator_id
    match event.fact:
        case LessonLearned(because=because):
            yield from _tie(thing, "because", because)
        case LessonCorrected(changes=changes) if isinstance(changes.because, tuple):
            yield ChangeAll(GROUNDS, (thing,), None)
            yield from _tie(thing, "because", changes.because)
        case LessonConfirmed(evidence=evidence):
            yield from _tie(thing, "supports", evidence)
        case LessonContradicted(evidence=evidence):
            yield from _tie(thing, "opposes", evidence)
        case LessonReused(experiment=experiment):
            yield from _tie(thing, "reused in", (experiment,))
        case InsightRevised(evidence=evidence):
            yield ChangeAll(GROUNDS, (thing,), None)
            yield from _tie(thing, "supports", evidence)
        case _:
            yield from _grounds_of(event)


def _grounds_of(event: Event) -> Iterator[TableChange]:
    thing = event.originator_id
    match event.fact:
        case EvidenceGathered(entries=entries):
            yield from _tie(thing, "seen in", entries)
        case EvidenceLinked(target=target, stance=stance):
            yield from _tie(thing, stance, (target,))
        case InsightDerived(evidence=evidence) | AssumptionTested(evidence=evidence):
            yield from _tie(thing, "supports", evidence)
        case ValueDiscovered(evidence=evidence, expected=expected):
            yield from _tie(thing, "supports", evidence)
            yield from _tie(thing, "expected as", (expected,))
        case DecisionTaken() as fact:
            yield from _tie(thing, "because", (*fact.lessons, *fact.evidence, fact.conclusion))
        case PracticeAdopted(lessons=lessons):
            yield from _tie(thing, "because", lessons)
        case ExperimentPlanned(informed_by=lessons):
            yield from _tie(thing, "informed by", lessons)
        case _:
            pass


def _tie(thing: str, bearing: str, grounds: Ties) -> Iterator[TableChange]:
    for ground in filter(None, grounds):
        yield Change(GROUNDS, (thing, ground), {"bearing": bearing})
