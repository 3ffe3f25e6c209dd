"""Erasing the text of one event, which managers do."""

import pytest

from domain.erasure import Erasure
from domain.facts.participation import ParticipationLogged
from domain.facts.person import ProseErased
from domain.kernel.access import Asker
from domain.kernel.errors import Missing, NotAllowed
from pilots.commands.erasure import EraseProse
from pilots.commands.experiment import StartExperiment
from pilots.commands.participation import LogParticipation
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform

REASON = "A name that should not be there."


def test_that_it_went_is_itself_a_fact() -> None:
    gone = ProseErased(stream="entry-example", version=1, reason=REASON)

    given(Erasure).when(gone).then_kept()


def test_the_text_goes_and_what_was_counted_stays(
    platform: Platform, mere: Asker, pilot: str
) -> None:
    wish = LogParticipation(pilot=pilot, text="Tui was ill.", minutes=20)
    entry = ask(platform, mere, wish).stream("entry")

    erased = ask(platform, mere, EraseProse(stream=entry, version=1, reason=REASON))

    gone = ProseErased(stream=entry, version=1, reason=REASON)
    assert kept(platform, erased) == [(gone, (pilot,))]
    (event,) = platform.pilots.facts_of(entry)
    assert isinstance(event.fact, ParticipationLogged)
    assert (event.fact.text, event.fact.minutes) == ("", 20)


@pytest.mark.parametrize("version", [1, 2])
def test_what_holds_no_text_is_not_erased(
    platform: Platform, mere: Asker, experiment: str, version: int
) -> None:
    ask(platform, mere, StartExperiment(experiment=experiment))
    if version == 1:
        ask(platform, mere, EraseProse(stream=experiment, version=1, reason=REASON))
    before = platform.pilots.head()

    with pytest.raises(Missing, match="holds no text, or it is erased already") as wrong:
        ask(platform, mere, EraseProse(stream=experiment, version=version, reason=REASON))

    assert wrong.value.field == "version"
    assert platform.pilots.head() == before


def test_a_member_asks_a_manager(platform: Platform, rui: Asker, entry: str) -> None:
    before = platform.pilots.head()

    with pytest.raises(NotAllowed, match="Only a manager may do this"):
        ask(platform, rui, EraseProse(stream=entry, version=1, reason=REASON))

    assert platform.pilots.head() == before
