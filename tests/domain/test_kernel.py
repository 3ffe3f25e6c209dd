"""The kernel: names that are taken once, and gates that hold in whatever order people act."""

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from domain.errors import Refused
from domain.facts.person import PersonRegistered
from domain.kernel import FACTS, Aggregate, Fact, FactType, as_today, fact_called, upcast
from domain.pilot import Pilot
from tests.examples import ADOPTED, JOINED, MEASURED, PROPOSED


def test_two_facts_never_share_a_name() -> None:
    with pytest.raises(TypeError, match=r"Twin cannot be .* pilot\.closed\.v1: PilotClosed"):
        FactType("Twin", (Fact,), {}, name="pilot.closed.v1")

    assert FACTS["pilot.closed.v1"].__name__ == "PilotClosed"


def test_a_name_nobody_entered_leads_nowhere() -> None:
    with pytest.raises(LookupError, match="no fact is called builtins:eval"):
        fact_called("builtins:eval")


@pytest.mark.usefixtures("spare_names")
def test_an_old_fact_is_carried_through_every_shape_since() -> None:
    class Oldest(Fact, name="person.met.v1"):
        nick: str

    class Older(Fact, name="person.met.v2"):
        called: str

    upcast(Oldest, lambda old: Older(called=old.nick.title()))
    upcast(Older, lambda old: PersonRegistered(name=old.called))

    assert as_today(Oldest(nick="ana")) == PersonRegistered(name="Ana")


def test_an_aggregate_must_say_what_it_remembers() -> None:
    with pytest.raises(NotImplementedError):
        Aggregate("thing-1").record(PROPOSED)


class AnyOrder(RuleBasedStateMachine):
    """People propose, answer, start, close and join in whatever order comes to mind."""

    def __init__(self) -> None:
        super().__init__()
        self.pilot = Pilot("pilot-any")
        self.pilot.record(PROPOSED)

    def attempt(self, step: str, *args: object, **said: object) -> None:
        before = list(self.pilot.pending), self.pilot.version
        try:
            getattr(self.pilot, step)(*args, **said)
        except Refused:
            assert (self.pilot.pending, self.pilot.version) == before

    @rule(override=st.sampled_from(["", "Spring does not wait."]))
    def start(self, override: str) -> None:
        self.attempt("start", override=override)

    @rule()
    def answer(self) -> None:
        self.attempt("state_accomplishment", answer="We share.")

    @rule()
    def close(self) -> None:
        self.attempt("close", reason="Enough.")

    @rule(capability=st.sampled_from(["lend", "mend"]))
    def choose(self, capability: str) -> None:
        self.attempt("choose_capability", capability=capability, why="We must.")

    @rule(step=st.sampled_from([("adopt_medium", ADOPTED), ("define_measure", MEASURED)]))
    def equip(self, step: tuple[str, Fact]) -> None:
        self.attempt(*step)

    @rule()
    def join(self) -> None:
        self.attempt("join", JOINED)

    @rule()
    def leave(self) -> None:
        self.attempt("leave", person=JOINED.person)

    @invariant()
    def what_happened_makes_sense(self) -> None:
        told = [fact.stored_as.split(".")[1] for fact in self.pilot.pending]
        assert self.pilot.version == len(told)
        assert told.count("started") <= 1
        assert told.count("closed") <= 1
        if "started" in told:
            before = told[: told.index("started")]
            assert ("accomplishment-stated" in before) != (before[-1:] == ["gate-overridden"])
            assert "closed" not in before
        if "medium-adopted" in told:
            assert "capability-chosen" in told[: told.index("medium-adopted")]
        if "closed" in told:
            assert set(told[told.index("closed") + 1 :]) <= {"member-left"}

    @invariant()
    def a_pilot_is_what_its_facts_made_of_it(self) -> None:
        again = Pilot("pilot-any")
        for fact in self.pilot.pending:
            again.record(fact)
        assert vars(again) == vars(self.pilot)


TestEveryOrder = AnyOrder.TestCase
TestEveryOrder.settings = settings(
    max_examples=60, stateful_step_count=12, deadline=None, derandomize=True, database=None
)
