"""What happens to a lesson: what people learned about collaborating, or about the tool."""

from msgspec import UNSET, Struct, UnsetType

from domain.kernel.aggregate import Fact
from domain.kernel.fields import (
    EvidenceId,
    ExperimentId,
    LessonId,
    Loop,
    Percent,
    PersonId,
    PilotId,
    StreamId,
    Taps,
    Text,
)


class LessonLearned(Fact, name="lesson.learned.v1"):
    """Something was learned, in one of the two loops."""

    pilot: PilotId
    experiment: ExperimentId | None = None
    loop: Loop
    text: Text
    because: tuple[StreamId, ...] = ()
    context: Text = ""
    confidence: Percent = 50
    instruct: Taps = 0
    delight: Taps = 0


class LessonChanges(
    Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """What a correction changes; what is left out stays as it was."""

    experiment: ExperimentId | UnsetType | None = UNSET
    loop: Loop | UnsetType = UNSET
    text: Text | UnsetType = UNSET
    because: tuple[StreamId, ...] | UnsetType = UNSET
    context: Text | UnsetType = UNSET
    confidence: Percent | UnsetType = UNSET
    instruct: Taps | UnsetType = UNSET
    delight: Taps | UnsetType = UNSET


class LessonCorrected(Fact, name="lesson.corrected.v1"):
    """A lesson was put right, for a reason; what it said before stays in the history."""

    changes: LessonChanges
    reason: Text


class LessonConfirmed(Fact, name="lesson.confirmed.v1"):
    """A pilot found that the lesson holds there too."""

    pilot: PilotId
    evidence: tuple[EvidenceId, ...] = ()


class LessonContradicted(Fact, name="lesson.contradicted.v1"):
    """A pilot found that the lesson does not hold there."""

    pilot: PilotId
    evidence: tuple[EvidenceId, ...] = ()


class LessonReused(Fact, name="lesson.reused.v1"):
    """An experiment was built on the lesson."""

    experiment: ExperimentId


class LessonSuperseded(Fact, name="lesson.superseded.v1"):
    """A later lesson took the place of this one."""

    by_lesson: LessonId


class LessonRevalidated(Fact, name="lesson.revalidated.v1"):
    """People looked at the lesson again and said how sure they are now."""

    confidence: Percent


class LessonVoided(Fact, name="lesson.voided.v1"):
    """A lesson was taken back, for a reason; it stays in the history."""

    reason: Text


class PracticeAdopted(Fact, name="practice.adopted.v1"):
    """Lessons that held in more than one pilot became how things are done."""

    lessons: tuple[LessonId, ...]
    text: Text
    owner: PersonId
