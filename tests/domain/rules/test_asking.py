"""Advice on the texts a pilot begins with: what is pointed out, and what clears it."""

import pytest

from pilots.commands.pilot_purpose import ReframeRequest, StateAccomplishment, StatePurpose
from pilots.commands.programme import ChangeWording
from tests.support.stories.story import ANSWER, Story

TOOL_FIRST = (
    "How do I 'do' Twitter?",
    "How do I get customers to click on our Facebook posts?",
    "Which tools should we use to look modern?",
)
PURPOSEFUL = (
    "Nurses hand over a patient without asking the same question twice.",
    "Tenants hear within a day who will mend their heating.",
    "Whoever opens the workshop knows which machine is out of order.",
    "Farmers warn each other of frost before it reaches the next valley.",
    "New drivers ask an old one instead of guessing at the depot gate.",
    "Parents can tell the school what they are worried about before it is a crisis.",
    "The two night crews settle a fault in one call.",
    "Volunteers find somebody to swap a shift with, without calling the office.",
    "Readers correct our maps, and see that we changed them.",
    "Apprentices show each other how they set up the loom.",
)
SIX_GOALS = (
    "Build a network",
    "Give better service",
    "Have a network ready for a crisis",
    "Get insights into our products",
    "Extend our reach",
    "Understand our reputation",
)


@pytest.mark.parametrize("request_", TOOL_FIRST)
@pytest.mark.row("S003-wrong-questions")
def test_s003_wrong_questions(story: Story, request_: str) -> None:
    story.propose(raw_request=request_)
    (hint,) = story.hints("S003-wrong-questions")
    assert hint.next.command == "reframe-request"
    problem = "Nobody hears what passengers need."
    story.do(
        ReframeRequest(pilot=story.pilot, original=request_, capability="listen", problem=problem)
    )
    assert story.hints("S003-wrong-questions") == []
    assert request_.replace("'", "&#39;") in story.page()


@pytest.mark.parametrize("request_", PURPOSEFUL)
@pytest.mark.row("S003-wrong-questions")
def test_s003_wrong_questions__purpose_first(story: Story, request_: str) -> None:
    story.propose(raw_request=request_)
    assert story.hints("S003-wrong-questions") == []


@pytest.mark.parametrize("answer", ["Increase awareness", "Build our profile"])
@pytest.mark.row("S001-vague-goal")
def test_s001_vague_goal(story: Story, answer: str) -> None:
    story.propose(accomplishment=answer)
    (hint,) = story.hints("S001-vague-goal")
    assert "Who would do what differently?" in str(hint.says)
    story.do(StateAccomplishment(pilot=story.pilot, answer=ANSWER))
    assert story.hints("S001-vague-goal") == []


@pytest.mark.parametrize("answer", SIX_GOALS)
@pytest.mark.row("S001-vague-goal")
def test_s001_vague_goal__six_goals_are_not(story: Story, answer: str) -> None:
    story.propose(accomplishment=answer)
    assert story.hints("S001-vague-goal") == []


@pytest.mark.row("S001-vague-goal")
def test_s001_vague_goal__a_phrase_is_looked_for_until_it_is_taken_out(story: Story) -> None:
    story.propose(accomplishment="Drivers zorbify each other before the depot gate freezes.")
    assert story.hints("S001-vague-goal") == []
    with story.known() as known:
        programme = known.charter.programme
    for wanted, found in ((True, 1), (False, 0)):
        change = ChangeWording(
            programme=programme, list="vague", phrase="zorbify", wanted=wanted, reason="So."
        )
        story.do(change)
        assert len(story.hints("S001-vague-goal")) == found


@pytest.mark.row("S001-stumps-people")
def test_s001_stumps_people(story: Story) -> None:
    story.propose(accomplishment=None)
    assert story.hints("S001-stumps-people") == []
    story.days(9)
    (hint,) = story.hints("S001-stumps-people")
    assert "For 9 days" in str(hint.says)
    assert "Unanswered for 9 days." in story.page()
    before = story.now()
    story.do(StateAccomplishment(pilot=story.pilot, answer=ANSWER))
    assert story.hints("S001-stumps-people") == []
    assert story.hints("S001-stumps-people", before) != []


@pytest.mark.parametrize("words", ["the leading provider of care", "world-class", "synergy"])
@pytest.mark.row("S000-not-mission-speak")
def test_s000_not_mission_speak(story: Story, words: str) -> None:
    story.propose()

    def say(what: str) -> None:
        told = StatePurpose(
            pilot=story.pilot, change_or_protect=what, for_whom="everybody", whose_belief="Mere"
        )
        story.do(told)

    say(f"To be {words}.")
    (hint,) = story.hints("S000-not-mission-speak")
    assert hint.next.command == "state-purpose"
    plain = "Nobody waits at the landing stage without knowing why."
    say(plain)
    assert story.hints("S000-not-mission-speak") == []


@pytest.mark.parametrize(
    "words", ["Twitter, Facebook and a blog", "https://example.org and YouTube"]
)
@pytest.mark.row("S000-no-site-list")
def test_s000_no_site_list(story: Story, words: str) -> None:
    story.propose(raw_request=words, accomplishment=None)
    assert [each.next.command for each in story.hints("S000-no-site-list")] == ["reframe-request"]
    story.do(StateAccomplishment(pilot=story.pilot, answer=ANSWER))
    assert story.hints("S000-no-site-list") == []


@pytest.mark.parametrize("answer", ["Create a YouTube channel", "Launch a newsletter"])
@pytest.mark.row("S000-output-not-outcome")
def test_s000_output_not_outcome(story: Story, answer: str) -> None:
    story.propose(accomplishment=answer)
    assert len(story.hints("S000-output-not-outcome")) == 1
    story.do(StateAccomplishment(pilot=story.pilot, answer=ANSWER))
    assert story.hints("S000-output-not-outcome") == []
