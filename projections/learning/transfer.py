"""Lessons on the move: where each was built on or tried, and whether it held there."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from msgspec import Struct, structs
from sqlalchemy import ColumnElement, Connection, and_, desc, select

from domain.metrics import learning
from domain.metrics.metric import Figure
from projections.engine.as_of import Cut, seen
from projections.models.evidence_links import GROUNDS
from projections.models.experiments import EXPERIMENTS
from projections.models.facts_named import facts_named
from projections.models.lessons import ELSEWHERE, LESSONS, REUSES
from projections.models.timeline_facts import TIMELINE
from projections.records.lookups import as_struct, titles_of

TRANSFERS_PER_KIND = 200  # of each kind of row
HOME = LESSONS.c.pilot.label("home")
LESSON = LESSONS.c.lesson, LESSONS.c.text, LESSONS.c.context, LESSONS.c.learned_at, HOME
TRIAL = (
    EXPERIMENTS.c.experiment,
    EXPERIMENTS.c.title.label("trial"),
    EXPERIMENTS.c.pilot.label("there"),
)
TRIED = ("lesson.confirmed.v1", "lesson.contradicted.v1")


class Transfer(Struct, frozen=True, kw_only=True):
    """One lesson at one place it was carried to."""

    lesson: str
    text: str
    context: str
    """Where it was said to hold when it was learned."""
    learned_at: datetime
    home: str
    """Pilot it was learned in."""
    there: str
    """Pilot it was carried to, or used again in."""
    experiment: str | None = None
    """Experiment that builds on it; None where somebody only said whether it held."""
    trial: str | None = None
    """Title of that experiment."""
    held: bool | None = None
    """None while nobody has said whether it held there."""
    at: datetime
    home_title: str = ""
    there_title: str = ""


class Transfers(Struct, frozen=True):
    """Lessons of this pilot used again anywhere, and lessons of others used here, newest first."""

    rows: tuple[Transfer, ...]
    held: Figure
    failed: Figure
    unknown: Figure


def transfers_of(db: Connection, cut: Cut, pilot: str) -> Transfers:
    """Return where lessons went from and to this pilot, and whether they held there."""
    ours, used_by_us = LESSONS.c.pilot == pilot, EXPERIMENTS.c.pilot == pilot
    built = [*built_on(db, cut, ours), *built_on(db, cut, used_by_us, LESSONS.c.pilot != pilot)]
    return each_once(db, cut, built, _verdicts_on(db, cut, pilot))


def each_once(
    db: Connection, cut: Cut, built: Sequence[Transfer], tried: Iterable[Transfer]
) -> Transfers:
    """Return lessons that were built on, with what was said of them there, and those only told."""
    verdicts = {(each.lesson, each.there): each for each in tried}
    rows = [structs.replace(each, held=_held(verdicts, each)) for each in built]
    used = {(each.lesson, each.there) for each in built}
    rows += [
        each for place, each in verdicts.items() if place not in used and each.home != each.there
    ]
    titles = titles_of(db, {place for each in rows for place in (each.home, each.there)}, cut)
    named = tuple(
        structs.replace(
            each, home_title=titles.get(each.home, ""), there_title=titles.get(each.there, "")
        )
        for each in sorted(rows, key=lambda each: each.at, reverse=True)
    )
    held = [each.held for each in named]
    return Transfers(
        rows=named,
        held=learning.TRANSFERS_HELD.counts(held.count(True)),
        failed=learning.TRANSFERS_FAILED.counts(held.count(False)),
        unknown=learning.TRANSFERS_UNKNOWN.counts(held.count(None)),
    )


def _held(verdicts: Mapping[tuple[str, str], Transfer], used: Transfer) -> bool | None:
    verdict = verdicts.get((used.lesson, used.there))
    return verdict.held if verdict else None


def built_on(db: Connection, cut: Cut, *conditions: ColumnElement[bool]) -> list[Transfer]:
    """Return lessons with the experiments that build on them, planned so or said later."""
    tied = GROUNDS.c.ground == LESSONS.c.lesson, GROUNDS.c.bearing == "informed by"
    planned = (
        select(*LESSON, *TRIAL, EXPERIMENTS.c.planned_at.label("at"))
        .join_from(LESSONS, GROUNDS, and_(*tied, *seen(GROUNDS, cut)))
        .join(EXPERIMENTS, EXPERIMENTS.c.experiment == GROUNDS.c.thing)
    )
    reused = (
        select(*LESSON, *TRIAL, REUSES.c.reused_at.label("at"))
        .join_from(LESSONS, REUSES, and_(REUSES.c.lesson == LESSONS.c.lesson, *seen(REUSES, cut)))
        .join(EXPERIMENTS, EXPERIMENTS.c.experiment == REUSES.c.experiment)
    )
    conditions = (
        *conditions,
        LESSONS.c.status != "voided",
        *seen(LESSONS, cut),
        *seen(EXPERIMENTS, cut),
    )
    found = [
        as_struct(row, Transfer)
        for query in (reused, planned)
        for row in db.execute(
            query.where(*conditions).order_by(desc("at")).limit(TRANSFERS_PER_KIND)
        ).mappings()
    ]
    return list({(each.lesson, each.experiment): each for each in found}.values())


def _verdicts_on(db: Connection, cut: Cut, pilot: str) -> list[Transfer]:
    """Return where lessons of the pilot held or did not, and the same of others' lessons here."""
    tried_here = select(TIMELINE.c.stream).where(*facts_named(cut, pilot, *TRIED))
    theirs = ELSEWHERE.c.lesson.in_(tried_here), ELSEWHERE.c.pilot == pilot
    return [
        *tried_elsewhere(db, cut, LESSONS.c.pilot == pilot),
        *tried_elsewhere(db, cut, *theirs),
    ]


def tried_elsewhere(db: Connection, cut: Cut, *conditions: ColumnElement[bool]) -> list[Transfer]:
    """Return where lessons were said to hold or not, the newest 200."""
    where = ELSEWHERE.c.pilot.label("there"), ELSEWHERE.c.held, ELSEWHERE.c.said_at.label("at")
    query = (
        select(*LESSON, *where)
        .join_from(LESSONS, ELSEWHERE, ELSEWHERE.c.lesson == LESSONS.c.lesson)
        .where(
            LESSONS.c.status != "voided", *seen(LESSONS, cut), *seen(ELSEWHERE, cut), *conditions
        )
    )
    newest = query.order_by(ELSEWHERE.c.said_at.desc()).limit(TRANSFERS_PER_KIND)
    return [
        as_struct({**row, "held": bool(row["held"])}, Transfer)
        for row in db.execute(newest).mappings()
    ]
