"""Opens what is known about a pilot now, for the gates that stand before commands."""

from collections.abc import Iterator
from contextlib import contextmanager

from domain.rules.known import Known
from domain.rules.rule import Settings
from projections.cut import NOW
from projections.known import known_pilot
from projections.programmes import settings_of
from projections.views import Views


@contextmanager
def knowing(views: Views, pilot: str) -> Iterator[tuple[Known, Settings] | None]:
    """Open what is known about a pilot now, with the rules its programme set."""
    with views.reading() as db:
        known = known_pilot(db, NOW, pilot)
        yield (known, settings_of(db, NOW, known.charter.programme)) if known else None
