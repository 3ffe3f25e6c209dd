"""Erasing a person: every text of theirs is found, and once it is gone it stays gone."""

import pytest

from domain.kernel.access import Asker
from pilots.commands.erasure import ErasePerson
from pilots.commands.participation import LogParticipation
from pilots.request import CommandRequest, new_id
from pilots.store import erasure
from tests.pilots.store.test_erasure import RARE, bytes_on_disk, rows
from tests.support.stories.builders import ask, person
from web.bootstrap import Platform

pytestmark = pytest.mark.both_engines


def test_erasing_a_person_again_changes_nothing_that_was_there(
    platform: Platform, mere: Asker
) -> None:
    gone = person(platform, RARE).person
    ask(platform, mere, ErasePerson(person=gone))
    before = rows(platform)

    ask(platform, mere, ErasePerson(person=gone))

    after = rows(platform)
    assert {position: after[position] for position in before} == before
    assert RARE.encode() not in bytes_on_disk(platform)


def test_all_that_a_person_wrote_is_found_page_by_page(
    platform: Platform, mere: Asker, pilot: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(erasure, "PAGE_SIZE", 2)
    rui = person(platform, "Rui")
    for number in range(5):
        for asker, word in ((mere, "Kept"), (rui, RARE)):
            asking = CommandRequest(asker=asker, command_id=new_id())
            wish = LogParticipation(pilot=pilot, text=f"{word} {number}.")
            platform.pilots.carry_out(asking, wish)

    ask(platform, mere, ErasePerson(person=rui.person, texts=True))

    left = bytes_on_disk(platform)
    assert RARE.encode() not in left
    assert all(f"Kept {number}.".encode() in left for number in range(5))
