"""Many writers at one stream: every version is given once, and nothing is lost."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from eventsourcing.persistence import IntegrityError

from domain.pilot import Pilot
from tests.support.examples import STATED
from tests.support.stories.events_by_hand import event, keep
from web.bootstrap import Platform

pytestmark = pytest.mark.both_engines


def test_writers_at_once_lose_nothing(platform: Platform) -> None:
    keep(platform, event())
    ready = Barrier(8)

    def write(number: int) -> int:
        """Try until ten facts are in, each on the version that is next."""
        ready.wait()
        kept, refused = 0, 0
        while kept < 10:
            version = platform.pilots.rebuilt(Pilot, "pilot-garden").version + 1
            try:
                keep(platform, event(STATED, version=version, outside_id=f"{number}/{kept}"))
            except IntegrityError:
                refused += 1
            else:
                kept += 1
        return refused

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(write, range(8)))

    facts = list(platform.pilots.facts_after(1, 100))
    assert [each.originator_version for each in facts] == list(range(2, 82))
    assert [each.position for each in facts] == list(range(2, 82))
    assert {each.outside_id for each in facts} == {f"{n}/{k}" for n in range(8) for k in range(10)}
