"""What is known of a pilot after several days of a story."""

from pilots.commands.pilot_purpose import StateAccomplishment
from pilots.commands.value import ExpectValue, ReviseValue
from projections.engine.as_of import Cut
from projections.value.gains import revised
from tests.support.story import Story


def test_it_is_answered_since_the_first_answer(story: Story) -> None:
    story.start()
    with story.known() as known:
        first = known.charter.answered_at
    story.days(1)
    story.do(StateAccomplishment(pilot=story.pilot, answer="Another.", goal_type="network"))

    with story.known() as known:
        assert known.charter.answered_at == first
    assert first


def test_what_was_revised_later_is_not_seen_at_a_position_before(story: Story) -> None:
    story.start()
    value = story.new(ExpectValue(pilot=story.pilot, statement="An hour."))
    story.do(ReviseValue(value=value, new="Two hours.", reason="Counted."))
    position = story.platform.pilots.head()
    story.do(ReviseValue(value=value, new="Three hours.", reason="Counted again."))

    with story.platform.views.reading() as db:
        found = revised(db, Cut(position=position), story.pilot)[value]
    assert [each.text for each in found] == ["Two hours."]
