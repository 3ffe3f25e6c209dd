"""What people answered about how it goes, and nothing of who did."""

from collections.abc import Iterator

from sqlalchemy import Column, Index, Integer, String

from domain.facts.pilot_people import PilotPulseNoted
from domain.kernel.aggregate import Event
from projections.engine.changes import Add, TableChange
from projections.engine.schema import log

QUESTIONS = ("knew_whom", "was_heard", "was_useful")

PULSES = log(
    "pulses",
    Column("pilot", String, primary_key=True),
    Column("day", String, nullable=False),
    *(Column(name, Integer) for name in (*QUESTIONS, "energy")),
)
Index("pulses_of_pilot", PULSES.c.pilot, PULSES.c.day)

NOTHING = (None, None, None)


def project(event: Event) -> Iterator[TableChange]:
    """Keep what was answered, and nothing of who did; leave every other fact alone."""
    match event.fact:
        case PilotPulseNoted(day=day, answers=answers, energy=energy):
            values = dict(zip(QUESTIONS, answers or NOTHING, strict=True))
            where = {"pilot": event.originator_id, "day": str(day)}
            yield Add(PULSES, where | values | {"energy": energy})
        case _:
            pass
