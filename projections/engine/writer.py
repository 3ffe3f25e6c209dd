"""The only pen that writes what pages read: one batch of changes, in few statements."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Table, and_, or_, select

from domain.kernel.moments import day_in
from projections.engine.changes import (
    Add,
    Begin,
    Borrow,
    Change,
    ChangeAll,
    Day,
    End,
    Key,
    Once,
    Plus,
    TableChange,
)
from projections.engine.schema import BLOCK, Rollup
from projections.engine.statements import Row, add_to_sums, blank_of, end_states, insert_into

Place = tuple[int, str]  # the position a change comes from, and since when that is known

FETCHED_AT_ONCE = 400


class Writer:
    """Applies changes to states held in memory, then writes all of them."""

    def __init__(self, db: Connection) -> None:
        self._db = db
        self._current: dict[Table, dict[Key, Row]] = defaultdict(dict)
        self.added: dict[Table, list[Row]] = defaultdict(list)
        self._ended: dict[Table, list[Key]] = defaultdict(list)
        self._counts: dict[Rollup, Counter[tuple[Key, str, int]]] = defaultdict(Counter)

    def write(self, changes: Sequence[tuple[Place, TableChange]]) -> None:
        """Write a batch of changes, each with the place it comes from."""
        self._fetch(change for _, change in changes)
        for place, change in changes:
            self.apply(place, change)
        for table, rows in self.added.items():
            insert_into(self._db, table, rows)
        for table, ends in self._ended.items():
            end_states(self._db, table, ends)
        for rollup, counts in self._counts.items():
            self._write_sums(rollup, counts)

    def _write_sums(self, rollup: Rollup, counts: Counter[tuple[Key, str, int]]) -> None:
        now: Counter[Key] = Counter()
        days: Counter[Key] = Counter()
        blocks: Counter[Key] = Counter()
        for (key, day, block), amount in counts.items():
            now[key] += amount
            days[*key, day] += amount
            blocks[*key, block] += amount
        for table, sums in ((rollup.now, now), (rollup.days, days), (rollup.blocks, blocks)):
            add_to_sums(self._db, table, ((*key, amount) for key, amount in sums.items()))

    def _fetch(self, all_said: Iterable[TableChange]) -> None:
        wanted: dict[Table, dict[Key, None]] = defaultdict(dict)
        for change in all_said:
            match change:
                case Change(table, key, _) | End(table, key):
                    wanted[table][key] = None
                case ChangeAll(table, key, _, into):
                    wanted[table] |= dict.fromkeys((key, into) if into else (key,))
                case Borrow(table, key, _, source, of):
                    wanted[table][key] = wanted[source][of] = None
                case _:
                    pass
        for table, keys in wanted.items():
            rest = iter(keys)
            while some := list(islice(rest, FETCHED_AT_ONCE)):
                self._fetch_some(table, some)

    def _fetch_some(self, table: Table, keys: list[Key]) -> None:
        names = table.info["keys"]
        matches = [
            and_(*(table.c[n] == v for n, v in zip(names, key, strict=False))) for key in keys
        ]
        if all(len(key) == 1 for key in keys):
            matches = [table.c[names[0]].in_([key[0] for key in keys])]
        found = self._db.execute(select(table).where(table.c.known_until.is_(None), or_(*matches)))
        for row in found.mappings():
            self._current[table][tuple(row[name] for name in names)] = dict(row, _stored=True)

    def apply(self, place: Place, change: TableChange) -> None:
        """Apply one change to the states in memory; rows are written once for the whole batch."""
        match change:
            case Add(table, values):
                self.added[table].append(_complete(table, values, place))
            case Begin(table, key, values):
                self._begin(table, key, values, place)
            case Change(table, key, values):
                before = self._end(table, key, place)
                self._begin(table, key, _merged(before, values), place)
            case End(table, key):
                self._end(table, key, place)
            case Borrow(table, key, values, source, of, columns):
                if theirs := self._current[source].get(of):
                    borrowed = {ours: theirs[name] for ours, name in columns.items()}
                    self.apply(place, Change(table, key, values | borrowed))
            case ChangeAll(table, prefix, values, into):
                for key in [key for key in self._current[table] if key[: len(prefix)] == prefix]:
                    before = self._end(table, key, place)
                    if values is not None:
                        onward = (*into, *key[len(into) :])
                        self._end(table, onward, place)
                        self._begin(table, onward, _merged(before, values), place)

    def _begin(self, table: Table, key: Key, values: Row, place: Place) -> None:
        named = dict(zip(table.info["keys"], key, strict=True))
        days = {name: self._day(each) for name, each in values.items() if isinstance(each, Day)}
        row = _complete(table, values | days | named, place)
        self.added[table].append(row)
        self._current[table][key] = row
        self._count(table, row, place, 1)

    def _end(self, table: Table, key: Key, place: Place) -> Row:
        row = self._current[table].pop(key, None)
        if row is None:
            return {}
        self._count(table, row, place, -1)
        before = dict(row)
        if before.pop("_stored", False):
            keys = (row[name] for name in (*table.info["keys"], "position"))
            self._ended[table].append((place[1], place[0], *keys))
        row.update(known_until=place[1], until_position=place[0])
        return before

    def _day(self, day: Day) -> str:
        thing = day.thing
        for table, name in day.way:
            thing = self._row(table, (thing,)).get(name) if thing else None
        return str(day_in(thing or "UTC", day.moment))

    def _row(self, table: Table, key: Key) -> Row:
        """Return the state of a thing that this batch may say nothing of."""
        if key not in self._current[table]:
            self._fetch_some(table, [key])
        return self._current[table].get(key, {})

    def _count(self, table: Table, row: Row, place: Place, amount: int) -> None:
        for rollup in table.info["rollups"]:
            key = rollup.key(row)
            if rollup.counts_all or None not in key:
                self._counts[rollup][key, place[1][:10], place[0] // BLOCK] += amount


def _complete(table: Table, values: Row, place: Place) -> Row:
    row = blank_of(table) | values
    row.update(position=place[0], known_from=place[1])
    if "known_until" in row:
        row.update(known_until=None, until_position=None)
    return row


def _merged(before: Row, values: Row) -> Row:
    return before | {name: _onward(before.get(name), value) for name, value in values.items()}


def _onward(before: Any, value: Any) -> Any:
    match value:
        case Plus(amount):
            return (before or 0) + amount
        case Once(first):
            return before if before is not None else first
        case _:
            return value
