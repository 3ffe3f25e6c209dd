"""What a value was said to be before, as far as a cut sees."""

from pilots.commands.value import ExpectValue, ReviseValue
from projections.engine.as_of import Cut
from projections.value.gains import revised
from tests.support.stories.story import Story


def test_what_was_revised_later_is_not_seen_at_a_position_before(story: Story) -> None:
    story.start()
    value = story.new(ExpectValue(pilot=story.pilot, statement="An hour."))
    story.do(ReviseValue(value=value, new="Two hours.", reason="Counted."))
    position = story.platform.pilots.head()
    story.do(ReviseValue(value=value, new="Three hours.", reason="Counted again."))

    with story.platform.views.reading() as db:
        found = revised(db, Cut(position=position), story.pilot)[value]
    assert [each.text for each in found] == ["Two hours."]
