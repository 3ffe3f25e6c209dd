"""What is no Pol.is export, or a damaged one: one sentence says where, and nothing is stored."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from domain.kernel.errors import Invalid
from pilots.exchange.polis import import_polis
from pilots.exchange.polis_files import read_polis
from tests.support.stories.polis_exports import COMMENTS, START, VOTES, at, write_csv, write_export
from web.bootstrap import Platform

pytestmark = pytest.mark.both_engines

Spoil = Callable[[Path], object]
IN_THE_FUTURE = 32_503_680_000_000  # the year 3000
IN_NO_CALENDAR = 253_402_300_800_000  # the year 10000


def without(name: str) -> Spoil:
    return lambda folder: (folder / name).unlink()


def append(name: str, text: str, encoding: str = "utf-8") -> Spoil:
    def spoil(folder: Path) -> None:
        with (folder / name).open("ab") as into:
            into.write(text.encode(encoding))

    return spoil


def vote(*row: object) -> Spoil:
    return append("votes.csv", ",".join(map(str, row)) + "\n")


def comment(*row: object) -> Spoil:
    return append("comments.csv", ",".join(map(str, row)) + "\n")


def rewrite(name: str, *rows: tuple[object, ...]) -> Spoil:
    return lambda folder: write_csv(folder / name, rows)


def folder_called(name: str) -> Spoil:
    def spoil(folder: Path) -> None:
        (folder / name).unlink()
        (folder / name).mkdir()

    return spoil


VOTE, COMMENT = r"votes\.csv line 6", r"comments\.csv line 5"
BAD: dict[str, tuple[Spoil, str]] = {
    "no summary": (without("summary.csv"), "summary.csv is not there"),
    "no comments": (without("comments.csv"), "comments.csv is not there"),
    "no votes": (without("votes.csv"), "votes.csv is not there"),
    "a folder for a file": (folder_called("votes.csv"), "votes.csv cannot be read"),
    "another table": (rewrite("summary.csv", ("name", "age")), "summary.csv.*topic"),
    "other columns": (rewrite("votes.csv", ("a", "b")), "votes.csv line 1.*column timestamp"),
    "an empty file": (rewrite("comments.csv"), "comments.csv line 1.*column timestamp"),
    "a row cut short": (vote(START, "Tue", 0), f"{VOTE}, voter-id: .*cut off"),
    "a row too long": (vote(START, "Tue", 0, 1, 1, 1), f"{VOTE}, vote: .*damaged"),
    "a quote without end": (comment(START, "Tue", 2, 0, 1, '"And so'), f"{COMMENT}.*cut off"),
    "an unknown statement": (vote(START, "Tue", 9, 1, 1), f"{VOTE}, comment-id: .*statement 9"),
    "a vote of seven": (vote(START, "Tue", 0, 1, 7), f"{VOTE}, vote: 7 is none of"),
    "no number as vote": (vote(START, "Tue", 0, 1, "NaN"), f"{VOTE}, vote: “NaN”"),
    "no number as voter": (vote(START, "Tue", 0, "NaN", 1), f"{VOTE}, voter-id: “NaN”"),
    "no number as time": (vote("NaN", "Tue", 0, 1, 1), f"{VOTE}, timestamp: “NaN”"),
    "half a number": (vote(START, "Tue", "0.5", 1, 1), f"{VOTE}, comment-id: “0.5”"),
    "no number as author": (comment(START, "Tue", 2, "NaN", 1, "A"), f"{COMMENT}, author-id: “N"),
    "a statement told twice": (comment(START, "Tue", 1, 0, 1, "A"), f"{COMMENT}, comment-id: "),
    "a time of no calendar": (vote(IN_NO_CALENDAR, "Tue", 0, 1, 1), f"{VOTE}, timestamp: "),
    "a time beyond counting": (vote("9" * 400, "Tue", 0, 1, 1), f"{VOTE}, timestamp: "),
    "a time before time": (vote(-1, "Tue", 0, 1, 1), f"{VOTE}, timestamp: -1 is no time"),
    "a vote to come": (vote(IN_THE_FUTURE, "Tue", 0, 1, 1), f"{VOTE}, timestamp: .*future"),
    "a statement to come": (
        comment(IN_THE_FUTURE, "Tue", 2, 0, 1, "A"),
        f"{COMMENT}, timestamp: .*future",
    ),
    "NUL": (comment(START, "Tue", 2, 0, 1, "A\x00B"), f"{COMMENT}, comment-body: .*NUL"),
    "NUL in the summary": (append("summary.csv", "url,a\x00b\n"), r"summary\.csv line 7, .*NUL"),
    "bytes that are no text": (
        append("comments.csv", f"{START},Tue,2,0,1,caf\xe9\n", "latin-1"),
        f"{COMMENT}, comment-body: .*UTF-8",
    ),
    "a statement of a megabyte": (
        comment(START, "Tue", 2, 0, 1, "x" * 1_000_000),
        f"{COMMENT}, comment-body: 1000000 characters",
    ),
    "a number of a megabyte": (vote(START, "Tue", 0, "1" * 1_000_000, 1), f"{VOTE}, voter-id: "),
}  # fmt: skip  # a table


@pytest.mark.parametrize(("spoil", "words"), BAD.values(), ids=list(BAD))
def test_one_sentence_says_what_is_wrong_and_where(
    platform: Platform, tmp_path: Path, spoil: Spoil, words: str
) -> None:
    folder = write_export(tmp_path / "dogs")
    spoil(folder)

    with pytest.raises(Invalid) as wrong:
        import_polis(platform.pilots, read_polis(folder))

    said = str(wrong.value)
    assert re.search(words, said)
    assert said.endswith(".")
    assert "\n" not in said
    assert len(said.replace(str(folder), "")) < 200
    assert platform.pilots.head() == 0


@pytest.mark.parametrize("moment", [IN_THE_FUTURE, IN_NO_CALENDAR])
def test_an_export_that_grew_into_the_future_adds_nothing(
    platform: Platform, tmp_path: Path, moment: int
) -> None:
    folder = write_export(tmp_path / "dogs")
    import_polis(platform.pilots, read_polis(folder))
    before = platform.pilots.head()
    vote(START + 1_000, "Tue", 0, 2, 1)(folder)
    vote(moment, "Tue", 0, 1, 1)(folder)

    with pytest.raises(Invalid, match=r"votes\.csv line 7, timestamp: "):
        import_polis(platform.pilots, read_polis(folder))

    assert platform.pilots.head() == before


def test_the_untouched_export_is_a_good_one(platform: Platform, tmp_path: Path) -> None:
    export = read_polis(write_export(tmp_path / "dogs"))

    assert (len(export.votes), len(export.statements)) == (len(VOTES), len(COMMENTS))
    assert export.statements[0].at == at(START)
    assert import_polis(platform.pilots, export).added == len(VOTES) + len(COMMENTS)
