"""What the method measures on four real pilots of 2017 and 2018, and what it would have said."""

from datetime import datetime

import pytest
from sqlalchemy import func, select

from domain.kernel.moments import moment_of, stamp
from domain.rules import RULES
from domain.rules.back_test import back_test
from domain.rules.known import Known
from domain.rules.rule import Warn
from projections.engine.as_of import NOW, Cut
from projections.models.entries import ENTRIES
from projections.participation.ladder import ladder
from projections.participation.peer_share import peer_share_over_time
from projections.participation.reciprocity import give_and_take
from projections.participation.response_times import hours_to_first_response
from projections.pilot.known_pilot import known_pilot
from tests.support.stories.hivemind import NEEDS_HIVEMIND, Hive

MORNING = Cut(moment="2017-07-26T18:03:00.000000Z")

pytestmark = NEEDS_HIVEMIND

# pilot: peer share and broadcast share in %
SHARES = {
    "affordable-housing": (39.1, 1.1),
    "taxes": (35.4, 0.8),
    "freshwater": (2.2, 2.0),
    "ubi": (0.0, 1.0),
}
# pilot: peer share of each week in %, from the week of the first entry on
WEEKS = {
    "affordable-housing": [9.6, 37.4, 52.7, 56.7],
    "taxes": [23.8, 48.8, 46.3],
    "freshwater": [0.0, 0.5, 7.2],
    "ubi": [0.0, 0.0, 0.0, 0.0],
}
# pilot: statements, those with a reaction of somebody else, median hours to the first of them
FIRST_RESPONSES = {
    "affordable-housing": (165, 123, 17.9),
    "taxes": (148, 91, 2.7),
    "freshwater": (80, 51, 19.8),
    "ubi": (71, 52, 1.8),
}
# pilot: ties, those of them that are answered
TIES = {
    "affordable-housing": (4_069, 186),
    "taxes": (4_387, 126),
    "freshwater": (200, 0),
    "ubi": (232, 0),
}
# pilot: days up to the last entry on which the hamster wheel would have been named
WHEELS = {
    "affordable-housing": ["07-03", "07-04", "07-05", "07-06", "07-07", "07-08", "07-09"],
    "taxes": [],
    "freshwater": [],
    "ubi": ["08-28", "08-29", "08-30", "08-31"],
}


@pytest.fixture
def database() -> str:
    """The platform of these tests says itself which engine it is on."""
    return ""


def percents(*shares: float | None) -> list[float]:
    """Return shares in percent with one decimal."""
    return [round(100 * share, 1) for share in shares if share is not None]


@pytest.mark.parametrize("name", SHARES)
@pytest.mark.row("S003-broadcast-vs-collab")
def test_s003_broadcast_vs_collab__in_real_pilots(hive: Hive, name: str) -> None:
    platform, pilots = hive
    with platform.views.reading() as db:
        said = peer_share_over_time(db, NOW, pilots[name])
    print(f"{name}: peer share by week {[week.shares.peer_share.value for week in said.weeks]}")  # noqa: T201  # shown with -s
    assert (
        tuple(percents(said.whole.peer_share.value, said.whole.broadcast_share.value))
        == SHARES[name]
    )
    assert percents(*(week.shares.peer_share.value for week in said.weeks)) == WEEKS[name]


@pytest.mark.parametrize("name", FIRST_RESPONSES)
@pytest.mark.row("S000-usefulness")
def test_s000_usefulness__in_real_pilots(hive: Hive, name: str) -> None:
    platform, pilots = hive
    with platform.views.reading() as db:
        said = hours_to_first_response(db, NOW, pilots[name])
    hours = said.median_hours.value
    print(f"{name}: {hours} hours to the first reaction")  # noqa: T201  # shown with -s
    assert hours is not None
    assert (said.entries.count, said.count.count, round(hours, 1)) == FIRST_RESPONSES[name]


@pytest.mark.parametrize("name", TIES)
@pytest.mark.row("S003-give-and-take")
def test_s003_give_and_take__in_real_pilots(hive: Hive, name: str) -> None:
    platform, pilots = hive
    with platform.views.reading() as db:
        said = give_and_take(db, NOW, pilots[name])
    assert (said.ties.count, said.answered.count) == TIES[name]


@pytest.mark.row("S003-consumer-to-creator")
def test_s003_consumer_to_creator__in_a_real_pilot(hive: Hive) -> None:
    platform, pilots = hive
    with platform.views.reading() as db:
        rungs = {
            cut: {each.rung: each.people.count for each in ladder(db, cut, pilots["freshwater"])}
            for cut in (NOW, MORNING)
        }
    assert (rungs[NOW]["reactor"], rungs[NOW]["contributor"]) == (117, 15)
    assert (rungs[MORNING]["reactor"], rungs[MORNING]["contributor"]) == (57, 10)


@pytest.mark.parametrize("name", WHEELS)
@pytest.mark.row("S002-hamster-wheel")
def test_s002_hamster_wheel__in_real_pilots(hive: Hive, name: str) -> None:
    platform, pilots = hive
    wheels = [each for each in RULES if isinstance(each, Warn) and each.id == "S002-hamster-wheel"]
    with platform.views.reading() as db:
        days = func.min(ENTRIES.c.occurred_at), func.max(ENTRIES.c.occurred_at)
        of_pilot = select(*days).where(ENTRIES.c.pilot == pilots[name])
        first, last = map(moment_of, db.execute(of_pilot).one())

        def known_at(moment: datetime) -> Known | None:
            return known_pilot(db, Cut(moment=stamp(moment)), pilots[name])

        fired = {
            f"{moment:%m-%d}"
            for wheel in wheels
            for moment, _ in back_test([wheel], known_at, first, last, 3)
        }
    print(f"{name}: the hamster wheel turned on {sorted(fired)}")  # noqa: T201  # shown with -s
    assert sorted(fired) == WHEELS[name]
