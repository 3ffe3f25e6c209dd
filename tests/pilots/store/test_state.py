"""What may be stored: the same on every database, whatever a person or a program sends."""

from datetime import datetime
from hashlib import sha256
from math import nan
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.json import decode, encode

from domain.facts.participation import ParticipationChanges, ParticipationCorrected
from domain.facts.pilot import PilotClosed, PilotStarted
from domain.facts.value import ValueExpected
from domain.kernel.aggregate import Fact
from domain.kernel.errors import Invalid
from domain.kernel.fields import Money
from domain.kernel.text import clean
from pilots.store.mapper import FactMapper
from tests.support.examples import LOGGED, PILOT, PROPOSED, STARTED
from tests.support.machines.clock import MONDAY
from tests.support.machines.pace import searched
from tests.support.stories.events_by_hand import event, keep
from web.bootstrap import Platform

pytestmark = pytest.mark.both_engines

MAPPER = FactMapper()

REFUSED: dict[str, Fact] = {
    "NUL": PilotClosed(reason="The\x00end"),
    "text that is not NFC": PilotClosed(reason="cafe\u0301"),
    "half a character": PilotClosed(reason="\ud800"),
    "text that is too long": PilotClosed(reason="x" * 10_001),
    "a needed number that is none": ValueExpected(pilot=PILOT, statement="Much", confidence=nan),  # type: ignore[arg-type]  # on purpose
    "an optional number that is none": PilotStarted(stake_hours=nan),  # type: ignore[arg-type]  # on purpose
    "a number beyond its limit": PilotStarted(stake_hours=2**63),
    "an amount that is no number": PilotStarted(stake_money=Money(amount="NaN", currency="NZD")),
    "an amount in other digits": PilotStarted(stake_money=Money(amount="१२", currency="NZD")),
    "an amount with a line end": PilotStarted(stake_money=Money(amount="12\n", currency="NZD")),
}


@pytest.mark.parametrize("fact", REFUSED.values(), ids=list(REFUSED))
def test_nothing_is_stored_where_one_fact_holds(platform: Platform, fact: Fact) -> None:
    with pytest.raises(Invalid, match=rf"^{fact.stored_as} cannot be stored: [^\n]+\.$"):
        keep(platform, event(PROPOSED), event(fact, version=2))

    assert platform.pilots.head() == 0


@pytest.mark.parametrize(
    "edge", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00"], ids=["first", "last"]
)
def test_a_moment_before_or_after_all_time_is_refused(edge: str) -> None:
    moment = datetime.fromisoformat(edge)

    corrected = ParticipationCorrected(
        changes=ParticipationChanges(occurred_at=moment), reason="Long ago."
    )

    with pytest.raises(Invalid, match=r"pilot\.started\.v1 cannot be stored"):
        MAPPER.to_stored_event(event(STARTED, occurred_at=moment))
    with pytest.raises(Invalid, match=r"participation\.corrected\.v1 cannot be stored"):
        MAPPER.to_stored_event(event(corrected))


@searched(100)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\x00")))
@example("\\u0000")
@example("first\n\u0301second")
def test_whatever_was_cleaned_can_be_stored(typed: str) -> None:
    kept = PilotClosed(reason=clean(typed))

    assert MAPPER.to_domain_event(MAPPER.to_stored_event(event(kept))).fact == kept


def seal(salt: str, canonical: str) -> str:
    return sha256(bytes.fromhex(salt) + canonical.encode()).hexdigest()


@pytest.mark.parametrize(
    ("fact", "canonical"),
    [
        (PilotClosed(reason="Ōtautahi"), '{"reason":"Ōtautahi"}'),
        (
            PROPOSED,
            '{"raw_request":"Can we have a chat group?","title":"Common garden"}',
        ),
        (
            ParticipationCorrected(changes=ParticipationChanges(text="b", minutes=5), reason="a"),
            '{"changes":{"text":"b"},"reason":"a"}',
        ),
        (LOGGED, '{"text":"Brought the long ladder."}'),
    ],
    ids=lambda it: getattr(it, "stored_as", ""),
)
def test_prose_is_sealed_with_a_salt_of_its_own(fact: Fact, canonical: str) -> None:
    first: dict[str, Any] = decode(MAPPER.to_stored_event(event(fact)).state)
    second: dict[str, Any] = decode(MAPPER.to_stored_event(event(fact)).state)

    assert len(bytes.fromhex(first["salt"])) == 16
    assert first["salt"] != second["salt"]
    assert first["prose_digest"] == seal(first["salt"], canonical)
    assert second["prose_digest"] == seal(second["salt"], canonical)


def test_a_fact_without_prose_needs_no_seal() -> None:
    state = decode(MAPPER.to_stored_event(event(STARTED)).state)

    assert state.keys() == {"occurred_at", "precision", "by", "source", "command_id", "data"}
    assert encode(state["data"]) == b'{"stake_hours":40}'
    assert state["occurred_at"] == MONDAY.isoformat().replace("+00:00", "Z")
