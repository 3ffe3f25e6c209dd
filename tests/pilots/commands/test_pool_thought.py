"""Putting a thought into the pool from which a conclusion is to come."""

import pytest
from msgspec.structs import replace

from domain.conclusion import Conclusion
from domain.kernel.access import Asker
from domain.kernel.aggregate import Fact
from domain.kernel.errors import Invalid, WrongStage
from pilots.commands.conclusion import PoolThought
from tests.support.examples.talks import CONCLUDING, POOLED, REACHED, SUPPORTED
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


@pytest.mark.parametrize("past", [(), (POOLED,), (POOLED, CONCLUDING)])
def test_a_thought_is_pooled(past: tuple[Fact, ...]) -> None:
    given(Conclusion, *past).when(POOLED).then_kept()


def test_what_was_reached_takes_no_more_thoughts() -> None:
    given(Conclusion, POOLED, CONCLUDING, SUPPORTED, REACHED).when(POOLED).then_refused(
        WrongStage, "This conclusion was reached. Pool a thought to begin another one"
    )


def test_the_first_thought_begins_a_pool(
    platform: Platform, mere: Asker, rui: Asker, pilot: str
) -> None:
    first = ask(platform, mere, PoolThought(pilot=pilot, text=POOLED.text))
    pool = first.stream("conclusion")
    second = ask(platform, rui, PoolThought(pilot=pilot, conclusion=pool, text=POOLED.text))

    thought = (replace(POOLED, pilot=pilot), (pilot,))
    assert kept(platform, first) == kept(platform, second) == [thought]
    assert second.stream("conclusion") == pool


def test_a_pool_of_another_pilot_is_refused(
    platform: Platform, mere: Asker, elsewhere: str, conclusion: str
) -> None:
    before = platform.pilots.head()

    with pytest.raises(Invalid, match="This conclusion is another pilot's") as wrong:
        ask(platform, mere, PoolThought(pilot=elsewhere, conclusion=conclusion, text="So."))

    assert wrong.value.field == "conclusion"
    assert platform.pilots.head() == before
