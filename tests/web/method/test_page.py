"""The page of the rules: what is in force, what it was, and on which days it would have fired."""

from dataclasses import replace

from pilots.commands.lesson import LearnLesson
from pilots.commands.programme import SetRule
from tests.support.pages.browser import Browser
from tests.support.pages.reading_pages import Node
from tests.support.stories.story import Story

WHEEL = "S002-hamster-wheel"
ONE_SIDED = "S003-simultaneous"


def open_page(story: Story, path: str) -> Node:
    """Return a page as Mere sees it."""
    return Browser(replace(story.platform, local=story.mere)).page(path)


def programme_of(story: Story) -> str:
    """Return the programme of the pilot."""
    with story.known() as known:
        return known.charter.programme


def turn_the_wheel(story: Story) -> None:
    """Log for four busy weeks, and learn nothing."""
    story.start()
    for _ in range(28):
        story.days(1)
        story.log("Rua")
    story.days(0.5)


def test_a_rule_tells_on_which_days_it_would_have_fired(story: Story) -> None:
    turn_the_wheel(story)
    story.do(LearnLesson(pilot=story.pilot, text="Stop."))  # which nobody knew then
    page = open_page(story, f"/rules/{WHEEL}?pilot={story.pilot}")
    first = page.first("tbody").text()
    assert "23 Mar 2026" in first  # three weeks after it began on the 2nd
    assert "3 busy weeks" in first

    with_two = open_page(story, f"/rules/{WHEEL}?pilot={story.pilot}&threshold=2")
    assert "16 Mar 2026" in with_two.first("tbody").text()
    never = open_page(story, f"/rules/{WHEEL}?pilot={story.pilot}&threshold=9")
    assert "On no day" in never.first("main").text()


def test_a_page_of_the_past_uses_the_rules_of_that_time_and_todays_on_request(
    story: Story,
) -> None:
    story.start()
    for _ in range(5):  # before which a page gives no hint
        story.log()
    for _ in range(3):
        story.do(LearnLesson(pilot=story.pilot, loop="tool", text="It is slow."))
    then = story.now()
    assert len(story.hints(ONE_SIDED)) == 1
    story.days(1)
    off = SetRule(programme=programme_of(story), rule=ONE_SIDED, severity="off", reason="We know.")
    story.do(off)
    assert story.hints(ONE_SIDED) == []

    as_of = f"?as_of={then.moment}"
    sentence = "3 lessons about the tool and none about collaborating"
    assert sentence not in story.page()
    assert sentence in story.page(as_of)
    assert sentence not in story.page(f"{as_of}&rules=today")
    assert f"/pilots/{story.pilot}?" in story.page(as_of).partition("Use today’s rules")[0]


def test_the_page_says_what_is_in_force_and_what_it_was(story: Story) -> None:
    story.start()
    before = story.now()
    story.days(1)
    programme = programme_of(story)
    story.do(
        SetRule(programme=programme, rule=WHEEL, severity="warn", threshold=4, reason="Nights.")
    )
    row = "warn, {} weeks"
    assert row.format(4) in open_page(story, "/rules").first("main").text()
    assert row.format(3) in open_page(story, f"/rules?as_of={before.moment}").first("main").text()
    links = {n.attrs["href"] for n in open_page(story, "/rules").first("main").find("a")}
    change = f"/programmes/{programme}/set-rule?rule={WHEEL}&severity=warn&threshold=4"
    assert change in links
    assert f"/rules/{WHEEL}?programme={programme}" in links


def test_a_rule_nobody_knows_is_not_there(story: Story) -> None:
    story.start()
    here = Browser(replace(story.platform, local=story.mere))
    assert here.get("/rules/S009-nothing").status_code == 404
    assert here.get(f"/rules/{WHEEL}?threshold=999999999999").status_code == 200
