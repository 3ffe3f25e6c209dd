"""The order in which a Pol.is conversation is told, and what each thing in it is called here."""

from collections import Counter
from collections.abc import Iterator
from hashlib import sha256

from msgspec import Struct

from pilots.exchange.polis_export import PolisExport, Statement, Vote


class Names:
    """Makes ids that are the same whenever the same conversation is imported."""

    def __init__(self, key: str) -> None:
        self._key = key

    def __call__(self, kind: str, *parts: object) -> str:
        """Return the id of one thing of a kind."""
        path = "/".join(map(str, (self._key, kind, *parts)))
        return f"{kind}-{sha256(path.encode()).hexdigest()[:32]}"


class ImportStep(Struct, frozen=True):
    """One statement or vote, the entry it becomes, and its id in the source."""

    entry: str
    outside_id: str
    row: Statement | Vote

    @property
    def person(self) -> int:
        """Return the number of the one who said or voted."""
        return self.row.author if isinstance(self.row, Statement) else self.row.voter


def steps_of(export: PolisExport, name: Names) -> list[ImportStep]:
    """Return statements and votes by their time, a statement before the votes of its moment."""
    steps = [*_statements(export, name), *_votes(export, name)]
    return sorted(steps, key=lambda step: (step.row.at, isinstance(step.row, Vote)))


def _statements(export: PolisExport, name: Names) -> Iterator[ImportStep]:
    for statement in export.statements:
        yield ImportStep(
            name("entry", "statement", statement.number), f"comment/{statement.number}", statement
        )


def _votes(export: PolisExport, name: Names) -> Iterator[ImportStep]:
    times: Counter[tuple[object, ...]] = Counter()
    for vote in export.votes:
        milliseconds = int(vote.at.timestamp() * 1000)
        place = ("vote", vote.statement, vote.voter, milliseconds, vote.stance)
        times[place] += 1  # the source repeats some rows to the letter
        entry = name("entry", *place, times[place])
        yield ImportStep(entry, "/".join(map(str, (*place, times[place]))), vote)
