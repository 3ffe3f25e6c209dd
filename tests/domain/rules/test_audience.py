"""Advice on whom a pilot is for."""

import pytest

from pilots.commands.pilot_purpose import ListAudience
from tests.support.stories.story import Story


@pytest.mark.row("S002-interest-level")
def test_s002_interest_level(story: Story) -> None:
    story.propose()

    def say(interest: str) -> None:
        why = "They ride every day."
        told = ListAudience(
            pilot=story.pilot, audience="cyclists", interest=interest, why_they_care=why
        )
        story.do(told)

    say("women 25–40")
    (hint,) = story.hints("S002-interest-level")
    assert hint.next.fields == {"audience": "cyclists"}
    say("people who fix their own bikes")
    assert story.hints("S002-interest-level") == []
