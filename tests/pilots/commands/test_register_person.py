"""Making a person known, so that entries can name them."""

from domain.kernel.access import Asker
from domain.person import Person
from pilots.commands.people import RegisterPerson
from tests.support.examples import REGISTERED
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given
from web.bootstrap import Platform


def test_a_person_is_registered_by_name() -> None:
    given(Person).when(REGISTERED).then_kept()


def test_a_registered_person_keeps_the_name(platform: Platform, mere: Asker) -> None:
    made = ask(platform, mere, RegisterPerson(name="Ana")).stream("person")

    assert platform.pilots.rebuilt(Person, made).name == "Ana"


def test_two_people_of_one_name_are_two_people(platform: Platform, mere: Asker) -> None:
    first = ask(platform, mere, RegisterPerson(name="Ana"))
    second = ask(platform, mere, RegisterPerson(name="Ana"))

    assert first.stream("person") != second.stream("person")
