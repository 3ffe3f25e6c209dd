"""Erasing what is kept about a person, which cannot be undone."""

import pytest

from domain.facts.lesson import LessonLearned
from domain.facts.participation import ParticipationLogged
from domain.facts.person import PersonErased, PersonRegistered, ProseErased
from domain.kernel.access import Asker
from domain.kernel.errors import NotAllowed
from domain.person import Person
from pilots.commands.erasure import ErasePerson
from pilots.commands.lesson import LearnLesson
from pilots.commands.participation import LogParticipation
from tests.support.examples import ERASED, MERGED, REGISTERED
from tests.support.stories.builders import ask, person
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


def test_what_is_kept_about_a_person_is_erased() -> None:
    given(Person, REGISTERED).when(ERASED).then_kept()


def test_whoever_was_merged_can_be_erased_too() -> None:
    given(Person, REGISTERED, MERGED).when(ERASED).then_kept()


def test_erasing_again_does_no_harm() -> None:
    given(Person, REGISTERED, ERASED).when(ERASED).then_kept()


def test_they_themselves_may_and_their_name_is_gone(platform: Platform, rui: Asker) -> None:
    erased = ask(platform, rui, ErasePerson(person=rui.person))

    assert kept(platform, erased) == [(PersonErased(receipt="1 events were blanked."), ())]
    registered, _ = platform.pilots.facts_of(rui.person)
    assert registered.fact == PersonRegistered(name="")


def test_every_text_they_wrote_can_go_with_it(
    platform: Platform, mere: Asker, rui: Asker, pilot: str, elsewhere: str
) -> None:
    entry = ask(platform, rui, LogParticipation(pilot=pilot, text="Secret.")).stream("entry")
    lesson = ask(platform, rui, LearnLesson(pilot=elsewhere, text="Secret.")).stream("lesson")

    erased = kept(platform, ask(platform, mere, ErasePerson(person=rui.person, texts=True)))

    (person_erased, _), *texts = erased
    assert person_erased == PersonErased(receipt="3 events were blanked.")
    reason = "All that this person wrote was erased."
    assert texts == [
        (ProseErased(stream=entry, version=1, reason=reason), (pilot,)),
        (ProseErased(stream=lesson, version=1, reason=reason), (elsewhere,)),
    ]
    for stream in (entry, lesson):
        (event,) = platform.pilots.facts_of(stream)
        assert isinstance(event.fact, ParticipationLogged | LessonLearned)
        assert not event.fact.text


def test_texts_stay_unless_they_are_named(
    platform: Platform, mere: Asker, rui: Asker, pilot: str
) -> None:
    entry = ask(platform, rui, LogParticipation(pilot=pilot, text="We met.")).stream("entry")

    ask(platform, mere, ErasePerson(person=rui.person))

    (event,) = platform.pilots.facts_of(entry)
    assert isinstance(event.fact, ParticipationLogged)
    assert event.fact.text == "We met."


def test_nobody_erases_somebody_else(platform: Platform, rui: Asker) -> None:
    tui = person(platform, "Tui")
    before = platform.pilots.head()

    with pytest.raises(NotAllowed, match="Ask"):
        ask(platform, tui, ErasePerson(person=rui.person))

    assert platform.pilots.head() == before
    assert platform.pilots.rebuilt(Person, rui.person).name == "Rui"
