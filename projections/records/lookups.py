"""The questions pages ask about single things and lists of things, as far as a cut sees."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, TypeVar

from msgspec import Struct, convert
from sqlalchemy import Connection, RowMapping, Table, func, or_, select

from domain.kernel.messages import say
from projections.engine.as_of import Cut, as_known, counted, seen
from projections.models.charters import CAPABILITIES, MEASURES, MEDIA, MEMBERS, PASSED
from projections.models.conclusions import CONCLUSIONS, THOUGHTS
from projections.models.entries import ENTRIES
from projections.models.experiments import EXPERIMENTS
from projections.models.lessons import LESSONS, LOOPS
from projections.models.people import PEOPLE, standing_for
from projections.models.pilots import PILOTS, STAGES
from projections.models.programmes import GOALS, PROGRAMMES
from projections.models.purposes import AUDIENCES, PURPOSES, STAKEHOLDERS
from projections.models.readiness import READINESS
from projections.models.values import VALUES

Rows = Sequence[RowMapping]
LessonGroup = Literal["held", "new", "doubtful", "gone"]
SOMEBODY = say("Somebody")  # whose name is not known
P = TypeVar("P", bound=Struct)


def one(db: Connection, table: Table, cut: Cut, **key: Any) -> RowMapping | None:
    """Return one thing as it was known, or None where it was not."""
    conditions = (table.c[name] == value for name, value in key.items())
    return db.execute(as_known(table, cut).where(*conditions)).mappings().first()


def as_struct(row: Mapping[Any, Any], kind: type[P]) -> P:
    """Return what a row says as a struct; columns it does not know are left out."""
    return convert({str(name): value for name, value in row.items()}, kind)


def all_of(db: Connection, table: Table, cut: Cut, pilot: str, limit: int = 200) -> Rows:
    """Return what one pilot has of a table, oldest first, at most `limit` of it."""
    query = as_known(table, cut).where(table.c.pilot == pilot)
    return db.execute(query.order_by(table.c.position).limit(limit)).mappings().all()


def pilot_known(db: Connection, cut: Cut, pilot: str) -> RowMapping | None:
    """Return a pilot as it was known, or None where it was not."""
    return one(db, PILOTS, cut, pilot=pilot)


def known_since(db: Connection, pilot: str) -> str | None:
    """Return the moment from which on anything is known of a pilot; None where nothing is."""
    first = select(func.min(PILOTS.c.known_from)).where(PILOTS.c.pilot == pilot)
    moment: str | None = db.scalar(first)
    return moment


def purposes_of(db: Connection, cut: Cut, pilot: str) -> RowMapping | None:
    """Return what was said about what a pilot is for; None where nothing was."""
    return one(db, PURPOSES, cut, pilot=pilot)


def members_of(db: Connection, cut: Cut, pilot: str, limit: int = 200) -> Rows:
    """Return who belongs to a pilot, who joined first first."""
    return all_of(db, MEMBERS, cut, pilot, limit)


def media_of(db: Connection, cut: Cut, pilot: str) -> Rows:
    """Return the media a pilot adopted, each for a capability, oldest first; at most 200."""
    return all_of(db, MEDIA, cut, pilot)


def capabilities_of(db: Connection, cut: Cut, pilot: str) -> Rows:
    """Return what people are to become able to do in a pilot."""
    return all_of(db, CAPABILITIES, cut, pilot)


def measures_of(db: Connection, cut: Cut, pilot: str) -> Rows:
    """Return how a pilot is measured, the measure defined first first; at most 200."""
    return all_of(db, MEASURES, cut, pilot)


def audiences_of(db: Connection, cut: Cut, pilot: str) -> Rows:
    """Return whom a pilot is for, by what interests them; at most 200."""
    return all_of(db, AUDIENCES, cut, pilot)


def stakeholders_of(db: Connection, cut: Cut, pilot: str) -> Rows:
    """Return the groups a pilot touches, whether they take part or not; at most 200."""
    return all_of(db, STAKEHOLDERS, cut, pilot)


def areas_of(db: Connection, cut: Cut, pilot: str) -> Rows:
    """Return how ready each area is for a pilot to grow."""
    return all_of(db, READINESS, cut, pilot)


def expected_values_of(db: Connection, cut: Cut, pilot: str) -> Rows:
    """Return what a pilot was expected to be worth."""
    return [row for row in all_of(db, VALUES, cut, pilot) if row["kind"] == "expected"]


def passed_gates_of(db: Connection, cut: Cut, pilot: str) -> Rows:
    """Return which gates of a pilot were passed for a reason."""
    return all_of(db, PASSED, cut, pilot)


def conclusions_of(db: Connection, cut: Cut, pilot: str, limit: int) -> Rows:
    """Return what is being concluded in a pilot, the one said last first."""
    query = as_known(CONCLUSIONS, cut).where(CONCLUSIONS.c.pilot == pilot)
    return db.execute(query.order_by(CONCLUSIONS.c.position.desc()).limit(limit)).mappings().all()


def thoughts_of(db: Connection, cut: Cut, conclusion: str, limit: int) -> Rows:
    """Return the thoughts a conclusion is made of, oldest first."""
    query = as_known(THOUGHTS, cut).where(THOUGHTS.c.conclusion == conclusion)
    return db.execute(query.order_by(THOUGHTS.c.position).limit(limit)).mappings().all()


def goals_of(db: Connection, cut: Cut, programme: str, limit: int) -> Rows:
    """Return the goals of a programme as they stand, at most `limit`, in no order of their own."""
    query = as_known(GOALS, cut).where(GOALS.c.programme == programme)
    return db.execute(query.limit(limit)).mappings().all()


def pilots_in_order(
    db: Connection, cut: Cut, *, stage: str = "", offset: int = 0, limit: int = 20
) -> Rows:
    """Return pilots, the one proposed last first."""
    query = as_known(PILOTS, cut)
    if stage:
        query = query.where(PILOTS.c.stage == stage)
    ordered = query.order_by(PILOTS.c.proposed_at.desc(), PILOTS.c.pilot)
    return db.execute(ordered.offset(offset).limit(limit)).mappings().all()


def pilots_named(db: Connection, cut: Cut, pilots: Sequence[str]) -> Rows:
    """Return some pilots as they were known, in no order of their own."""
    query = as_known(PILOTS, cut).where(PILOTS.c.pilot.in_(sorted(set(pilots))))
    return db.execute(query).mappings().all() if pilots else []


def pilots_by_stage(db: Connection, cut: Cut) -> dict[str, int]:
    """Return how many pilots are in each stage."""
    return dict(db.execute(counted(STAGES, cut, ("stage",))).all())


def pilots_of(db: Connection, cut: Cut, person: str) -> set[str]:
    """Return the pilots somebody owns, gave the money for, or belongs to."""
    theirs = select(PILOTS.c.pilot).where(
        or_(PILOTS.c.owner == person, PILOTS.c.sponsor == person), *seen(PILOTS, cut)
    )
    member = select(MEMBERS.c.pilot).where(MEMBERS.c.person == person, *seen(MEMBERS, cut))
    return set(db.scalars(theirs.union(member)))


def newest_lessons(db: Connection, cut: Cut, *, pilot: str = "", limit: int = 3) -> Rows:
    """Return the lessons that stand, the one learned last first, of a pilot or of all."""
    query = as_known(LESSONS, cut).where(LESSONS.c.status == "learned")
    if pilot:
        query = query.where(LESSONS.c.pilot == pilot)
    ordered = query.order_by(LESSONS.c.learned_at.desc(), LESSONS.c.lesson)
    return db.execute(ordered.limit(limit)).mappings().all()


def lessons_that_held(db: Connection, cut: Cut, *, limit: int) -> Rows:
    """Return the lessons that stand and held elsewhere, the one that held most often first."""
    held = LESSONS.c.status == "learned", LESSONS.c.confirmed > LESSONS.c.contradicted
    query = as_known(LESSONS, cut).where(*held)
    ordered = query.order_by(LESSONS.c.confirmed.desc(), LESSONS.c.learned_at.desc())
    return db.execute(ordered.limit(limit)).mappings().all()


def lessons_in_group(
    db: Connection,
    cut: Cut,
    group: LessonGroup,
    *,
    checked_since: str,
    pilot: str = "",
    loop: str = "",
    offset: int = 0,
    limit: int = 20,
) -> Rows:
    """Return lessons by what became of them, the one learned last first.

    They held elsewhere; nobody tried them there yet; they did not hold, or were last checked
    before a moment; or they were taken back.
    """
    more_often = LESSONS.c.confirmed > LESSONS.c.contradicted
    old = LESSONS.c.sure_at < checked_since
    doubtful = or_(LESSONS.c.contradicted > 0, old) & ~more_often
    stands = LESSONS.c.status.not_in(("voided", "superseded"))
    wanted = {
        "held": stands & more_often,
        "new": stands & ~more_often & ~doubtful,
        "doubtful": stands & doubtful,
        "gone": ~stands,
    }
    query = as_known(LESSONS, cut).where(wanted[group])
    if pilot:
        query = query.where(LESSONS.c.pilot == pilot)
    if loop:
        query = query.where(LESSONS.c.loop == loop)
    ordered = query.order_by(LESSONS.c.learned_at.desc(), LESSONS.c.lesson)
    return db.execute(ordered.offset(offset).limit(limit)).mappings().all()


def lessons_by_pilot(db: Connection, cut: Cut, pilot: str = "") -> dict[tuple[str, str], int]:
    """Return how many lessons stand in each pilot, or in the one named, of each loop."""
    only = {"pilot": pilot} if pilot else {}
    rows = db.execute(counted(LOOPS, cut, ("pilot", "loop"), status="learned", **only))
    return {(of, loop): amount for of, loop, amount in rows}


def lessons_that_stand(
    db: Connection, cut: Cut, pilot: str, *, loop: str = "", after: int = 0, limit: int = 50
) -> Rows:
    """Return the lessons of a pilot that stand, of one loop or of both, by place."""
    query = as_known(LESSONS, cut).where(
        LESSONS.c.pilot == pilot, LESSONS.c.status == "learned", LESSONS.c.position > after
    )
    if loop:
        query = query.where(LESSONS.c.loop == loop)
    ordered = query.order_by(LESSONS.c.position).limit(limit)
    return db.execute(ordered).mappings().all()


def experiments_of(db: Connection, cut: Cut, pilot: str, limit: int = 100) -> Rows:
    """Return the experiments of a pilot, the one planned last first."""
    query = as_known(EXPERIMENTS, cut).where(EXPERIMENTS.c.pilot == pilot)
    return db.execute(query.order_by(EXPERIMENTS.c.planned_at.desc()).limit(limit)).mappings().all()


def programmes_known(db: Connection, cut: Cut, limit: int = 100) -> Rows:
    """Return the programmes, oldest first."""
    query = as_known(PROGRAMMES, cut).order_by(PROGRAMMES.c.position)
    return db.execute(query.limit(limit)).mappings().all()


def names_of(db: Connection, people: Iterable[str], cut: Cut) -> dict[str, str]:
    """Return the names of people as they were known; who was not known has none.

    Who was merged goes by the name of the one who was kept.
    """
    wanted = sorted({person for person in people if person})
    if not wanted:
        return {}
    columns = PEOPLE.c.person, PEOPLE.c.name, PEOPLE.c.merged_into
    rows = db.execute(select(*columns).where(PEOPLE.c.person.in_(wanted), *seen(PEOPLE, cut))).all()
    stands_for = {person: into for person, _, into in rows if into}
    names = {person: name for person, name, _ in rows if name}
    kept = names_of(db, stands_for.values(), cut)
    return names | {person: kept[into] for person, into in stands_for.items() if into in kept}


def kept_for(db: Connection, people: Iterable[str], cut: Cut) -> dict[str, str]:
    """Return who was kept for each of some people who was merged; the others are not in it."""
    wanted = set(people)
    return standing_for(db, cut, wanted) if wanted else {}


def people_called(db: Connection, name: str, cut: Cut) -> list[str]:
    """Return the ids of the people of a name, whatever its capitals."""
    known = PEOPLE.c.called == name.casefold(), PEOPLE.c.status == "known"
    query = select(PEOPLE.c.person).where(*known, *seen(PEOPLE, cut))
    return list(db.scalars(query.order_by(PEOPLE.c.position).limit(3)))


def names_known(db: Connection, names: Sequence[str], cut: Cut) -> list[str]:
    """Return those of some names that somebody bears, as they are written here."""
    called = PEOPLE.c.called.in_(sorted({name.casefold() for name in names}))
    query = select(PEOPLE.c.name).where(called, PEOPLE.c.status == "known", *seen(PEOPLE, cut))
    return list(dict.fromkeys(db.scalars(query))) if names else []


def titles_of(db: Connection, pilots: Iterable[str], cut: Cut) -> dict[str, str]:
    """Return the titles of pilots as they were known."""
    query = select(PILOTS.c.pilot, PILOTS.c.title).where(
        PILOTS.c.pilot.in_(sorted(set(pilots))), *seen(PILOTS, cut)
    )
    return dict(db.execute(query).all())


def last_logged_to(db: Connection, person: str, cut: Cut) -> str:
    """Return the pilot to which somebody logged last; empty where they never did."""
    theirs = select(ENTRIES.c.pilot).where(ENTRIES.c.person == person, *seen(ENTRIES, cut))
    return db.scalar(theirs.order_by(ENTRIES.c.position.desc()).limit(1)) or ""


def people_by_name(
    db: Connection, cut: Cut, *, organisation: str = "", offset: int = 0, limit: int = 40
) -> Rows:
    """Return the people who stand for themselves, or for an organisation as members, by name."""
    known = PEOPLE.c.status == "known", PEOPLE.c.name != ""
    query = as_known(PEOPLE, cut).where(*known).order_by(PEOPLE.c.called, PEOPLE.c.person)
    if organisation:
        of_it = MEMBERS.c.organisation == organisation, *seen(MEMBERS, cut)
        query = query.where(PEOPLE.c.person.in_(select(MEMBERS.c.person).where(*of_it)))
    return db.execute(query.offset(offset).limit(limit)).mappings().all()


def values_in_order(
    db: Connection, cut: Cut, *, cell: str = "", offset: int = 0, limit: int = 40
) -> Rows:
    """Return the values of all pilots, or of one square of the grid, the one said last first."""
    query = as_known(VALUES, cut).order_by(VALUES.c.said_at.desc(), VALUES.c.value)
    query = query.where(VALUES.c.cell == cell) if cell else query
    return db.execute(query.offset(offset).limit(limit)).mappings().all()
