"""The decisions about a pilot: what each rests on, both sides' verdicts, and whether it held."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection, select

from domain.decision import way
from domain.kernel.messages import Text, say
from domain.kernel.moments import moment_of
from domain.metrics.evidence import DECISIONS_REVISITED, EVIDENCE_SHARE
from domain.metrics.metric import Figure
from domain.rules.evidence_share import Hits, basis_of, hits
from projections.decisions.evidence_share import cited_by, grounded
from projections.engine.as_of import Cut, seen
from projections.models.decisions import DECISIONS
from projections.models.pilots import PILOTS

NEWEST_DECISIONS = 200  # decisions of one pilot, the newest
REVISITED = 500  # decisions of one programme that were looked at again, the newest


class Verdict(Struct, frozen=True, kw_only=True):
    """One decision; before it is taken there are only the verdicts of both sides."""

    decision: str
    verdict: str | None
    expected_effect: str | None
    taken_at: datetime | None
    seen: int | None
    """The place in the history that was seen when it was taken."""
    cited: int
    grounded: int
    share: Figure
    basis: str
    sponsor: str | None
    team: str | None
    gap: Text
    """How far sponsor and team were apart, in words; empty where they gave no verdicts."""
    held: bool | None
    note: str | None
    revisit_on: str | None


class Verdicts(Struct, frozen=True):
    """Decisions, the newest first, and hit-rates once enough of the programme were revisited."""

    verdicts: tuple[Verdict, ...]
    revisited: Figure
    """Decisions of the programme that were looked at again."""
    needed: int
    """How many it takes before hit-rates are told."""
    hits: tuple[Hits, ...]


def verdicts_of(db: Connection, cut: Cut, pilot: str, programme: str, needed: int) -> Verdicts:
    """Return the decisions about a pilot, and how often those of its programme held."""
    query = select(DECISIONS).where(DECISIONS.c.pilot == pilot, *seen(DECISIONS, cut))
    rows = (
        db.execute(query.order_by(DECISIONS.c.position.desc()).limit(NEWEST_DECISIONS))
        .mappings()
        .all()
    )
    looked_at = _revisited(db, cut, programme)
    cited = cited_by(db, cut, [*(row["decision"] for row in rows), *looked_at])
    rests = grounded(db, cut, {claim for claims in cited.values() for claim in claims})
    score = {each: _score(cited.get(each, []), rests) for each in (*cited, *looked_at)}
    scores = hits((basis_of(*score[each]), held) for each, held in looked_at.items())
    return Verdicts(
        tuple(_verdict(row, score.get(row["decision"], (0, 0))) for row in rows),
        DECISIONS_REVISITED.counts(len(looked_at)),
        needed,
        scores if len(looked_at) >= needed else (),
    )


def gap_in_words(sponsor: str | None, team: str | None) -> Text:
    """Return how far apart sponsor and team were; empty where there are no verdicts."""
    if not sponsor or not team:
        return ""
    if sponsor == team:
        return say("They agree: both would {verdict}.", verdict=way(sponsor))
    return say(
        "They differ: the sponsor would {sponsor}, the team would {team}.",
        sponsor=way(sponsor),
        team=way(team),
    )


def _revisited(db: Connection, cut: Cut, programme: str) -> dict[str, bool]:
    pilots = select(PILOTS.c.pilot).where(PILOTS.c.programme == programme, *seen(PILOTS, cut))
    query = select(DECISIONS.c.decision, DECISIONS.c.held).where(
        DECISIONS.c.pilot.in_(pilots), DECISIONS.c.revisited > 0, *seen(DECISIONS, cut)
    )
    newest = query.order_by(DECISIONS.c.position.desc()).limit(REVISITED)
    return {decision: bool(held) for decision, held in db.execute(newest)}


def _score(claims: list[str], rests: set[str]) -> tuple[int, int]:
    return len(claims), sum(claim in rests for claim in claims)


def _verdict(row: Mapping[Any, Any], score: tuple[int, int]) -> Verdict:
    cited, rests = score
    names = ("decision", "verdict", "expected_effect", "seen", "sponsor", "team", "note")
    return Verdict(
        **{name: row[name] for name in (*names, "revisit_on")},
        taken_at=moment_of(row["taken_at"]) if row["taken_at"] else None,
        cited=cited,
        grounded=rests,
        share=EVIDENCE_SHARE.share(rests, cited),
        basis=basis_of(cited, rests),
        gap=gap_in_words(row["sponsor"], row["team"]),
        held=bool(row["held"]) if row["revisited"] else None,
    )
