"""What can be asked of a practice."""

from typing import Annotated

from msgspec import Meta

from domain.facts.lesson import PracticeAdopted
from domain.kernel.fields import LessonId, PersonId
from domain.lesson import Lesson
from domain.practice import Practice
from pilots.commands.base import Command, Override, RequiredText
from pilots.unit_of_work import UnitOfWork


class AdoptPractice(
    Command,
    name="adopt-practice",
    button="Adopt the practice",
    of=Practice,
    records=PracticeAdopted,
):
    """Make lessons that held in more than one pilot the way things are done."""

    lessons: Annotated[
        tuple[LessonId, ...],
        Meta(title="Lessons it rests on", description="At least one.", min_length=1, max_length=50),
    ]
    text: Annotated[RequiredText, Meta(title="How are things done from now on?")]
    owner: Annotated[PersonId, Meta(title="Who sees to it?")]
    override: Override = ""

    def pilots_in(self, work: UnitOfWork) -> tuple[str, ...]:
        """Return the pilots in which its lessons were learned."""
        return tuple(dict.fromkeys(work.find(Lesson, each).pilot for each in self.lessons))

    def carry_out(self, work: UnitOfWork) -> None:
        """Adopt it for every pilot its lessons come from."""
        practice = work.begin(Practice)
        for lesson in self.lessons:
            held = work.find(Lesson, lesson)
            held.must_be_here("lessons")
            for pilot in held.pilots:
                practice.about(pilot)
        practice.record(self.as_fact(PracticeAdopted))
