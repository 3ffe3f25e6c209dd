"""Who works with whom in all pilots together: the most tied people, and how often they met."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec import Struct
from sqlalchemy import ColumnElement, Connection, func, select

from projections.engine.as_of import NOW, Cut, counted, seen, summed
from projections.models.charters import MEMBERS
from projections.models.interactions import MEETINGS, MET, REACHING
from projections.models.people import merged_into

PEOPLE_SHOWN = 60  # people in the circle
SPARE = 20  # looked at beyond them, since some may turn out to be the same


class NetworkTie(Struct, frozen=True):
    """Two people who did something together or answered each other; `one` sorts first."""

    one: str
    other: str
    times: int
    """Entries that tie them."""
    since: str
    """Day (UTC) of the first of them."""


class Network(Struct, frozen=True):
    """The people who meet most often as is known today, and their ties as far as a cut sees."""

    people: tuple[str, ...]
    ever: tuple[NetworkTie, ...]
    """Their ties as known today: what the places of the picture are made from."""
    ties: tuple[NetworkTie, ...]
    outside: int | None
    """People with ties who are not in the circle; None of the past, where counting reads all."""
    parted: Mapping[str, str] = {}
    """Who was one of two at the cut, and stands in whose place today."""


def network_of(db: Connection, cut: Cut) -> Network:
    """Return the 60 people who met others most often, and who of them met whom.

    Who they are is taken as it is known today, so that a dot stays one dot; who was known twice
    at the cut, and is one today, is two there.
    """
    today = _merged(db, NOW)
    met: Counter[str] = Counter()
    for rollup, side in ((REACHING, "one"), (MET, "other")):
        for person, amount in db.execute(counted(rollup, NOW, (side,))):
            met[today.get(person, person)] += amount
    likely = sorted(met, key=lambda person: (-met[person], person))[: PEOPLE_SHOWN + SPARE]
    ever = _ties(db, NOW, likely, today)
    tied = {person for tie in ever for person in (tie.one, tie.other)}
    people = tuple(person for person in likely if person in tied)[:PEOPLE_SHOWN]
    if cut.is_now:
        ties = _within(ever, people)
        return Network(people, ties, ties, len(met) - len(people))
    then = _merged(db, cut)
    parted = {one: into for one, into in today.items() if into in people and one not in then}
    ties = _ties(db, cut, (*people, *parted), then)
    return Network(people, _within(ever, people), ties, None, parted)


def by_organisation(found: Network, organisations: Mapping[str, str]) -> Network:
    """Return a circle in which all who stand for one organisation are one dot, called as it is.

    Who stands for none stays alone; what people of one organisation did among themselves is no tie.
    """
    one_by_one = {one: into for one, into in found.parted.items() if into not in organisations}
    of_all = dict(organisations) | {
        one: organisations[into] for one, into in found.parted.items() if into in organisations
    }
    return Network(
        people=tuple(dict.fromkeys(organisations.get(each, each) for each in found.people)),
        ever=_joined(found.ever, organisations),
        ties=_joined(found.ties, of_all),
        outside=found.outside,
        parted=one_by_one,
    )


def organisations_of(db: Connection, people: Sequence[str]) -> dict[str, str]:
    """Return the organisation people stand for, of those who named one when they joined.

    It is taken as it is known today, so that a dot stays one dot.
    """
    return _stood_for(db, NOW, people, MEMBERS.c.organisation)


def from_where(db: Connection, cut: Cut, people: Sequence[str]) -> dict[str, str]:
    """Return the organisation, or else the stakeholder, that people stand for as members."""
    return _stood_for(db, cut, people, func.coalesce(MEMBERS.c.organisation, MEMBERS.c.stakeholder))


def _merged(db: Connection, cut: Cut) -> dict[str, str]:
    return dict(db.execute(select(merged_into(cut))).all())


def _stood_for(
    db: Connection, cut: Cut, people: Sequence[str], column: ColumnElement[Any]
) -> dict[str, str]:
    conditions = MEMBERS.c.person.in_(people), column.is_not(None), *seen(MEMBERS, cut)
    query = select(MEMBERS.c.person, column).where(*conditions).order_by(MEMBERS.c.position)
    return dict(db.execute(query).all())


def _within(ties: Sequence[NetworkTie], people: Sequence[str]) -> tuple[NetworkTie, ...]:
    inside = set(people)
    return tuple(tie for tie in ties if tie.one in inside and tie.other in inside)


def _ties(
    db: Connection, cut: Cut, people: Sequence[str], same: Mapping[str, str]
) -> tuple[NetworkTie, ...]:
    chosen = set(people)
    ids = [*people, *(person for person, into in same.items() if into in chosen)]
    days: Any = counted(MEETINGS, cut, MEETINGS.by, one=ids, other=ids).subquery()
    pair = days.c.one, days.c.other
    query = select(*pair, summed(days.c.amount), func.min(days.c.day)).group_by(*pair)
    return _joined((NetworkTie(*row) for row in db.execute(query)), same)


def _joined(ties: Iterable[NetworkTie], into: Mapping[str, str]) -> tuple[NetworkTie, ...]:
    """Return ties with the dots of some joined into others; nobody is tied to oneself."""
    found: dict[tuple[str, str], NetworkTie] = {}
    for tie in ties:
        one, other = sorted((into.get(tie.one, tie.one), into.get(tie.other, tie.other)))
        if one != other:
            before = found.get((one, other), NetworkTie(one, other, 0, tie.since))
            times, since = before.times + tie.times, min(before.since, tie.since)
            found[one, other] = NetworkTie(one, other, times, since)
    return tuple(found[ends] for ends in sorted(found))
