"""Four real pilots of 2017 and 2018: every figure that was counted from the files at the time."""

from collections import Counter
from typing import Any

import pytest
from sqlalchemy import func, select

from projections.engine.as_of import NOW, Cut, as_known, counted
from projections.models.entries import COUNTED, ENTRIES, PARTICIPATION, TAKING_PART
from projections.models.pilots import PILOTS
from projections.models.timeline_facts import TIMELINE
from tests.support.stories.hivemind import NEEDS_HIVEMIND, Hive
from tests.support.stories.telling import counts

MORNING = "2017-07-26T18:03:00.000000Z"  # 27 July, 06:03 in New Zealand

pytestmark = NEEDS_HIVEMIND

# pilot: first and last vote, voters, votes, current votes, statements, by host, to a peer in %
FIGURES = {
    "affordable-housing": ("2017-06-14", "2017-07-09", 381, 15_076, 14_995, 165, 54, 39.1),
    "freshwater": ("2017-07-18", "2017-08-04", 117, 3_979, 3_972, 80, 54, 2.2),
    "ubi": ("2017-08-13", "2017-08-31", 234, 7_174, 7_153, 71, 53, 0.0),
    "taxes": ("2018-04-16", "2018-04-30", 334, 17_379, 17_335, 148, 42, 35.4),
}


@pytest.fixture
def database() -> str:
    """The platform of these tests says itself which engine it is on."""
    return ""


def took_part(db: Any, pilot: str, cut: Cut = NOW) -> dict[str, Any]:
    """Return the figures of a pilot as its page counts them."""
    happened = {"pilot": pilot, "status": COUNTED}
    modes = counts(db, counted(PARTICIPATION, cut, ("mode",), **happened))
    towards = counts(db, counted(PARTICIPATION, cut, ("direction",), mode="react", **happened))
    current = counted(PARTICIPATION, cut, ("mode",), pilot=pilot, mode="react", status="logged")
    people = counts(db, counted(TAKING_PART, cut, ("mode", "person"), **happened))
    host = db.scalars(as_known(PILOTS, cut).with_only_columns(PILOTS.c.owner).where(
        PILOTS.c.pilot == pilot
    )).one()  # fmt: skip
    return {
        "voters": len({person for mode, person in people if mode == "react"}),
        "votes": modes[("react",)],
        "current": counts(db, current)[("react",)],
        "statements": modes[("contribute",)],
        "by host": people[("contribute", host)],
        "towards": Counter({way: n for (way,), n in towards.items()}),
        "people": len({person for _, person in people}),
    }


@pytest.mark.parametrize("name", FIGURES)
def test_every_figure_of_a_pilot_is_what_was_counted_then(hive: Hive, name: str) -> None:
    platform, pilots = hive
    first, last, voters, votes, current, statements, by_host, to_a_peer = FIGURES[name]
    with platform.views.reading() as db:
        found = took_part(db, pilots[name])
        voted = (ENTRIES.c.pilot == pilots[name], ENTRIES.c.mode == "react")
        days = [func.min(ENTRIES.c.occurred_on), func.max(ENTRIES.c.occurred_on)]
        assert tuple(db.execute(select(*days).where(*voted)).one()) == (first, last)
    towards = found.pop("towards")
    others = towards.total() - towards["self"]
    assert round(100 * towards["to-peer"] / others, 1) == to_a_peer
    del found["people"]
    assert found == {
        "voters": voters,
        "votes": votes,
        "current": current,
        "statements": statements,
        "by host": by_host,
    }


def test_in_taxes_two_more_took_part_than_voted(hive: Hive) -> None:
    platform, pilots = hive
    with platform.views.reading() as db:
        found = took_part(db, pilots["taxes"])
    assert (found["people"], found["voters"]) == (336, 334)


def test_a_morning_of_2017_is_as_the_article_said(hive: Hive) -> None:
    platform, pilots = hive
    with platform.views.reading() as db:
        found = took_part(db, pilots["freshwater"], Cut(moment=MORNING))
    assert (found["votes"], found["voters"], found["current"]) == (1_663, 57, 1_660)


def test_the_place_of_that_morning_shows_the_same(hive: Hive) -> None:
    platform, pilots = hive
    with platform.views.reading() as db:
        place = _place(db, pilots["freshwater"])
        at_place = took_part(db, pilots["freshwater"], Cut(position=place))
        assert at_place == took_part(db, pilots["freshwater"], Cut(moment=MORNING))
        both = took_part(db, pilots["freshwater"], Cut(moment=MORNING, position=place))
        assert both == at_place
        one_less = took_part(db, pilots["freshwater"], Cut(position=place - 1))
        assert one_less["votes"] == at_place["votes"] - 1 == 1_662


@pytest.mark.parametrize("share", [0.001, 0.25, 0.5, 0.77, 1])
def test_counts_at_any_place_equal_the_rows_that_are_there(hive: Hive, share: float) -> None:
    platform, _ = hive
    by = ("pilot", "mode", "direction", "status")
    with platform.views.reading() as db:
        place = int(platform.pilots.head() * share)
        moment = db.scalar(
            select(TIMELINE.c.known_from)
            .where(TIMELINE.c.position >= place)
            .order_by(TIMELINE.c.position)
        )
        for cut in (Cut(position=place), Cut(moment=moment)):
            standing = as_known(ENTRIES, cut).with_only_columns(*(ENTRIES.c[key] for key in by))
            by_hand = Counter(tuple(row) for row in db.execute(standing))
            assert counts(db, counted(PARTICIPATION, cut, by)) == by_hand


def test_a_rebuild_of_all_four_equals_what_was_told(hive: Hive) -> None:
    platform, _ = hive
    assert platform.differences(lambda _: None) == []


def _place(db: Any, pilot: str) -> int:
    """Return the last place of a pilot's history up to that morning."""
    known = as_known(TIMELINE, Cut(moment=MORNING)).where(TIMELINE.c.pilot == pilot).subquery()
    return int(db.scalar(select(func.max(known.c.position))))
