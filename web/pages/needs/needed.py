"""What pilots need of whoever reads: apart what they put off, with what they were asked."""

from collections.abc import Sequence

from msgspec import Struct
from sqlalchemy import RowMapping

from domain.review.attention_signals import Need
from pilots.store.verdicts import sides_that_wait
from projections.review.lines import needs_within
from web.http.reading import Reading
from web.pages.needs.asked import asked_by
from web.pages.period import stretch_from


class NeedsOfPilot(Struct, frozen=True):
    """What a pilot needs, what weighs most first, and what whoever reads put off."""

    now: Sequence[Need]
    put_off: Sequence[Need]


def needs_for(reading: Reading, rows: Sequence[RowMapping]) -> dict[str, NeedsOfPilot]:
    """Return what each pilot needs of whoever reads, in the order of the rows."""
    stretch = stretch_from(reading.db, "", reading.cut, reading.now, reading.asker.zone).stretch
    waiting = sides_that_wait(reading.platform.history)
    found = needs_within(reading.db, stretch, rows, waiting, asked_by(reading))
    away = reading.platform.later.put_off_by(reading.asker.person)
    return {
        pilot: NeedsOfPilot(
            now=[each for each in needs if (pilot, each.about) not in away],
            put_off=[each for each in needs if (pilot, each.about) in away],
        )
        for pilot, needs in found.items()
    }
