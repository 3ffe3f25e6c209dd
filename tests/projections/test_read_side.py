"""Views: whoever reads sees everything that was stored before they asked."""

from threading import Thread

import pytest
from sqlalchemy import func, select

from domain.kernel.access import Asker
from pilots.commands.participation import LogParticipation
from projections.models.timeline_facts import TIMELINE
from tests.support.stories.builders import ask
from web.bootstrap import Platform

pytestmark = pytest.mark.both_engines


def test_a_reader_sees_what_was_stored_before_it_asked(
    platform: Platform, mere: Asker, pilot: str
) -> None:
    stored = [0]
    late: list[tuple[int, int]] = []

    def write() -> None:
        for _ in range(60):
            stored[0] = ask(platform, mere, LogParticipation(pilot=pilot)).position

    def read() -> None:
        while stored[0] < last:
            before = stored[0]
            if (seen := _last_seen(platform)) < before:
                late.append((before, seen))

    last = platform.pilots.head() + 60
    together = [Thread(target=each) for each in (write, read, read)]
    for each in together:
        each.start()
    for each in together:
        each.join()
    assert late == []
    assert _last_seen(platform) == last


def test_one_sees_at_once_what_one_just_did(platform: Platform, mere: Asker, pilot: str) -> None:
    for _ in range(5):
        receipt = ask(platform, mere, LogParticipation(pilot=pilot))
        assert _last_seen(platform) == receipt.position


def test_what_is_stored_and_not_yet_told_is_counted(
    platform: Platform, mere: Asker, pilot: str
) -> None:
    platform.views.keep_up()
    assert platform.views.behind() == 0
    ask(platform, mere, LogParticipation(pilot=pilot, learned="Ask first."))
    assert platform.views.behind() == 2
    told: list[int] = []
    assert platform.views.keep_up(told.append) == platform.pilots.head() == told[-1]
    assert platform.views.behind() == 0


def test_a_page_is_one_moment_even_while_others_write(
    platform: Platform, mere: Asker, pilot: str
) -> None:
    count = select(func.count()).select_from(TIMELINE)
    with platform.views.reading() as db:
        first = db.scalar(count)
        ask(platform, mere, LogParticipation(pilot=pilot))
        _last_seen(platform)
        assert db.scalar(count) == first
    with platform.views.reading() as db:
        assert db.scalar(count) == (first or 0) + 1


def _last_seen(platform: Platform) -> int:
    with platform.views.reading() as db:
        return db.scalar(select(func.max(TIMELINE.c.position))) or 0
