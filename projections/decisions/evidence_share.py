"""What decisions rest on: how many of the claims they cite lead to something that was seen."""

from collections import defaultdict
from collections.abc import Collection, Mapping

from sqlalchemy import Connection, select

from projections.engine.as_of import Cut, seen
from projections.evidence.coverage import STANDING
from projections.models.conclusions import CONCLUSIONS
from projections.models.entries import COUNTED, ENTRIES
from projections.models.evidence import EVIDENCE
from projections.models.evidence_links import GROUNDS
from projections.models.lessons import LESSONS

TIES = ("because", "supports")


def cited_by(db: Connection, cut: Cut, decisions: Collection[str]) -> Mapping[str, list[str]]:
    """Return the lessons, findings and conclusion that each decision cites."""
    cited: dict[str, list[str]] = defaultdict(list)
    if decisions:
        query = select(GROUNDS.c.thing, GROUNDS.c.ground).where(
            GROUNDS.c.thing.in_(decisions), GROUNDS.c.bearing == "because", *seen(GROUNDS, cut)
        )
        for decision, claim in db.execute(query.order_by(GROUNDS.c.position)):
            cited[decision].append(claim)
    return cited


def grounded(db: Connection, cut: Cut, claims: Collection[str]) -> set[str]:
    """Return which claims rest on evidence.

    A finding that stands is evidence. A lesson that was not voided rests on it where it is tied to
    such a finding, or to an entry that counts. So does a conclusion that was reached.
    """
    lessons = {each for each in claims if each.startswith("lesson-")}
    tied = _tied(db, cut, lessons)
    below = {ground for grounds in tied.values() for ground in grounds}
    real = _seen_or_done(db, cut, below | set(claims))
    reached = select(CONCLUSIONS.c.conclusion).where(
        CONCLUSIONS.c.conclusion.in_(claims),
        CONCLUSIONS.c.status == "reached",
        *seen(CONCLUSIONS, cut),
    )
    agreed = set(db.scalars(reached)) if claims else set()
    learned = {lesson for lesson, grounds in tied.items() if grounds & real}
    return {each for each in claims if each in real or each in agreed or each in learned}


def _tied(db: Connection, cut: Cut, lessons: Collection[str]) -> Mapping[str, set[str]]:
    tied: dict[str, set[str]] = defaultdict(set)
    if not lessons:
        return tied
    stands = select(LESSONS.c.lesson).where(
        LESSONS.c.lesson.in_(lessons), LESSONS.c.status != "voided", *seen(LESSONS, cut)
    )
    standing = set(db.scalars(stands))
    bears = GROUNDS.c.bearing.in_(TIES), *seen(GROUNDS, cut)
    for above, below in (
        (GROUNDS.c.thing, GROUNDS.c.ground),
        (GROUNDS.c.ground, GROUNDS.c.thing),  # findings that were held against it later
    ):
        query = select(above, below).where(above.in_(standing), *bears)
        for lesson, ground in db.execute(query):
            tied[lesson].add(ground)
    return tied


def _seen_or_done(db: Connection, cut: Cut, things: Collection[str]) -> set[str]:
    real: set[str] = set()
    for column, table, statuses in (
        (EVIDENCE.c.evidence, EVIDENCE, STANDING),
        (ENTRIES.c.entry, ENTRIES, COUNTED),
    ):
        stands = column.in_(things), table.c.status.in_(statuses), *seen(table, cut)
        real |= set(db.scalars(select(column).where(*stands))) if things else set()
    return real
