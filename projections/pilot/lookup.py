"""Looks up what is known about a pilot, for rules, and now for the gates before commands."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection

from domain.rules.known import Known
from domain.rules.known_charter import Charter
from domain.rules.rule import Settings
from projections.engine.as_of import NOW, Cut
from projections.models.lookups import as_struct, one
from projections.models.people import standing_for
from projections.models.pilots import PILOTS
from projections.models.programmes import settings_of
from projections.pilot.known_pilot import KnownPilot
from projections.read_side import Views


@contextmanager
def knowing(views: Views, pilot: str) -> Iterator[tuple[Known, Settings] | None]:
    """Open what is known about a pilot now, with the rules its programme set."""
    with views.reading() as db:
        known = known_pilot(db, NOW, pilot)
        yield (known, settings_of(db, NOW, known.charter.programme)) if known else None


def known_pilot(
    db: Connection, cut: Cut, pilot: str, rules: Cut | None = None
) -> KnownPilot | None:
    """Return what is known about a pilot as far as a cut sees; None where it is not known then.

    `rules` says as of when the words that rules look for are taken, where not as of the cut.
    """
    row = one(db, PILOTS, cut, pilot=pilot)
    if row is None:
        return None
    kept = standing_for(db, cut, filter(None, (row["owner"], row["sponsor"])))
    who = {role: kept.get(row[role], row[role]) for role in ("owner", "sponsor")}
    return KnownPilot(db, cut, as_struct({**row, **who}, Charter), rules)
