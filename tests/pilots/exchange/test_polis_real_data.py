"""Four real conversations, imported and counted against the figures that were published."""

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime

import pytest
from msgspec import Struct, field

from domain.facts.participation import ParticipationLogged, ParticipationSuperseded
from domain.kernel.aggregate import Event
from pilots.exchange.polis import import_polis
from pilots.exchange.polis_export import HOST, PolisExport
from pilots.exchange.polis_files import read_polis
from tests.support.stories.hivemind import HIVEMIND, NEEDS_HIVEMIND
from web.bootstrap import Platform, build

TODAY = datetime.now(UTC)
pytestmark = NEEDS_HIVEMIND

PUBLISHED = {
    "affordable-housing": ("2017-06-14", "2017-07-09", 381, 15_076, 14_995, 165, 54, 39.1),
    "freshwater": ("2017-07-18", "2017-08-04", 117, 3_979, 3_972, 80, 54, 2.2),
    "ubi": ("2017-08-13", "2017-08-31", 234, 7_174, 7_153, 71, 53, 0.0),
    "taxes": ("2018-04-16", "2018-04-30", 334, 17_379, 17_335, 148, 42, 35.4),
}


class Tally(Struct):
    """What can be counted of one pilot."""

    days: set[str] = field(default_factory=set)
    voters: set[str] = field(default_factory=set)
    votes: int = 0
    superseded: int = 0
    statements: int = 0
    directions: Counter[str] = field(default_factory=Counter)

    def add(self, event: Event) -> None:
        """Count one event."""
        match event.fact:
            case ParticipationLogged(mode="react", person=person, direction=direction):
                self.votes += 1
                self.voters.add(person)
                self.directions[direction] += 1
                self.days.add(event.occurred_at.strftime("%Y-%m-%d"))
            case ParticipationLogged(mode="contribute"):
                self.statements += 1
            case ParticipationSuperseded():
                self.superseded += 1
            case _:
                pass


class Brought(Struct):
    """All exports, the platform they were brought into, and which pilot each became."""

    platform: Platform
    exports: dict[str, PolisExport]
    pilots: dict[str, str]

    def tally(self, name: str, until: datetime = TODAY) -> Tally:
        """Count one pilot, as it was known at a moment."""
        tally, position = Tally(), 0
        while page := list(self.platform.pilots.facts_after(position, 5000)):
            position = page[-1].position
            for event in page:
                if event.pilots == (self.pilots[name],) and event.recorded_at <= until:  # type: ignore[operator]  # stored
                    tally.add(event)
        return tally


@pytest.fixture(scope="module")
def brought(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Brought]:
    """All four conversations on one platform."""
    with closing(build(tmp_path_factory.mktemp("hivemind"))) as platform:
        exports = {name: read_polis(HIVEMIND / name) for name in PUBLISHED}
        pilots = {
            name: import_polis(platform.pilots, export).pilot for name, export in exports.items()
        }
        yield Brought(platform, exports, pilots)


@pytest.mark.parametrize("name", PUBLISHED)
def test_the_history_counts_what_was_published(brought: Brought, name: str) -> None:
    first, last, voters, votes, current, statements, by_host, to_a_peer = PUBLISHED[name]
    tally = brought.tally(name)

    assert (min(tally.days), max(tally.days)) == (first, last)
    assert (len(tally.voters), tally.votes) == (voters, votes)
    assert tally.votes - tally.superseded == current
    assert tally.statements == statements
    assert sum(each.author == HOST for each in brought.exports[name].statements) == by_host
    others = tally.votes - tally.directions["self"]
    assert round(100 * tally.directions["to-peer"] / others, 1) == to_a_peer


def test_freshwater_is_known_as_on_the_morning_of_the_article(brought: Brought) -> None:
    tally = brought.tally("freshwater", datetime(2017, 7, 26, 18, 3, tzinfo=UTC))

    assert (tally.votes, len(tally.voters), tally.votes - tally.superseded) == (1663, 57, 1660)


def test_bringing_it_all_in_again_adds_nothing(brought: Brought) -> None:
    before = brought.platform.pilots.head()

    again = [import_polis(brought.platform.pilots, each) for each in brought.exports.values()]

    assert [each.added for each in again] == [0, 0, 0, 0]
    assert brought.platform.pilots.head() == before
