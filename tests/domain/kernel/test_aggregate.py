"""The kernel: names that are taken once, and gates that hold in whatever order people act."""

import re

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from domain.facts.person import PersonRegistered
from domain.kernel.aggregate import FACTS, Aggregate, Fact, FactType, as_today, fact_called, upcast
from domain.kernel.errors import Refused
from domain.pilot import Pilot
from tests.support import examples as told
from tests.support.examples import PROPOSED
from tests.support.examples import pilots as more
from tests.support.machines.pace import searched

STEPS = (
    told.STATED, told.OVERRIDDEN, told.STARTED, told.CLOSED, told.CHOSEN, told.ADOPTED,
    told.MEASURED, told.JOINED, told.LEFT, more.PAUSED, more.RESUMED, more.EXTENDED, more.ARCHIVED,
    more.SWAPPED, more.TAKEN, more.OWNER, more.STAKEHOLDER,
)  # fmt: skip  # what people may come to think of
STILL = {"archived", "gate-overridden", "measurement-taken", "member-left", "owner-changed"}


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
    """People answer, start, pause, close, measure and join in whatever order comes to mind."""

    def __init__(self) -> None:
        super().__init__()
        self.pilot = Pilot("pilot-any")
        self.pilot.record(PROPOSED)

    @rule(step=st.sampled_from(STEPS))
    def attempt(self, step: Fact) -> None:
        before = list(self.pilot.pending), self.pilot.version
        try:
            self.pilot.record(step)
        except Refused:
            assert (self.pilot.pending, self.pilot.version) == before

    @invariant()
    def what_happened_makes_sense(self) -> None:
        steps = [fact.stored_as.split(".")[1] for fact in self.pilot.pending]
        assert self.pilot.version == len(steps)
        for once in ("started", "closed", "archived"):
            assert steps.count(once) <= 1
        if "started" in steps:
            assert "closed" not in steps[: steps.index("started")]
        course = "".join(each[0] for each in steps if each in {"started", "paused", "resumed"})
        assert re.fullmatch("(s(pr)*p?)?", course)
        if "medium-swapped" in steps:
            assert "medium-adopted" in steps[: steps.index("medium-swapped")]
        if "measurement-taken" in steps:
            assert "measure-defined" in steps[: steps.index("measurement-taken")]
        if "archived" in steps:
            assert "closed" in steps[: steps.index("archived")]
        if "closed" in steps:
            assert set(steps[steps.index("closed") + 1 :]) <= STILL

    @invariant()
    def a_pilot_is_what_its_facts_made_of_it(self) -> None:
        again = Pilot("pilot-any")
        for fact in self.pilot.pending:
            again.record(fact)
        assert vars(again) == vars(self.pilot)


TestEveryOrder = AnyOrder.TestCase
TestEveryOrder.settings = searched(60, stateful_step_count=12)
