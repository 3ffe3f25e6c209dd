"""The corpus is frozen for ever, and every release reads all of it."""

import json
from hashlib import sha256
from pathlib import Path

import pytest
from jsonschema_rs import Draft202012Validator
from msgspec import NODEFAULT, structs
from msgspec.json import decode, encode

from domain.catalogue import json_schema
from domain.kernel.aggregate import FACTS, UPCASTS, Event
from domain.kernel.moments import moment_of
from domain.kernel.prose import prose_in, prose_paths
from pilots.store.mapper import FactMapper, StoredFact
from tests.upgrades.freeze import freeze
from tests.upgrades.frozen import SUMS, frozen_files, frozen_lines, raw_lines

RAW = raw_lines()
UNCHANGED = [raw for raw in RAW if FACTS.get(decode(raw)["name"]) not in UPCASTS]
VALIDATOR = Draft202012Validator(json_schema())


def called(raw: bytes) -> str:
    """Return how a line is called in the list of tests."""
    line = decode(raw)
    return f"{line['name']}-{line['position']}"


def stored(raw: bytes) -> StoredFact:
    """Return the row that an exported line came from, its state byte for byte."""
    line = decode(raw)
    return StoredFact(
        id=line["position"],
        originator_id=line["stream"],
        originator_version=line["version"],
        topic=line["name"],
        state=b"{" + raw[raw.index(b'"occurred_at"') :],
        event_id=line["id"],
        pilots=encode(line["pilots"]).decode(),
        recorded_at=moment_of(line["recorded_at"]),
    )


def read(raw: bytes) -> Event:
    return FactMapper().to_domain_event(stored(raw))


@pytest.mark.parametrize("raw", RAW, ids=called)
def test_every_line_is_read_in_todays_shape(raw: bytes) -> None:
    event = read(raw)

    assert type(event.fact) in FACTS.values()
    assert type(event.fact) not in UPCASTS
    assert (event.position, event.recorded_at) == (stored(raw).id, stored(raw).recorded_at)


@pytest.mark.parametrize("raw", RAW, ids=called)
def test_every_line_validates(raw: bytes) -> None:
    VALIDATOR.validate(decode(raw))


@pytest.mark.parametrize("raw", UNCHANGED, ids=called)
def test_nothing_that_was_said_is_lost_on_reading(raw: bytes) -> None:
    line, event = decode(raw), read(raw)
    fields = structs.fields(FACTS[line["name"]])
    unsaid = {f.encode_name: f.default for f in fields if f.default is not NODEFAULT}
    silence = decode(encode(unsaid))

    assert silence | decode(encode(event.fact)) == silence | line["data"]
    for name in ("precision", "zone", "by", "source", "outside_id", "command_id", "because_of"):
        assert getattr(event, name) == line.get(name)
    assert decode(encode(event.origin)) == line.get("origin")


@pytest.mark.parametrize("raw", RAW, ids=called)
def test_the_seal_over_the_prose_still_fits(raw: bytes) -> None:
    line = decode(raw)
    prose = prose_in(line["data"], prose_paths(FACTS[line["name"]]))
    said = json.dumps(prose, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()

    sealed = sha256(bytes.fromhex(line.get("salt", "")) + said).hexdigest() if prose else None

    assert sealed == line.get("prose_digest")


def test_every_fact_is_frozen_somewhere() -> None:
    frozen = {line["name"] for line in frozen_lines()}

    missing = set(FACTS) - frozen

    assert not missing, "run python -m tests.upgrades.freeze with the name of a new file"


def test_no_frozen_byte_ever_changes() -> None:
    sums = dict(line.split("  ")[::-1] for line in SUMS.read_text().splitlines())

    found = {file.name: sha256(file.read_bytes()).hexdigest() for file in frozen_files()}

    assert found
    assert found == sums


def test_what_is_frozen_is_never_written_over(tmp_path: Path) -> None:
    frozen = freeze("v1", tmp_path)
    before = frozen.read_bytes()

    with pytest.raises(FileExistsError):
        freeze("v1", tmp_path)

    assert frozen.read_bytes() == before
    assert len((tmp_path / SUMS.name).read_text().splitlines()) == 1
