"""Small Pol.is exports, invented and written to disk the way the tool writes them."""

import csv
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

START = 1_700_000_000_000
"""14 November 2023, in milliseconds since 1970."""

Row = Sequence[object]

SUMMARY: list[Row] = [
    ("topic", "Dogs in the park"),
    ("url", "https://polis.example/dogs"),
    ("voters", 3),
    ("conversation-description", "Should dogs run free?\n\nTell us."),
]
COMMENTS: list[Row] = [
    (START, 0, 0, "Dogs should be on a lead."),
    (START + 60_000, 1, 2, "Not before nine,\nsaid “everybody”."),
]
VOTES: list[Row] = [
    (START + 300_000, 1, 0, 0),
    (START + 120_000, 0, 1, 1),
    (START + 60_000, 1, 2, 1),
    (START + 180_000, 1, 1, -1),
]


def write_export(
    folder: Path,
    votes: Iterable[Row] = VOTES,
    comments: Iterable[Row] = COMMENTS,
    summary: Iterable[Row] = SUMMARY,
) -> Path:
    """Write an export and return its folder."""
    folder.mkdir(parents=True, exist_ok=True)
    write_csv(folder / "summary.csv", summary)
    write_csv(
        folder / "comments.csv",
        [
            ("timestamp", "datetime", "comment-id", "author-id", "agrees", "comment-body"),
            *((at, "Tue", number, author, 1, said) for at, number, author, said in comments),
        ],
    )
    write_csv(
        folder / "votes.csv",
        [
            ("timestamp", "datetime", "comment-id", "voter-id", "vote"),
            *((at, "Tue", statement, voter, vote) for at, statement, voter, vote in votes),
        ],
    )
    return folder


def write_csv(file: Path, rows: Iterable[Row]) -> None:
    """Write rows as the tool does, with plain line ends."""
    with file.open("w", encoding="utf-8", newline="") as into:
        csv.writer(into, lineterminator="\n").writerows(rows)


def at(milliseconds: int) -> datetime:
    """Return the moment of a timestamp, exactly."""
    whole, rest = divmod(milliseconds, 1000)
    return datetime.fromtimestamp(whole, UTC).replace(microsecond=rest * 1000)
