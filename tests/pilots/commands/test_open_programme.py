"""Opening a programme, the frame in which pilots are run."""

from domain.kernel.access import Asker
from domain.programme import Programme
from pilots.commands.programme import OpenProgramme
from tests.support.examples import OPENED
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given
from web.bootstrap import Platform


def test_a_programme_opens_with_a_name_and_a_reason() -> None:
    given(Programme).when(OPENED).then_kept()


def test_two_programmes_may_bear_the_same_name(platform: Platform, mere: Asker) -> None:
    wish = OpenProgramme(name="Neighbours")

    first, second = ask(platform, mere, wish), ask(platform, mere, wish)

    assert first.stream("programme") != second.stream("programme")
    assert [fact.name for fact in (*first.facts, *second.facts)] == ["programme.opened.v1"] * 2
