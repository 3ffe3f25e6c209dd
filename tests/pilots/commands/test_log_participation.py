"""Logging that people took part, which is never gated."""

import pytest
from msgspec.structs import replace

from domain.facts.lesson import LessonLearned
from domain.facts.participation import ParticipationLogged
from domain.kernel.access import Asker
from domain.kernel.errors import Invalid, Unknown
from domain.participation import Participation
from pilots.commands.experiment import PlanExperiment
from pilots.commands.lesson import LearnLesson
from pilots.commands.participation import LogParticipation
from pilots.commands.pilot import ProposePilot
from tests.support.examples import ANA, LOGGED, RUI
from tests.support.stories.builders import ask, open_gates, person
from tests.support.stories.scenario import given
from web.bootstrap import Platform


def test_an_entry_says_who_took_part_and_how() -> None:
    given(Participation).when(LOGGED).then_kept()


@pytest.mark.parametrize("others", [(ANA,), (RUI, ANA), (RUI, RUI)])
def test_nobody_is_named_twice(others: tuple[str, ...]) -> None:
    twice = replace(LOGGED, with_=others)

    given(Participation).when(twice).then_refused(Invalid, "Name each person once", field="with")


def test_whoever_logs_took_part_unless_somebody_else_is_named(
    platform: Platform, mere: Asker, pilot: str
) -> None:
    rui = person(platform, "Rui").person
    own = ask(platform, mere, LogParticipation(pilot=pilot)).stream("entry")
    of_rui = ask(platform, mere, LogParticipation(pilot=pilot, person=rui)).stream("entry")

    assert platform.pilots.rebuilt(Participation, own).person == mere.person
    assert platform.pilots.rebuilt(Participation, of_rui).person == rui


def test_guests_become_known_before_the_entry_names_them(
    platform: Platform, mere: Asker, pilot: str
) -> None:
    wish = LogParticipation(pilot=pilot, guests=("Tui", "Kiri"), minutes=20)

    kept = ask(platform, mere, wish)

    assert [fact.name for fact in kept.facts] == [
        "person.registered.v1",
        "person.registered.v1",
        "participation.logged.v1",
    ]
    *_, logged = platform.pilots.facts_after(kept.position - 1, 1)
    assert isinstance(logged.fact, ParticipationLogged)
    assert logged.fact.with_ == tuple(fact.stream for fact in kept.facts[:2])


def test_a_lesson_in_the_same_breath_follows_from_the_entry(
    platform: Platform, mere: Asker, pilot: str
) -> None:
    wish = LogParticipation(pilot=pilot, text="We met.", learned="Meet outside.", loop="tool")

    kept = ask(platform, mere, wish)

    logged, learned = platform.pilots.facts_after(kept.position - 2, 2)
    assert learned.because_of == logged.id
    assert learned.command_id == logged.command_id
    assert learned.fact == LessonLearned(
        pilot=pilot, loop="tool", text="Meet outside.", because=(logged.originator_id,)
    )


def test_without_a_lesson_there_is_the_entry_alone(
    platform: Platform, mere: Asker, pilot: str
) -> None:
    kept = ask(platform, mere, LogParticipation(pilot=pilot, text="We met."))

    assert [fact.name for fact in kept.facts] == ["participation.logged.v1"]


@pytest.mark.parametrize(
    "gone",
    [
        {"pilot": "pilot-gone"},
        {"experiment": "experiment-gone"},
        {"person": "person-gone"},
        {"with_": ("person-gone",)},
    ],
    ids=lambda gone: next(iter(gone)),
)
def test_whatever_is_named_must_be_here(
    platform: Platform, mere: Asker, pilot: str, gone: dict[str, str]
) -> None:
    before = platform.pilots.head()
    fields = {"pilot": pilot, "guests": ("Tui",), "learned": "Much."} | gone

    with pytest.raises(Unknown, match=r"There is no \w+ \w+-gone here"):
        ask(platform, mere, LogParticipation(**fields))  # type: ignore[arg-type]  # chosen above

    assert platform.pilots.head() == before


def test_an_experiment_of_another_pilot_is_refused(
    platform: Platform, mere: Asker, pilot: str
) -> None:
    other = ask(platform, mere, ProposePilot(title="Another")).stream("pilot")
    open_gates(platform, mere, other)
    trial = ask(platform, mere, PlanExperiment(pilot=other, title="Shelf")).stream("experiment")
    before = platform.pilots.head()

    for wish in (
        LogParticipation(pilot=pilot, experiment=trial),
        LearnLesson(pilot=pilot, experiment=trial, text="Much."),
    ):
        with pytest.raises(Invalid, match="“Shelf” is an experiment of another pilot"):
            ask(platform, mere, wish)

    assert platform.pilots.head() == before
