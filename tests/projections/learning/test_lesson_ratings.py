"""What becomes of lessons: whether they delight, fade, move on, and who writes them."""

from typing import Any

import pytest

from domain.rules.rule import Setting
from pilots.commands.lesson import ConfirmLesson, LearnLesson, RevalidateLesson, VoidLesson
from pilots.commands.people import MergePerson
from projections.engine.as_of import NOW, Cut
from tests.support.figures import values
from tests.support.stories.story import Story
from web.aspects.learning import LEARNING
from web.aspects.view import Looking
from web.ui.hints import filled_form

VIEWS = {view.slug: view for view in LEARNING.views}


def told(story: Story, slug: str, cut: Cut = NOW) -> Any:
    """Return what a view answers."""
    return story.told(VIEWS[slug], cut)


def learn(story: Story, by: str = "Mere", **said: Any) -> str:
    """Keep a lesson."""
    return story.new(LearnLesson(pilot=story.pilot, text="Minutes need an owner.", **said), by)


@pytest.mark.row("S003-instruct-delight")
def test_s003_instruct_delight(story: Story) -> None:
    story.start()
    assert story.hints("S003-instruct-delight") == []
    learn(story, instruct=3, delight=0)
    (hint,) = story.hints("S003-instruct-delight")
    assert str(hint.says).startswith("The lessons are dull")
    assert hint.next.command == "learn-lesson"
    learn(story, instruct=3, delight=3)
    assert story.hints("S003-instruct-delight") == []


@pytest.mark.row("S003-instruct-delight")
def test_s003_instruct_delight__lessons_by_both_taps(story: Story) -> None:
    story.start()
    for instruct, delight in ((0, 0), (3, 0), (3, 3), (3, 3)):
        learn(story, instruct=instruct, delight=delight)
    before = story.now()
    gone = learn(story, instruct=1, delight=1)
    story.do(VoidLesson(lesson=gone, reason="Nobody said so."))
    taps = told(story, "taps")
    counts = {(s.instruct, s.delight): s.lessons for s in taps.squares if s.lessons}
    assert counts == {(3, 0): 1, (3, 3): 2}
    assert [(s.instruct, s.delight) for s in taps.squares][:5] == [
        *((n, 3) for n in range(4)),
        (0, 2),
    ]
    assert values(taps.tapped, taps.both, taps.not_tapped) == (3, 2, 1)
    assert values(taps.instruct, taps.delight) == (3, 3)
    learn(story, instruct=1, delight=0)
    assert told(story, "taps").delight.value == 1.5
    assert told(story, "taps", before).delight.value == 3
    page = story.views("learning")
    assert "Worth telling, felt good" in page
    assert "<b>1.5 of 3</b>. 2 of 4 do both" in page


@pytest.mark.row("S004-past-performance")
def test_s004_past_performance(story: Story) -> None:
    story.start()
    unsure = learn(story, confidence=20)
    old = learn(story, confidence=80)
    story.days(90)
    new = learn(story, confidence=80)
    story.days(90)
    first, second, third = told(story, "confidence").lessons
    assert (third.lesson, third.now) == (unsure, pytest.approx(10, abs=0.01))  # lost least
    assert (first.lesson, first.stated, first.days) == (old, 80, 180)
    assert first.now == pytest.approx(40, abs=0.01)
    assert (second.lesson, second.now) == (new, pytest.approx(80 * 0.5**0.5, abs=0.01))
    form = filled_form("revalidate-lesson", {"lesson": old})
    page = story.views("learning")
    assert f'href="{form}"' in page
    assert "40.0" in page
    before = story.now()
    story.do(RevalidateLesson(lesson=old, confidence=60))
    assert [each.lesson for each in told(story, "confidence").lessons] == [new, unsure, old]
    assert told(story, "confidence").lessons[2].now == pytest.approx(60)
    assert told(story, "confidence", before).lessons[0].now == pytest.approx(40, abs=0.01)


@pytest.mark.row("S004-past-performance")
def test_s004_past_performance__a_confirmation_counts_as_a_look(story: Story) -> None:
    pilot = story.start()
    lesson = learn(story, confidence=80)
    story.days(60)
    story.do(ConfirmLesson(lesson=lesson, pilot=pilot))
    (faded,) = told(story, "confidence").lessons
    assert (faded.now, faded.days) == (pytest.approx(80), 0)


@pytest.mark.row("S004-past-performance")
def test_s004_past_performance__the_half_life_in_force(story: Story) -> None:
    story.start()
    learn(story, confidence=80)
    story.days(60)
    with story.platform.views.reading() as db, story.known() as known:
        settings = {"S004-past-performance": Setting("warn", 30)}
        looking = Looking(db, NOW, story.clock(), known, settings)
        looks = VIEWS["confidence"].answer(looking)
    assert looks.half_life == 30
    assert looks.lessons[0].now == pytest.approx(20, abs=0.01)


@pytest.mark.row("S004-too-fast-for-one")
def test_s004_too_fast_for_one(story: Story) -> None:
    story.start()
    learn(story)
    learn(story)
    assert story.hints("S004-too-fast-for-one") == []  # of two nobody can have written too many
    learn(story)
    (hint,) = story.hints("S004-too-fast-for-one")
    assert str(hint.says).startswith("One person wrote 3 of 3 lessons")
    before = story.now()
    learn(story, by="Rua")
    assert story.hints("S004-too-fast-for-one")  # 75 %
    learn(story, by="Tama")
    assert story.hints("S004-too-fast-for-one") == []  # 60 %
    hands = told(story, "spread")
    assert (*values(hands.lessons, hands.people, hands.largest), hands.limit) == (5, 3, 0.6, 0.7)
    then = told(story, "spread", before)
    assert values(then.people, then.largest) == (1, 1)
    page = story.views("learning")
    assert "<b>3 people</b>" in page
    assert "<b>60.0 %</b>" in page
    ours = page.partition('id="spread"')[2].partition("</section>")[0]
    assert "Rua" not in ours
    assert "Mere" not in ours


@pytest.mark.row("S004-too-fast-for-one")
def test_s004_too_fast_for_one__who_was_merged_is_one(story: Story) -> None:
    story.start()
    for name in ("Mere", "Rua", "Rua R."):
        learn(story, by=name)
    story.do(MergePerson(person=story.who("Rua R.").person, into=story.who("Rua").person))
    hands = told(story, "spread")
    assert values(hands.people, hands.largest) == pytest.approx((2, 2 / 3))
