"""Freezes facts that are in no corpus yet, by hand and once: `python -m tests.upgrades.freeze v1`.

A file that exists is never written again. Run it in the change that enters a new fact, look at
the lines it made, and keep them: from then on every release must be able to read them.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

from msgspec.json import Encoder, encode

import domain.facts  # noqa: F401  # enters every fact
from domain.kernel.aggregate import FACTS, Fact
from domain.kernel.moments import stamp
from domain.kernel.prose import prose_in, prose_paths
from tests.upgrades.frozen import SUMS, frozen_lines
from tests.upgrades.samples import samples_of

BEGIN = datetime(2026, 1, 5, 8, 30, tzinfo=UTC)
STREAMS = {"participation": "entry"}
_canonical = Encoder(order="sorted")


def freeze(name: str, corpus: Path = SUMS.parent) -> Path:
    """Write the facts no file holds yet to a new file, and its sum beside the others."""
    file = corpus / f"{name}.ndjson"
    known = {line["name"] for line in frozen_lines()} if corpus == SUMS.parent else set()
    missing = [fact for stored_as, fact in FACTS.items() if stored_as not in known]
    content = b"".join(encode(line) + b"\n" for line in _lines(missing))
    with file.open("xb") as into:  # never over what is there
        into.write(content)
    with (corpus / SUMS.name).open("a") as sums:
        sums.write(f"{sha256(content).hexdigest()}  {file.name}\n")
    return file


def _lines(facts: list[type[Fact]]) -> Iterator[dict[str, Any]]:
    versions: Counter[str] = Counter()
    position = 0
    for fact in facts:
        family = fact.stored_as.partition(".")[0]
        stream = f"{STREAMS.get(family, family)}-0197aa"
        for data in samples_of(fact):
            position += 1
            versions[stream] += 1
            yield _line(fact, data, position, stream, versions[stream])


def _line(
    fact: type[Fact], data: dict[str, Any], position: int, stream: str, version: int
) -> dict[str, Any]:
    recorded = BEGIN + timedelta(minutes=position, microseconds=position * 7)
    precision = ("ms", "minute", "day", "month")[position % 4]
    head = {
        "position": position,
        "id": _id(position),
        "stream": stream,
        "version": version,
        "name": fact.stored_as,
        "pilots": [] if stream.startswith(("programme", "person")) else ["pilot-0197aa"],
        "recorded_at": stamp(recorded),
        "occurred_at": stamp(recorded - timedelta(days=1)).replace(".000000", ""),
        "precision": precision,
    }
    said: dict[str, Any] = {"by": "person-0197aa", "source": "web", "command_id": _id(position)}
    if position % 2:
        head["zone"] = "Pacific/Auckland"
        said = {
            "by": "system",
            "source": "import:0f1e2d3c4b5a69788796a5b4c3d2e1f0",
            "outside_id": f"row/{position}",
            "command_id": f"import-{position}",
            "because_of": _id(max(1, position - 1)),
            "origin": {"history": "history-of-elsewhere", "position": position},
        }
    return head | said | {"data": data} | _seal(fact, data)


def _seal(fact: type[Fact], data: dict[str, Any]) -> dict[str, str]:
    prose = prose_in(data, prose_paths(fact))
    if not prose:
        return {}
    salt = sha256(_canonical.encode([fact.stored_as, data])).digest()[:16]
    return {
        "salt": salt.hex(),
        "prose_digest": sha256(salt + _canonical.encode(prose)).hexdigest(),
    }


def _id(number: int) -> str:
    return f"019c0000-0000-7000-8000-{number:012x}"


if __name__ == "__main__":
    freeze(sys.argv[1])
