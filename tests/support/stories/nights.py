"""A pilot of night crews to which anything can happen in any order; nothing here is gated."""

from contextlib import suppress
from pathlib import Path
from shutil import copytree, rmtree
from tempfile import mkdtemp
from typing import Any, ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from domain.kernel.access import SYSTEM, Asker
from domain.kernel.errors import Refused
from pilots.commands import COMMANDS
from pilots.commands.parsing import read_command
from pilots.commands.people import RegisterPerson
from pilots.request import CommandRequest
from tests.support.machines.clock import Clock
from tests.support.machines.gatekeeper import AREAS
from tests.support.stories.gated_commands import FREE
from web.bootstrap import Platform, build

NAMES = ("Mere", "Rua", "Tui", "Kiri", "Hemi", "Wiremu")


class Nights(RuleBasedStateMachine):
    """Lets days pass, logs, says what nothing stands before, and proposes conclusions."""

    empty: ClassVar[Path]

    def open(self) -> None:
        """Propose a pilot that nobody said anything about."""
        self.folder = Path(mkdtemp())
        copytree(self.empty, self.folder / "data")
        self.clock = Clock()
        self.here: Platform = build(self.folder / "data", self.clock)
        self.people = [self._person(name) for name in NAMES]
        self.pilot = self._do("propose-pilot", self.people[0], title="Nights").stream("pilot")
        self.number, self.conclusion = 0, ""

    def teardown(self) -> None:
        """Let go of the platform."""
        if hasattr(self, "here"):
            self.here.close()
            rmtree(self.folder)

    @rule(days=st.sampled_from([0.5, 1, 8]))
    def days_pass(self, days: float) -> None:
        """Let days pass."""
        self.clock.pass_days(days)

    @rule(name=st.sampled_from(sorted(FREE)))
    def say(self, name: str) -> None:
        """Say something that nothing stands before."""
        self._try(name, FREE[name])

    @rule(who=st.integers(0, 5), along=st.integers(0, 5), times=st.integers(1, 4))
    def log(self, who: int, along: int, times: int) -> None:
        """Log entries, which is never gated."""
        others = [] if along == who else [self.people[along].person]
        for _ in range(times):
            self._do("log-participation", self.people[who], pilot=self.pilot, **{"with": others})

    @rule(area=st.sampled_from(sorted(AREAS)), all_=st.booleans())
    def settle(self, area: str, all_: bool) -> None:  # noqa: FBT001  # drawn at random
        """Waive what is not ready."""
        for each in AREAS if all_ else [area]:
            self._try("waive-readiness", {"area": each, "reason": "So."})

    @rule(backers=st.integers(0, 5))
    def propose(self, backers: int) -> None:
        """Propose a conclusion, and let some support it."""
        pooled = self._do("pool-thought", self.people[0], pilot=self.pilot, text="Go on.")
        self.conclusion = pooled.stream("conclusion")
        self._do("propose-conclusion", self.people[0], conclusion=self.conclusion, text="Go on.")
        for who in self.people[:backers]:
            self._do("support-conclusion", who, conclusion=self.conclusion)

    def _try(self, name: str, said: dict[str, Any], *, loud: bool = False) -> None:
        told = said if name == "reach-conclusion" else {"pilot": self.pilot} | said
        with suppress(*([] if loud else [Refused])):
            self._do(name, self.people[0], **told)

    def _do(self, name: str, who: Asker, /, **said: Any) -> Any:
        asking = CommandRequest(asker=who)
        return self.here.pilots.carry_out(asking, read_command(COMMANDS[name], said))

    def _person(self, name: str) -> Asker:
        made = self.here.pilots.carry_out(CommandRequest(asker=SYSTEM), RegisterPerson(name=name))
        return Asker(person=made.stream("person"), name=name, standing="manager")
