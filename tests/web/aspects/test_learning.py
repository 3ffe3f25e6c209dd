"""The page of learning as a whole: what it says of nothing, and that it asks indexes only."""

import pytest
from sqlalchemy import Connection

from projections.engine.as_of import Cut
from tests.projections.engine.test_as_of_plans import ALL_READ, BY_CUT, plan_of
from tests.support.stories.story import Story
from web.aspects.learning import LEARNING
from web.aspects.view import Looking, View

ASKING = ("craft", "wheel", "taps", "transfer", "spread", "goalposts")  # the others ask for nothing


@BY_CUT
@pytest.mark.parametrize("slug", ASKING)
def test_no_view_of_learning_reads_a_whole_table(story: Story, cut: Cut, slug: str) -> None:
    story.start()
    (view,) = (each for each in LEARNING.views if each.slug == slug)
    steps = plan_of(story.platform, lambda db: _ask(story, db, cut, view))
    assert steps
    assert not [step for step in steps if ALL_READ.match(step)], steps
    lanes = [step for step in steps if "timeline" in step]
    assert all("USING INDEX timeline_lane" in step for step in lanes), lanes


def _ask(story: Story, db: Connection, cut: Cut, view: View) -> None:
    with story.known() as known:
        view.answer(Looking(db, cut, story.clock(), known, {}))


def test_a_pilot_with_nothing_in_it_says_what_to_do(story: Story) -> None:
    story.propose()
    page = story.views("learning")
    for says in (
        "no loop has begun to turn",
        "No experiment has a leg behind it yet",
        "so no wheel can turn",
        "No entry practises a capability yet",
        "No lesson stands yet",
        "No lesson was used again yet",
        "Nobody has kept a lesson yet",
        "Nothing was said anew",
    ):
        assert says in page
