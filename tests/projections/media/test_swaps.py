"""Media are interchangeable: a swap changes how people work, and loses nothing of what was."""

import pytest

from pilots.commands.pilot_media import SwapMedium
from tests.support.stories.media_steps import adopt
from tests.support.stories.story import Story
from web.aspects.media import MEDIA

WORKING, SWAPS = MEDIA.views


@pytest.mark.row("S003-fragmentation")
def test_s003_fragmentation__a_swap_compares_all_four(story: Story) -> None:
    story.start()
    adopt(story, "chat")
    story.do(SwapMedium(pilot=story.pilot, from_="chat", to="paper", reason="No signal."))
    (swap,) = story.told(SWAPS)
    assert (swap.changed, swap.known) == (4, 4)
    assert [(each.attribute, each.before, each.after) for each in swap.attributes] == [
        ("speed", "fast", "slow"),
        ("formality", "informal", "formal"),
        ("time", "together", "any-time"),
        ("place", "remote", "in-person"),
    ]
    assert "4 of 4 attributes changed" in story.views("media")


@pytest.mark.row("S003-fragmentation")
def test_s003_fragmentation__what_was_never_said_has_not_changed(story: Story) -> None:
    story.start()
    adopt(story, "chat")
    story.do(SwapMedium(pilot=story.pilot, from_="chat", to="the big board", reason="Seen."))
    (swap,) = story.told(SWAPS)
    assert (swap.changed, swap.known) == (0, 0)


@pytest.mark.row("S000-media-interchangeable")
def test_s000_media_interchangeable(story: Story) -> None:
    story.start()
    adopt(story, "chat")
    question = story.log("Mere", mode="ask", medium="chat")
    story.days(0.25)
    story.log("Rua", to=question, mode="answer", medium="chat")
    story.days(13.75)
    before = story.told(WORKING)
    entries, lines = _entries(story), _events(story)
    story.do(SwapMedium(pilot=story.pilot, from_="chat", to="paper", reason="No signal."))
    assert _entries(story) == entries  # nothing that was counted is lost
    assert _events(story)[:-1] == lines  # and the timeline only goes on
    later = story.now()
    story.days(7)
    question = story.log("Rua", mode="ask", medium="paper")
    story.days(1)
    story.log("Mere", to=question, mode="answer", medium="paper")
    story.days(6)
    (swap,) = story.told(SWAPS)
    assert swap.capability == "hand over"
    assert (swap.before.entries.count, swap.after.entries.count) == (2, 2)
    assert [round(each.per_week.value, 2) for each in (swap.before, swap.after)] == [1.0, 1.0]
    assert swap.before.median_hours.value == pytest.approx(6, abs=0.01)
    assert swap.after.median_hours.value == pytest.approx(24, abs=0.01)
    (told,) = story.told(WORKING).capabilities
    assert [each.medium for each in told.media] == ["paper"]
    assert story.told(WORKING).beside[0].was_adopted
    (then,) = story.told(SWAPS, later)
    assert (then.after.entries.count, then.after.median_hours.value) == (0, None)
    assert before.capabilities[0].media[0].entries.count == 2


@pytest.mark.row("S000-media-interchangeable")
def test_s000_media_interchangeable__several_in_a_row(story: Story) -> None:
    story.start()
    adopt(story, "chat")
    adopt(story, "chat", "listen")
    early = story.now()
    for old, new in (("chat", "phone"), ("phone", "chat")):
        story.days(7)
        story.do(SwapMedium(pilot=story.pilot, from_=old, to=new, reason="We try."))
    told = story.told(SWAPS)
    assert [(each.before.medium, each.capability) for each in told] == [
        ("chat", "hand over"),
        ("chat", "listen"),
        ("phone", "hand over"),
        ("phone", "listen"),
    ]
    assert told[0].after.end == told[2].at
    assert story.told(SWAPS, early) == ()


def _entries(story: Story) -> int:
    with story.known() as known:
        return known.turnout.entries


def _events(story: Story) -> list[str]:
    events = story.platform.pilots.facts_after(0, 10_000)
    return [event.id for event in events if story.pilot in event.pilots]
