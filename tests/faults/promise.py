"""Where a platform under test is, and what is promised after every fault."""

from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from domain.facts.participation import ParticipationLogged
from domain.kernel.aggregate import Event
from pilots.commands.pilot import ProposePilot
from pilots.store.clock import utc_now
from projections.engine.catch_up import parked
from tests.faults.crowd import Crowd
from tests.support.pages.web_server import PROGRAM, Serving, start_server
from tests.support.stories.builders import ask, person
from web.bootstrap import Platform, build

EVER = 10**9
BEGUN: list[Serving] = []
"""Every server of a test, so that none outlives it."""


@dataclass(frozen=True)
class Place:
    """A data folder, and the PostgreSQL database where there is one."""

    folder: Path
    database_url: str = ""

    def opened(self, clock: Callable[[], datetime] = utc_now) -> Platform:
        """Open the platform that is here."""
        return build(self.folder, clock, database_url=self.database_url)

    def serve(self, *said: str, port: int = 0, program: str = PROGRAM) -> tuple[Serving, str]:
        """Serve it in a process of its own."""
        url = self.database_url
        server, address = start_server(self.folder, port, *said, database_url=url, program=program)
        BEGUN.append(server)
        return server, address

    def new_pilot(self) -> str:
        """Propose a pilot to write to."""
        with closing(self.opened()) as here:
            wish = ProposePilot(title="Under test", accomplishment="Nothing is lost.")
            return ask(here, person(here, "Mere", "manager"), wish).stream("pilot")


def assert_kept(place: Place, *crowds: Crowd) -> int:
    """0 lost, 0 doubled, 0 skipped, pages as a rebuild tells them; return how many events."""
    with closing(place.opened()) as here:
        facts = [fact for fact in here.source(0, EVER) if isinstance(fact, Event)]
        assert [fact.position for fact in facts] == list(range(1, here.pilots.head() + 1))
        written = [fact for fact in facts if isinstance(fact.fact, ParticipationLogged)]
        stored = Counter(fact.fact.text for fact in written)  # type: ignore[attr-defined]  # as asked for
        assert stored == {text: 1 for crowd in crowds for text in crowd.told}
        places = {fact.position: fact.originator_id for fact in facts}
        for receipt in (each for crowd in crowds for each in crowd.told.values()):
            assert places[receipt["position"]] == receipt["facts"][0]["stream"]
        assert_told(here)
        return len(facts)


def assert_told(here: Platform) -> None:
    """Nothing is left out of the pages, and they equal a rebuild row by row."""
    assert here.views.keep_up() == here.pilots.head()
    assert parked(here.views.engine) == []
    assert here.differences(lambda _: None) == []


def tell(fault: str, *figures: object) -> None:
    """Print what a fault came to, for docs/faults.md."""
    print(f"\n{fault}:", *figures)  # noqa: T201  # figures
