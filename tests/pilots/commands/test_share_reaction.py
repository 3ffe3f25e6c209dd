"""Answering a thought in the pool."""

from msgspec.structs import replace

from domain.conclusion import Conclusion
from domain.kernel.access import Asker
from domain.kernel.errors import Unknown, WrongStage
from pilots.commands.conclusion import ShareReaction
from tests.support.examples.talks import CONCLUDING, POOLED, REACHED, REACTED, SUPPORTED
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given, kept, nth
from web.bootstrap import Platform


def test_a_thought_is_answered() -> None:
    given(Conclusion, POOLED).when(REACTED).then_kept()


def test_an_answer_is_answered() -> None:
    given(Conclusion, POOLED, REACTED).when(replace(REACTED, to=nth(2))).then_kept()


def test_what_nobody_said_is_not_answered() -> None:
    given(Conclusion, POOLED).when(replace(REACTED, to=nth(9))).then_refused(
        Unknown, "There is no such thought in this conclusion", field="to"
    )


def test_a_proposal_is_no_thought() -> None:
    given(Conclusion, POOLED, CONCLUDING).when(replace(REACTED, to=nth(2))).then_refused(
        Unknown, "React to one listed there", field="to"
    )


def test_what_was_reached_is_answered_no_more() -> None:
    given(Conclusion, POOLED, CONCLUDING, SUPPORTED, REACHED).when(REACTED).then_refused(
        WrongStage, "This conclusion was reached"
    )


def test_stance_and_words_are_kept(
    platform: Platform, rui: Asker, pilot: str, conclusion: str
) -> None:
    (pooled,) = platform.pilots.facts_of(conclusion)
    wish = ShareReaction(conclusion=conclusion, to=pooled.id, stance=-1, text=REACTED.text)

    reacted = replace(REACTED, to=pooled.id)
    assert kept(platform, ask(platform, rui, wish)) == [(reacted, (pilot,))]
