"""To whom people of a pilot talk: to peers, to the host or to all, and who answers them."""

from typing import Any

import pytest

from domain.metrics.participation import is_broadcast
from domain.rules import RULES
from domain.rules.rule import Setting
from domain.rules.speaking import hints
from pilots.commands.invitation import OpenInvitation
from pilots.commands.participation import VoidParticipation
from projections.engine.as_of import NOW, Cut
from tests.support.figures import values
from tests.support.stories.story import Story
from web.aspects.participation import TALKING

VIEWS = {view.slug: view for view in TALKING}


def told(story: Story, slug: str, cut: Cut = NOW) -> Any:
    """Return what a view of the aspect answers."""
    return story.told(VIEWS[slug], cut)


def four_weeks(story: Story) -> Cut:
    """Tell four weeks of five answers, of which 5, 4, 3 and 2 go to a peer; return the first."""
    story.start()
    story.days(2)
    ends = []
    for to_peers in (5, 4, 3, 2):
        for number in range(5):
            way = "to-peer" if number < to_peers else "to-host"
            story.log("Rua", mode="answer", direction=way)
        ends.append(story.now())
        story.days(7)
    return ends[0]


@pytest.mark.row("S003-broadcast-vs-collab")
def test_s003_broadcast_vs_collab(story: Story) -> None:
    four_weeks(story)
    (hint,) = story.hints("S003-broadcast-vs-collab")
    assert "fell 3 weeks in a row, from 100 % to 40 %" in str(hint.says)
    assert hint.next.command == "open-invitation"
    story.do(OpenInvitation(pilot=story.pilot, text="Answer each other."))
    assert story.hints("S003-broadcast-vs-collab") == []


@pytest.mark.parametrize("answers", [0, 5])
@pytest.mark.row("S003-broadcast-vs-collab")
def test_s003_broadcast_vs_collab__every_week_must_fall(story: Story, answers: int) -> None:
    four_weeks(story)
    for _ in range(answers):
        story.log("Rua", mode="answer", direction="to-peer")
    story.days(7)  # the last four weeks are now 80, 60, 40, and 100 % or none at all
    assert story.hints("S003-broadcast-vs-collab") == []


def test_a_trend_goes_back_a_year(story: Story) -> None:
    story.start()
    story.log(mode="answer")
    story.days(53 * 7)
    story.log(mode="answer")

    assert len(told(story, "peer-share").over_time.weeks) == 52


@pytest.mark.row("S003-broadcast-vs-collab")
def test_s003_broadcast_vs_collab__trend(story: Story) -> None:
    first_week = four_weeks(story)
    story.log("Mere", mode="react", direction="self")  # to nobody else
    story.do(VoidParticipation(entry=story.log("Rua", mode="react"), reason="Never was."))
    said = told(story, "peer-share")
    assert [week.shares.peer_share.value for week in said.over_time.weeks] == [
        1,
        0.8,
        0.6,
        0.4,
        None,
    ]
    assert f"{said.over_time.weeks[0].monday:%A %d}" == "Monday 02"
    whole = said.over_time.whole
    assert (whole.replies_to_peers.count, whole.replies.count, whole.peer_share.value) == (
        14,
        20,
        0.7,
    )
    assert told(story, "peer-share", first_week).over_time.whole.replies.count == 5
    page = story.views("taking-part")
    assert "Peer share" in page
    assert "70.0 %" in page


@pytest.mark.parametrize(
    ("mode", "direction", "broadcast"),
    [
        ("contribute", "broadcast", True),
        ("promote", "broadcast", True),
        ("ask", "broadcast", False),
        ("invite", "broadcast", False),
        ("contribute", "to-peer", False),
        ("sell", "to-peer", True),
        ("sell", "self", True),
    ],
)
@pytest.mark.row("S001-messages-unwelcome")
def test_s001_messages_unwelcome(mode: str, direction: str, *, broadcast: bool) -> None:
    assert is_broadcast(mode, direction) == broadcast


@pytest.mark.row("S004-sell-channel")
def test_s004_sell_channel(story: Story) -> None:
    story.start()
    for said in ({"mode": "sell"}, {"mode": "ask", "direction": "broadcast"}, {}, {}, {}):
        story.log("Mere", **said)
    whole = told(story, "peer-share").over_time.whole
    assert (whole.broadcast.count, whole.entries.count) == (1, 5)
    assert whole.broadcast_share.value == 0.2
    assert "20.0 %" in story.views("taking-part")


@pytest.mark.row("S004-two-way-capacity")
def test_s004_two_way_capacity(story: Story) -> None:
    story.start()
    first, *_ = (story.log("Rua", mode="ask", text=f"Question {n}?") for n in range(3))
    story.days(2.9)
    assert story.hints("S004-two-way-capacity") == []
    story.days(0.2)
    (hint,) = story.hints("S004-two-way-capacity")
    assert (hint.next.command, str(hint.next.label)) == ("log-participation", "Answer the oldest")
    assert hint.next.fields == {"to": first, "mode": "answer"}
    story.log("Rua", to=first, mode="answer")  # whoever asked does not answer it
    assert len(story.hints("S004-two-way-capacity")) == 1
    story.log("Mere", to=first, mode="answer")
    assert story.hints("S004-two-way-capacity") == []


@pytest.mark.row("S004-two-way-capacity")
def test_s004_two_way_capacity__queue(story: Story) -> None:
    story.start()
    first, second, third = (story.log("Rua", mode="ask", text=f"Q{n}?") for n in range(3))
    story.days(2)
    before = story.now()
    story.log("Mere", to=second, mode="answer")
    story.do(VoidParticipation(entry=story.log("Mere", to=third), reason="Never was."))
    said = told(story, "answers")
    assert values(said.answers.asked, said.answers.waiting) == (3, 2)
    assert said.answers.share_answered.value == pytest.approx(1 / 3)
    assert [each.entry for each in said.answers.queue] == [first, third]
    assert said.answers.queue[0].hours == pytest.approx(48, abs=0.1)
    assert said.forms[0] == f"/log?pilot={story.pilot}&mode=answer&to={first}"
    assert said.forms[0].replace("&", "&amp;") in story.views("taking-part")
    assert told(story, "answers", before).answers.waiting.value == 3


@pytest.mark.parametrize("rule", ["S003-broadcast-vs-collab", "S004-two-way-capacity"])
def test_a_threshold_of_nothing_says_nothing(story: Story, rule: str) -> None:
    story.start()
    story.log("Rua", mode="answer")
    with story.known() as known:
        settings = {rule: Setting("warn", 0)}
        story.days(7)
        said = hints(RULES, known, story.clock(), settings)
    assert rule not in {each.rule for each in said}
