"""Gates hold over all orders of commands: shut when they should be, and never otherwise."""

from pathlib import Path

import pytest
from hypothesis import Phase
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule

from domain.kernel.errors import GateClosed, Refused
from domain.rules import RULES
from domain.rules.speaking import shut as real
from pilots.gates import GATED as REAL
from projections.read_side import knowing
from tests.support.machines.gatekeeper import past_of, shut
from tests.support.machines.pace import searched
from tests.support.stories.gated_commands import FREE, GATED, everything
from tests.support.stories.nights import Nights

PREPARED = ("charter", "entries", "fortnight", "areas", "conclusion")
REASONED = st.sampled_from(["", "", "", "We know."])


class Gates(Nights):
    """Asks for gated commands in any order, and compares with what the history alone says."""

    @initialize(done=st.sets(st.sampled_from(PREPARED)), people=st.integers(3, 5))
    def begin(self, done: set[str], people: int) -> None:
        """Propose a pilot for which some things were done already, so that little is missing."""
        self.open()
        for each in PREPARED:
            if each in done:
                self._prepare(each, people)

    def _prepare(self, done: str, people: int) -> None:
        match done:
            case "charter":
                for name in (*FREE, "name-problem", "define-measure", "start-pilot"):
                    self._step(name, "")
            case "entries":
                for number in range(10):
                    self.clock.pass_days(0.2)
                    self.log(0, number % people, 1)
            case "fortnight":
                self.clock.pass_days(14)
            case "areas":
                self.settle("roles", all_=True)
            case _:
                self.propose(people)
                self.conclude("")

    @rule(
        name=st.sampled_from(sorted(set(GATED) - {"take-decision", "reach-conclusion"})),
        reason=REASONED,
    )
    def step(self, name: str, reason: str) -> None:
        """Ask for a step that has a gate."""
        self._step(name, reason)

    def _step(self, name: str, reason: str) -> None:
        self.number += 1
        more = {"measure": f"noise-{self.number}"} if name == "define-measure" else {}
        self._held(name, (GATED | FREE)[name] | more, reason)

    @rule(verdict=st.sampled_from(["scale", "stop"]), reason=REASONED)
    def decide(self, verdict: str, reason: str) -> None:
        """Decide how it goes on."""
        self._held("take-decision", GATED["take-decision"] | {"verdict": verdict}, reason)

    @precondition(lambda self: self.conclusion)
    @rule(reason=REASONED)
    def conclude(self, reason: str) -> None:
        """Say that a conclusion is reached."""
        self._held("reach-conclusion", {"conclusion": self.conclusion}, reason)

    @invariant()
    def every_gate_is_as_the_history_says(self) -> None:
        """Compare each gate with what the history alone says, whoever asks for what."""
        if not hasattr(self, "pilot"):
            return
        past = past_of(self.here.pilots.facts_after(0, 10**6), self.pilot)
        owner, now = self.people[0].person, self.clock.now
        with knowing(self.here.views, self.pilot) as told:
            assert told is not None
            known, settings_ = told
            for name, said in everything(self.conclusion):
                found = real(RULES, name, known, now, settings_, wish=said)
                ids = {each.rule for each in found}
                assert ids == shut(past, name, owner, now, **said), (name, said)

    def _held(self, name: str, said: dict[str, str], reason: str) -> None:
        past = past_of(self.here.pilots.facts_after(0, 10**6), self.pilot)
        expected = shut(past, name, self.people[0].person, self.clock.now, **said)
        head = self.here.pilots.head()
        try:
            self._try(name, said | ({"override": reason} if reason else {}), loud=True)
        except GateClosed:
            assert expected, (name, said)
            assert not reason, (name, said)
            assert self.here.pilots.head() == head
            return
        except Refused:
            return  # the stage does not allow it, whatever the gates say
        kept = past_of(self.here.pilots.facts_after(head, 100), self.pilot).overridden
        assert kept == expected, (name, said, expected)
        assert reason or not expected


@pytest.mark.row("S001-where-before-route")
def test_s001_where_before_route__gates_hold_in_any_order(empty: Path) -> None:
    Gates.empty = empty
    Gates.TestCase.settings = searched(30, phases=(Phase.generate,), stateful_step_count=8)
    Gates.TestCase().runTest()


def test_the_oracle_knows_every_command_that_is_gated() -> None:
    assert set(GATED) | {"adopt-practice", "end-experiment"} == REAL
