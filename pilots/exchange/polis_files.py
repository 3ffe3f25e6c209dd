"""Reads a Pol.is export (comments.csv, votes.csv, summary.csv), or says where it is not one."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from domain.kernel.errors import Invalid
from domain.kernel.messages import Message, say
from domain.kernel.text import clean
from pilots.exchange.csv_records import records_of
from pilots.exchange.polis_export import STANCES, PolisExport, Statement, Vote

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
LONGEST = 10_000
COMMENTS = ("timestamp", "comment-id", "author-id", "comment-body")
VOTES = ("timestamp", "comment-id", "voter-id", "vote")


class _Row(Struct):
    where: Message
    cells: Mapping[str, str]

    def whole(self, field: str) -> int:
        try:
            return int(self.cells[field])
        except ValueError:
            message = say(
                "{where}, {field}: “{text}” is not a whole number.",
                where=self.where,
                field=field,
                text=self.cells[field][:40],
            )
            raise Invalid(message) from None

    def moment(self) -> datetime:
        milliseconds = self.whole("timestamp")
        try:
            moment = EPOCH + timedelta(milliseconds=milliseconds)
        except OverflowError:
            moment = None
        if moment is None or milliseconds < 0:
            message = say(
                "{where}, timestamp: {moment} is no time after 1970 in ms.",
                where=self.where,
                moment=str(milliseconds)[:20],
            )
            raise Invalid(message)
        return moment

    def text(self, field: str) -> str:
        text = self.cells[field]
        if any("\udc80" <= letter <= "\udcff" for letter in text):
            message = say(
                "{where}, {field}: the bytes are not UTF-8.", where=self.where, field=field
            )
            raise Invalid(message)
        if len(text) > LONGEST:
            message = say(
                "{where}, {field}: {length} characters; at most {most} are kept.",
                where=self.where,
                field=field,
                length=len(text),
                most=LONGEST,
            )
            raise Invalid(message)
        try:
            return clean(text)
        except Invalid as wrong:
            message = say(
                "{where}, {field}: {wrong}", where=self.where, field=field, wrong=wrong.message
            )
            raise Invalid(message) from None


def read_polis(folder: Path) -> PolisExport:
    """Read the export in a folder.

    Raises Invalid, with file, line and field, where it is none or is damaged.
    """
    summary = _summary(folder / "summary.csv")
    statements = tuple(map(_statement, _rows(folder / "comments.csv", COMMENTS)))
    known: set[int] = set()
    for statement in statements:
        if statement.number in known:
            message = say(
                "{where}, comment-id: {number} stands there twice.",
                where=statement.where,
                number=str(statement.number),
            )
            raise Invalid(message)
        known.add(statement.number)
    votes = tuple(_vote(row, known) for row in _rows(folder / "votes.csv", VOTES))
    if not statements:
        message = say(
            "{file} holds no statement, so there is nothing to import.",
            file=str(folder / "comments.csv"),
        )
        raise Invalid(message)
    digest = sha256()
    for name in ("summary.csv", "comments.csv", "votes.csv"):
        digest.update((folder / name).read_bytes())
    return PolisExport(
        key=summary.get("url") or folder.resolve().name,
        title=(summary.get("topic") or folder.resolve().name)[:200],
        label=clean(folder.resolve().name)[:80],
        description=summary.get("conversation-description", "")[:LONGEST],
        digest=digest.hexdigest(),
        statements=statements,
        votes=votes,
    )


def _statement(row: _Row) -> Statement:
    return Statement(
        where=row.where,
        at=row.moment(),
        number=row.whole("comment-id"),
        author=row.whole("author-id"),
        text=row.text("comment-body"),
    )


def _vote(row: _Row, known: set[int]) -> Vote:
    statement, vote = row.whole("comment-id"), row.whole("vote")
    if statement not in known:
        message = say(
            "{where}, comment-id: there is no statement {statement} in comments.csv.",
            where=row.where,
            statement=str(statement),
        )
        raise Invalid(message)
    for stance in STANCES:
        if vote == stance:
            return Vote(row.where, row.moment(), statement, row.whole("voter-id"), stance)
    message = say(
        "{where}, vote: {vote} is none of 1 (agree), -1 (disagree), 0 (pass).",
        where=row.where,
        vote=str(vote),
    )
    raise Invalid(message)


def _summary(file: Path) -> dict[str, str]:
    cells = [(_line(file, line), row) for line, row in records_of(file) if row]
    rows = {row[0]: _Row(where, {"value": row[1] if len(row) > 1 else ""}) for where, row in cells}
    if "topic" not in rows:
        message = say(
            "{file}: no line “topic” is there, so this is not a Pol.is export.", file=str(file)
        )
        raise Invalid(message)
    return {key: row.text("value") for key, row in rows.items()}


def _line(file: Path, line: int) -> Message:
    return say("{file} line {line}", file=str(file), line=line)


def _rows(file: Path, needed: tuple[str, ...]) -> Iterator[_Row]:
    records = records_of(file)
    _, header = next(records, (1, []))
    if missing := [name for name in needed if name not in header]:
        message = say(
            "{file} line 1: the column {column} is missing; not a Pol.is export.",
            file=str(file),
            column=missing[0],
        )
        raise Invalid(message)
    for line, cells in records:
        if len(cells) != len(header):
            field = header[min(len(cells), len(header) - 1)]
            message = say(
                "{file} line {line}, {field}: {columns} columns instead of {expected}; the file "
                "seems to be cut off or damaged.",
                file=str(file),
                line=line,
                field=field,
                columns=len(cells),
                expected=len(header),
            )
            raise Invalid(message)
        yield _Row(_line(file, line), dict(zip(header, cells, strict=True)))
