"""What can be asked about readiness: how ready an area is, and what has to change there."""

from datetime import date
from typing import Annotated

from msgspec import Meta

from domain.facts.readiness import (
    ReadinessAssessed,
    ReadinessChangeAgreed,
    ReadinessChangeMade,
    ReadinessWaived,
)
from domain.kernel.fields import Level, PersonId, PilotId, ReadinessArea
from domain.readiness import Readiness
from pilots.commands.base import Command, Reason, RequiredText
from pilots.unit_of_work import UnitOfWork

Area = Annotated[
    ReadinessArea,
    Meta(title="Area", description="Such as governance, guidelines, roles, job-descriptions."),
]


class AboutReadiness(Command):
    """A wish about the readiness of a pilot, of which each pilot has one."""

    pilot: PilotId

    def carry_out(self, work: UnitOfWork) -> None:
        """Record it on the pilot's own readiness."""
        readiness = work.one_of(Readiness, self.pilot)
        readiness.record(self.as_fact(self.records))


class AssessReadiness(
    AboutReadiness,
    name="assess-readiness",
    button="Save how ready",
    of=Readiness,
    records=ReadinessAssessed,
):
    """Say how ready one area is for this to grow, and what is missing."""

    area: Area
    level: Annotated[Level, Meta(title="How ready?", description="0 not at all, 4 entirely.")]
    gap: Annotated[RequiredText, Meta(title="What is missing?")]
    prepared_to_change: Annotated[bool, Meta(title="Prepared to change it?")] = False


class AgreeChange(
    AboutReadiness,
    name="agree-change",
    button="Agree the change",
    of=Readiness,
    records=ReadinessChangeAgreed,
):
    """Agree what is to change in one area, who sees to it, and by when."""

    area: Area
    change: Annotated[RequiredText, Meta(title="What is to change?")]
    owner: Annotated[PersonId, Meta(title="Who sees to it?")]
    due: Annotated[date | None, Meta(title="By when")] = None


class MakeChange(
    AboutReadiness,
    name="make-change",
    button="Say it was made",
    of=Readiness,
    records=ReadinessChangeMade,
):
    """Say that an agreed change was made, with something to show for it."""

    area: Area
    proof: Annotated[RequiredText, Meta(title="What shows it?")]


class WaiveReadiness(
    AboutReadiness,
    name="waive-readiness",
    button="Waive the area",
    of=Readiness,
    records=ReadinessWaived,
):
    """Say why one area need not change."""

    area: Area
    reason: Reason
