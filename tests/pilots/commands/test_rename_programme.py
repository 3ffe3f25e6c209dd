"""Renaming a programme, whose history keeps the old name."""

from domain.facts.programme import ProgrammeRenamed
from domain.kernel.access import Asker
from domain.kernel.errors import WrongStage
from domain.programme import Programme
from pilots.commands.programme import RenameProgramme
from tests.support.examples import OPENED
from tests.support.examples.pilots import PROGRAMME_RENAMED
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


def test_a_programme_gets_another_name() -> None:
    given(Programme, OPENED).when(PROGRAMME_RENAMED).then_kept()


def test_it_can_go_back_to_the_name_it_had() -> None:
    back = ProgrammeRenamed(name=OPENED.name)

    given(Programme, OPENED, PROGRAMME_RENAMED).when(back).then_kept()


def test_the_name_it_has_is_no_new_one() -> None:
    given(Programme, OPENED, PROGRAMME_RENAMED).when(PROGRAMME_RENAMED).then_refused(
        WrongStage, "already is called “Good neighbours”. Choose another name", field="name"
    )


def test_the_new_name_is_kept(platform: Platform, mere: Asker, programme: str) -> None:
    wish = RenameProgramme(programme=programme, name=PROGRAMME_RENAMED.name)

    assert kept(platform, ask(platform, mere, wish)) == [(PROGRAMME_RENAMED, ())]
