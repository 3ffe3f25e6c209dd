"""Supporting a proposed conclusion, once each."""

import pytest

from domain.conclusion import Conclusion
from domain.kernel.access import Asker
from domain.kernel.errors import WrongStage
from pilots.commands.conclusion import ProposeConclusion, SupportConclusion
from tests.support.examples import ANA
from tests.support.examples.talks import CONCLUDING, POOLED, REACHED, SUPPORTED
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


def test_a_proposal_is_supported() -> None:
    given(Conclusion, POOLED, CONCLUDING).when(SUPPORTED).then_kept()


def test_thoughts_alone_are_not_supported() -> None:
    given(Conclusion, POOLED).when(SUPPORTED).then_refused(
        WrongStage, "Nothing is proposed yet. Propose a conclusion from the thoughts first"
    )


def test_what_was_reached_needs_no_more_support() -> None:
    given(Conclusion, POOLED, CONCLUDING, SUPPORTED, REACHED).when(SUPPORTED).then_refused(
        WrongStage, "This conclusion was reached"
    )


def test_nobody_supports_it_twice() -> None:
    given(Conclusion, POOLED, CONCLUDING, SUPPORTED).when_asked(
        lambda conclusion: conclusion.must_not_support_twice(ANA)
    ).then_refused(WrongStage, "You support this conclusion already")


def test_each_supports_it_once(
    platform: Platform, mere: Asker, rui: Asker, pilot: str, conclusion: str
) -> None:
    ask(platform, mere, ProposeConclusion(conclusion=conclusion, text="So be it."))
    wish = SupportConclusion(conclusion=conclusion)
    for one in (mere, rui):
        assert kept(platform, ask(platform, one, wish)) == [(SUPPORTED, (pilot,))]
    before = platform.pilots.head()

    with pytest.raises(WrongStage, match="You support this conclusion already"):
        ask(platform, mere, wish)

    assert platform.pilots.head() == before
    assert platform.pilots.rebuilt(Conclusion, conclusion).supporters == [mere.person, rui.person]


def test_what_is_said_anew_can_be_supported_anew(
    platform: Platform, mere: Asker, conclusion: str
) -> None:
    wish = SupportConclusion(conclusion=conclusion)
    for text in ("So be it.", "So be it, nearly."):
        ask(platform, mere, ProposeConclusion(conclusion=conclusion, text=text))

        ask(platform, mere, wish)

    assert platform.pilots.rebuilt(Conclusion, conclusion).supporters == [mere.person]
