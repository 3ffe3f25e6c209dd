"""Taking an entry back, which leaves it in the history."""

import pytest

from domain.kernel.access import Asker
from domain.kernel.errors import NotAllowed, Unknown, WrongStage
from domain.participation import Participation
from pilots.commands.participation import LogParticipation, VoidParticipation
from tests.support.examples import LOGGED, SUPERSEDED, TAKEN_BACK
from tests.support.stories.builders import ask, person
from tests.support.stories.scenario import given
from web.bootstrap import Platform


def test_an_entry_is_taken_back_for_a_reason() -> None:
    given(Participation, LOGGED).when(TAKEN_BACK).then_kept()


def test_it_is_taken_back_once() -> None:
    given(Participation, LOGGED, TAKEN_BACK).when(TAKEN_BACK).then_refused(
        WrongStage, "This entry was taken back"
    )


def test_what_was_overtaken_need_not_be_taken_back() -> None:
    given(Participation, LOGGED, SUPERSEDED).when(TAKEN_BACK).then_refused(
        WrongStage, "A later entry took the place"
    )


def test_what_was_taken_back_is_not_overtaken() -> None:
    given(Participation, LOGGED, TAKEN_BACK).when(SUPERSEDED).then_refused(
        WrongStage, "This entry was taken back. Log it again"
    )


@pytest.mark.parametrize(
    ("who", "words"),
    [("member", "Somebody else wrote this"), ("auditor", "change nothing")],
)
def test_somebody_elses_entry_stays(
    platform: Platform, pilot: str, mere: Asker, who: str, words: str
) -> None:
    other = person(platform, "Ira", standing=who)
    entry = ask(platform, mere, LogParticipation(pilot=pilot)).stream("entry")
    before = platform.pilots.head()

    with pytest.raises(NotAllowed, match=words):
        ask(platform, other, VoidParticipation(entry=entry, reason="I dislike it."))

    assert platform.pilots.head() == before


@pytest.mark.parametrize("by_manager", [True, False])
def test_the_writer_and_a_manager_may_take_it_back(
    platform: Platform, mere: Asker, pilot: str, *, by_manager: bool
) -> None:
    writer = person(platform, "Rui")
    entry = ask(platform, writer, LogParticipation(pilot=pilot)).stream("entry")

    wish = VoidParticipation(entry=entry, reason="Wrong garden.")
    ask(platform, mere if by_manager else writer, wish)

    assert platform.pilots.rebuilt(Participation, entry).gone


def test_an_unknown_entry_is_not_taken_back(platform: Platform, mere: Asker) -> None:
    with pytest.raises(Unknown, match="There is no entry entry-gone here"):
        ask(platform, mere, VoidParticipation(entry="entry-gone", reason="Why not?"))


def test_lessons_logged_with_the_entry_can_go_with_it(
    platform: Platform, mere: Asker, pilot: str
) -> None:
    kept = ask(platform, mere, LogParticipation(pilot=pilot, learned="Dogs bite."))
    entry, lesson = kept.stream("entry"), kept.stream("lesson")

    gone = ask(
        platform, mere, VoidParticipation(entry=entry, lessons=(lesson,), reason="Wrong garden.")
    )

    assert [(fact.stream, fact.name) for fact in gone.facts] == [
        (entry, "participation.voided.v1"),
        (lesson, "lesson.voided.v1"),
    ]


def test_a_lesson_of_somebody_else_keeps_the_entry_in_place(
    platform: Platform, mere: Asker, pilot: str
) -> None:
    writer = person(platform, "Rui")
    entry = ask(platform, writer, LogParticipation(pilot=pilot)).stream("entry")
    lesson = ask(platform, mere, LogParticipation(pilot=pilot, learned="Much.")).stream("lesson")

    with pytest.raises(NotAllowed, match="Somebody else wrote this"):
        ask(platform, writer, VoidParticipation(entry=entry, lessons=(lesson,), reason="Mine."))

    assert not platform.pilots.rebuilt(Participation, entry).gone
