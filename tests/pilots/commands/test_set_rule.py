"""Setting when a rule speaks up, which managers do."""

import pytest
from msgspec.structs import asdict, replace

from domain.kernel.access import Asker
from domain.kernel.errors import NotAllowed
from domain.programme import Programme
from pilots.commands.programme import SetRule
from tests.support.examples import OPENED
from tests.support.examples.pilots import RULE_SET
from tests.support.stories.builders import ask
from tests.support.stories.scenario import given, kept
from web.bootstrap import Platform


def test_a_rule_gets_another_threshold() -> None:
    given(Programme, OPENED).when(RULE_SET).then_kept()


def test_a_rule_can_be_set_again() -> None:
    off = replace(RULE_SET, severity="off", threshold=None)

    given(Programme, OPENED, RULE_SET).when(off).then_kept()


def test_a_manager_sets_it(platform: Platform, mere: Asker, programme: str) -> None:
    wish = SetRule(programme=programme, **asdict(RULE_SET))

    assert kept(platform, ask(platform, mere, wish)) == [(RULE_SET, ())]


def test_a_member_asks_a_manager(platform: Platform, rui: Asker, programme: str) -> None:
    before = platform.pilots.head()

    with pytest.raises(NotAllowed, match="Only a manager may do this"):
        ask(platform, rui, SetRule(programme=programme, **asdict(RULE_SET)))

    assert platform.pilots.head() == before
