"""What has gone quiet between two moments."""

from pilots.commands.parsing import read_command
from pilots.commands.pilot_media import AdoptMedium, ChooseCapability, SwapMedium
from projections.diff.gone_quiet import gone_quiet
from projections.engine.as_of import NOW
from tests.support.stories.story import Story


def test_a_medium_that_was_swapped_away_is_not_quiet(story: Story) -> None:
    pilot = story.start()
    story.do(ChooseCapability(pilot=pilot, capability="lend", why="To share."))
    board = AdoptMedium(pilot=pilot, medium="board", capability="lend", helps_because="Seen.")
    story.do(board)
    story.days(1)
    start = story.now()
    story.days(1)
    with story.platform.views.reading() as db:
        assert "medium" in [each.kind for each in gone_quiet(db, pilot, start, NOW).quiet]

    swap = {"pilot": pilot, "from": "board", "to": "wiki", "reason": "Nobody looks."}
    story.do(read_command(SwapMedium, swap))
    with story.platform.views.reading() as db:
        assert "medium" not in [each.kind for each in gone_quiet(db, pilot, start, NOW).quiet]
