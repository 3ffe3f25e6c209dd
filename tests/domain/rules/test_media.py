"""Media: chosen after a problem and for a capability, one for whom it is for, and filtered."""

from typing import Any

import pytest

from domain.kernel.errors import GateClosed, Missing
from pilots.commands.parsing import read_command
from pilots.commands.pilot_media import AdoptMedium, AssessMediumFit, ChooseCapability
from pilots.commands.pilot_purpose import ListAudience, NameProblem
from tests.support.stories.media_steps import adopt, page
from tests.support.stories.story import Story
from web.aspects.media import MEDIA

WORKING, _ = MEDIA.views


@pytest.mark.row("S003-capabilities-not-tools")
def test_s003_capabilities_not_tools(story: Story) -> None:
    story.start()
    wish = AdoptMedium(pilot=story.pilot, medium="wiki", capability="co-write", helps_because="So.")
    with pytest.raises(GateClosed, match="has not chosen the capability “co-write”") as refused:
        story.do(wish)
    assert refused.value.command == "choose-capability"
    adopt(story, "wiki", "co-write")
    adopt(story, "paper", "co-write")
    (told,) = story.told(WORKING).capabilities
    assert (told.capability, [each.medium for each in told.media]) == (
        "co-write",
        ["wiki", "paper"],
    )


@pytest.mark.row("S002-problem-before-tool")
def test_s002_problem_before_tool(story: Story) -> None:
    pilot = story.propose()
    story.do(ChooseCapability(pilot=pilot, capability="listen", why="We do not."))
    wish = AdoptMedium(pilot=pilot, medium="wiki", capability="listen", helps_because="So.")
    with pytest.raises(GateClosed, match="Name the problem first") as refused:
        story.do(wish)
    assert refused.value.command == "name-problem"
    story.do(NameProblem(pilot=pilot, problem="Nobody listens.", who_has_it="All"))
    story.do(wish)


@pytest.mark.parametrize("blank", ["", "   "])
@pytest.mark.row("S001-tool-purpose-sentence")
def test_s001_tool_purpose_sentence(story: Story, blank: str) -> None:
    story.start()
    said = {"pilot": story.pilot, "medium": "wiki", "capability": "a", "helps_because": blank}
    with pytest.raises(Missing, match="It helps because: this is needed"):
        read_command(AdoptMedium, said)


@pytest.mark.row("S003-audience-fit")
def test_s003_audience_fit(story: Story) -> None:
    story.start()
    adopt(story)
    (hint,) = story.hints("S003-audience-fit")
    assert "“chat”" in str(hint.says)
    assert (hint.next.command, hint.next.fields) == ("assess-medium-fit", {"medium": "chat"})
    crews: dict[str, Any] = {"audience": "crews", "interest": "Sleep", "why_they_care": "Tired"}
    story.do(ListAudience(pilot=story.pilot, **crews))
    assert story.hints("S003-audience-fit")[0].next.fields["audience"] == "crews"
    fit: dict[str, Any] = {
        "medium": "chat",
        "audience": "crews",
        "share_present": 80,
        "source": "We asked.",
    }
    story.do(AssessMediumFit(pilot=story.pilot, **fit))
    assert story.hints("S003-audience-fit") == []


@pytest.mark.row("S003-fragmentation")
def test_s003_fragmentation(story: Story) -> None:
    story.start()
    adopt(story, "chat")
    adopt(story, "paper")
    adopt(story, "carrier pigeon", speed="fast", place="remote")
    main = page(story, f"/pilots/{story.pilot}/insights/media?speed=fast&place=remote")
    shown = [row.text() for row in main.find("th", scope="row")]
    assert len(shown) == 2
    assert shown[0].startswith("chat")
    assert shown[1].startswith("carrier pigeon")
    links = {link.attrs["href"] for link in main.find("a")}
    assert f"/pilots/{story.pilot}/insights/media?place=remote#media" in links  # speed: any
    assert "Channels" in main.text()
    told = story.told(WORKING)
    assert told.offers("speed") == ["fast", "slow"]
    assert told.fitting({"speed": "fast", "formality": "formal"}).capabilities[0].media == ()
