"""Saying whether it was useful, on the receiving side."""

import pytest

from domain.facts.participation import ParticipationAcknowledged
from domain.kernel.access import Asker
from domain.kernel.errors import NotAllowed, WrongStage
from domain.participation import Participation
from pilots.commands.participation import AcknowledgeParticipation, LogParticipation
from tests.support.examples import LOGGED, TAKEN_BACK, USEFUL
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


@pytest.mark.parametrize("useful", [True, False])
def test_it_was_useful_or_it_was_not(*, useful: bool) -> None:
    given(Participation, LOGGED).when(ParticipationAcknowledged(useful=useful)).then_kept()


def test_what_was_taken_back_was_of_no_use() -> None:
    given(Participation, LOGGED, TAKEN_BACK).when(USEFUL).then_refused(
        WrongStage, "This entry was taken back"
    )


def test_somebody_else_says_so(platform: Platform, rui: Asker, pilot: str, entry: str) -> None:
    told = ask(platform, rui, AcknowledgeParticipation(entry=entry))

    assert kept(platform, told) == [(USEFUL, (pilot,))]


def test_nobody_praises_themselves(platform: Platform, mere: Asker, rui: Asker, pilot: str) -> None:
    wish = LogParticipation(pilot=pilot, with_=(rui.person,))
    entry = ask(platform, mere, wish).stream("entry")
    before = platform.pilots.head()

    for taking_part in (mere, rui):
        with pytest.raises(NotAllowed, match="You took part yourself"):
            ask(platform, taking_part, AcknowledgeParticipation(entry=entry, useful=False))

    assert platform.pilots.head() == before
