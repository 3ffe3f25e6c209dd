"""You already learned this: earlier lessons that say something like what is being typed."""

from dataclasses import replace

import pytest

from pilots.commands.lesson import LearnLesson, VoidLesson
from tests.support.pages.browser import Browser
from tests.support.stories.story import Story

BOARD = "A board that nobody has to refresh is read, and a chat is scrolled past."
LESSONS = (
    BOARD,
    "Ask who reads the minutes before anybody writes them.",
    "Two people who write together forget less than one.",
    "Newcomers lead sooner when somebody listens beside them.",
    "A meeting without an end is left by the best first.",
)


@pytest.fixture
def browser(story: Story) -> Browser:
    """A browser before a pilot that learned a few things."""
    story.start()
    for text in LESSONS:
        story.days(1)
        story.do(LearnLesson(pilot=story.pilot, text=text))
    return Browser(replace(story.platform, local=story.mere))


def recalled(browser: Browser, text: str, more: str = "") -> list[str]:
    """Return the texts of what is recalled."""
    told = browser.get(f"/api/v1/lessons/alike?text={text}{more}").json()["lessons"]
    return [each["text"] for each in told]


def test_what_says_the_same_in_other_words_is_recalled(browser: Browser) -> None:
    assert recalled(browser, "nobody refreshes a chat, but boards are read") == [BOARD]
    assert recalled(browser, "the ferry was late because of fog again") == []
    assert recalled(browser, "had a chat with the harbour master about fog") == []


def test_fewer_than_four_words_recall_nothing(browser: Browser) -> None:
    assert recalled(browser, "board chat read") == []


def test_what_was_taken_back_is_not_recalled(story: Story, browser: Browser) -> None:
    before = story.now()
    with story.known() as known:
        board = next(each.lesson for each in known.lessons if each.text == BOARD)
    story.days(1)
    story.do(VoidLesson(lesson=board, reason="It was the other way round."))
    assert recalled(browser, BOARD) == []
    assert recalled(browser, BOARD, f"&as_of={before.moment}") == [BOARD]


def test_at_most_three_and_the_most_alike_first(story: Story, browser: Browser) -> None:
    for more in ("quickly", "slowly", "gladly"):
        story.do(LearnLesson(pilot=story.pilot, text=f"{BOARD} It happened {more}."))
    found = recalled(browser, BOARD)
    assert len(found) == 3
    assert found[0] == BOARD


def test_each_leads_to_same_or_opposite(story: Story, browser: Browser) -> None:
    page = browser.page(f"/lessons/alike?learned={BOARD}&pilot={story.pilot}")
    links = [n.attrs["href"] for n in page.first("section").find("a")]
    assert [link.partition("?")[0].rpartition("/")[2] for link in links[1:]] == [
        "confirm",
        "contradict",
    ]
    assert all(link.endswith(f"?pilot={story.pilot}") for link in links[1:])
