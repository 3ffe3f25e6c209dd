"""Reads CSV strictly: each record with the line it begins on, damage as one sentence."""

import csv
from collections.abc import Iterator
from pathlib import Path

from domain.kernel.errors import Invalid
from domain.kernel.messages import say

csv.field_size_limit(2**31 - 1)  # what is too long is refused with its place, not by the reader


def records_of(file: Path) -> Iterator[tuple[int, list[str]]]:
    """Yield the records of a file, each with the number of its first line.

    Bytes that are no UTF-8 come as lone surrogates. Raises Invalid, naming file and line, where
    the file cannot be read as CSV.
    """
    line = 1
    try:
        with file.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as lines:
            reader = csv.reader(lines, strict=True)
            for record in reader:
                yield line, record
                line = reader.line_num + 1
    except FileNotFoundError:
        message = say(
            "{file} is not there. A Pol.is export has comments, votes and summary.csv.",
            file=str(file),
        )
        raise Invalid(message) from None
    except csv.Error as wrong:
        message = say(
            "{file} line {line}: {wrong}; the file seems to be cut off or damaged.",
            file=str(file),
            line=line,
            wrong=str(wrong),
        )
        raise Invalid(message) from None
    except OSError as wrong:
        message = say("{file} cannot be read: {why}.", file=str(file), why=wrong.strerror or "")
        raise Invalid(message) from None
