"""What charters hold after things that only whole platforms do."""

import pytest

from domain.kernel.access import Asker
from pilots.commands.parsing import read_command
from pilots.commands.pilot_media import AdoptMedium, ChooseCapability, SwapMedium
from projections.models.charters import MEDIA
from tests.support.builders import ask
from tests.support.telling import rows
from web.bootstrap import Platform

pytestmark = pytest.mark.both_engines


def test_a_medium_swapped_for_one_that_is_there_is_there_once(
    platform: Platform, mere: Asker, pilot: str
) -> None:
    ask(platform, mere, ChooseCapability(pilot=pilot, capability="lend", why="To share."))
    for medium in ("board", "wiki"):
        adopted = AdoptMedium(pilot=pilot, medium=medium, capability="lend", helps_because="Seen.")
        ask(platform, mere, adopted)
    swap = {"pilot": pilot, "from": "board", "to": "wiki", "reason": "Nobody looks."}
    ask(platform, mere, read_command(SwapMedium, swap))
    platform.views.keep_up()

    assert [row["medium"] for row in rows(platform.views.engine, MEDIA)] == ["wiki"]
