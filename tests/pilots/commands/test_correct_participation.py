"""Putting an entry right, which keeps what it said before."""

import pytest

from domain.facts.participation import ParticipationChanges, ParticipationCorrected
from domain.kernel.access import Asker
from domain.kernel.errors import Invalid, Missing, NotAllowed, Unknown, WrongStage
from domain.participation import Participation
from pilots.commands.participation import CorrectParticipation, LogParticipation
from tests.support.examples import CORRECTED, LOGGED, SUPERSEDED, TAKEN_BACK
from tests.support.stories.builders import ask, person
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform

LONGER = ParticipationChanges(minutes=35)


def test_a_correction_says_only_what_changes() -> None:
    given(Participation, LOGGED).when(CORRECTED).then_kept()


def test_an_entry_can_be_corrected_again() -> None:
    given(Participation, LOGGED, CORRECTED).when(CORRECTED).then_kept()


def test_a_correction_of_nothing_is_refused() -> None:
    nothing = ParticipationCorrected(changes=ParticipationChanges(), reason="Because.")

    given(Participation, LOGGED).when(nothing).then_refused(Missing, "Change a field, or leave")


def test_what_was_taken_back_is_not_corrected() -> None:
    given(Participation, LOGGED, TAKEN_BACK).when(CORRECTED).then_refused(
        WrongStage, "This entry was taken back"
    )


def test_what_was_overtaken_is_not_corrected() -> None:
    given(Participation, LOGGED, SUPERSEDED).when(CORRECTED).then_refused(
        WrongStage, "A later entry took the place of this one"
    )


@pytest.mark.parametrize(
    ("who", "words"),
    [("member", "Ask them, or a manager"), ("auditor", "Auditors read everything")],
)
def test_only_the_writer_or_a_manager_puts_it_right(
    platform: Platform, mere: Asker, pilot: str, who: str, words: str
) -> None:
    writer, other = person(platform, "Rui"), person(platform, "Ira", standing=who)
    entry = ask(platform, writer, LogParticipation(pilot=pilot, minutes=20)).stream("entry")
    wish = CorrectParticipation(entry=entry, changes=LONGER, reason="Longer.")
    before = platform.pilots.head()

    with pytest.raises(NotAllowed, match=words):
        ask(platform, other, wish)

    assert platform.pilots.head() == before
    for allowed in (writer, mere):
        kept = ask(platform, allowed, wish)
        assert [fact.name for fact in kept.facts] == ["participation.corrected.v1"]


def test_an_unknown_entry_is_not_corrected(platform: Platform, mere: Asker) -> None:
    with pytest.raises(Unknown, match="There is no entry entry-gone here"):
        ask(platform, mere, CorrectParticipation(entry="entry-gone", changes=LONGER, reason="Why?"))


def test_only_people_who_are_known_are_put_into_an_entry(
    platform: Platform, mere: Asker, pilot: str
) -> None:
    entry = ask(platform, mere, LogParticipation(pilot=pilot)).stream("entry")
    stranger = ParticipationChanges(with_=("person-nobody",))
    herself = ParticipationChanges(with_=(mere.person,))

    with pytest.raises(Unknown, match="There is no person person-nobody here"):
        ask(platform, mere, CorrectParticipation(entry=entry, changes=stranger, reason="Rui too."))
    with pytest.raises(Invalid, match="Name each person once"):
        ask(platform, mere, CorrectParticipation(entry=entry, changes=herself, reason="Me too."))


def test_it_is_put_into_an_experiment_of_its_own_pilot_only(
    platform: Platform, mere: Asker, pilot: str, elsewhere: str, experiment: str
) -> None:
    changes = ParticipationChanges(experiment=experiment)
    own, foreign = (
        ask(platform, mere, LogParticipation(pilot=each)).stream("entry")
        for each in (pilot, elsewhere)
    )

    there = ask(platform, mere, CorrectParticipation(entry=own, changes=changes, reason="There."))

    corrected = ParticipationCorrected(changes=changes, reason="There.")
    assert kept(platform, there) == [(corrected, (pilot,))]
    with pytest.raises(Invalid, match="is an experiment of another pilot"):
        ask(platform, mere, CorrectParticipation(entry=foreign, changes=changes, reason="There."))
