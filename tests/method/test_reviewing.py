"""A review ranks pilots by declared signs, and suggests a verdict that it can account for."""

from datetime import date, timedelta

import pytest

from domain.moments import stamp
from domain.needing import HEAVY, OVERDUE, SIGNS, WARNING
from domain.rules.deciding import AREAS
from domain.rules.loops import Turn
from domain.rules.rule import Next, Notice
from domain.standing import Course, Standing
from domain.suggesting import REASONS, suggestion_for
from pilots.commands.conclusion import (
    PoolThought,
    ProposeConclusion,
    ReachConclusion,
    SupportConclusion,
)
from pilots.commands.decision import GiveVerdict, RevisitDecision, TakeDecision
from pilots.commands.lesson import LearnLesson
from pilots.commands.pilot_people import NameSponsor
from pilots.commands.readiness import AssessReadiness, WaiveReadiness
from projections.cut import NOW, Cut
from projections.review_lines import Line
from projections.reviewing import Review, review_of
from projections.stretch import Stretch, place_shown
from tests.conftest import MONDAY
from tests.method.conftest import Story

WEIGHTS = {sign.name: sign.weight for sign in SIGNS}


def review(story: Story, days: float = 30, waiting: dict[str, str] | None = None) -> Review:
    ends = story.clock()
    starts = ends - timedelta(days=days)
    with story.platform.views.reading() as db:
        stretch = Stretch(Cut(stamp(starts)), NOW, starts, ends, place_shown(db, NOW))
        return review_of(db, stretch, waiting or {})


def line(story: Story, days: float = 30, waiting: dict[str, str] | None = None) -> Line:
    (found,) = [each for each in review(story, days, waiting).lines if each.pilot == story.pilot]
    return found


def signs(story: Story, days: float = 30) -> list[str]:
    return [need.sign for need in line(story, days).needs]


def decide(story: Story, **said: object) -> str:
    told = {"pilot": story.pilot, "verdict": "persevere", "expected_effect": "More of it."}
    return story.new(TakeDecision(**told | said))  # type: ignore[arg-type]  # as each test says it


def test_a_decision_is_due_on_its_day_and_overdue_after_a_week(story: Story) -> None:
    story.start()
    decision = decide(story, revisit_on=date(2026, 3, 12))
    story.days(9)
    assert "decision-due" not in signs(story)
    story.days(1)
    assert signs(story)[0] == "decision-due"
    story.days(OVERDUE.days)
    assert signs(story)[0] == "decision-due"
    story.days(1)
    assert signs(story)[0] == "decision-overdue"
    assert line(story).needs[0].next.fields == {"decision": decision}

    story.do(RevisitDecision(decision=decision, held=True))

    assert not {"decision-due", "decision-overdue"} & set(signs(story))


def test_two_verdicts_wait_for_a_decision_until_there_is_one(story: Story) -> None:
    pilot = story.start()
    ana = story.who("Ana")
    story.do(NameSponsor(pilot=pilot, person=ana.person))
    story.do(GiveVerdict(pilot=pilot, side="sponsor", verdict="scale"), "Ana")
    story.do(GiveVerdict(pilot=pilot, side="team", verdict="persevere"))

    found = line(story)
    assert found.needs[0].sign == "decision-due"
    assert "(scale and persevere)" in found.needs[0].says
    assert "gate-shut" in [
        need.sign for need in found.needs
    ]  # before scaling, which one side wants

    decide(story)
    assert not {"decision-due", "gate-shut"} & set(signs(story))


def test_one_verdict_waits_for_the_other_side(story: Story) -> None:
    pilot = story.start()
    (need,) = [n for n in line(story, waiting={pilot: "team"}).needs if n.sign == "verdict-waits"]
    assert need.next.fields == {"side": "team"}


def test_a_pilot_that_goes_on_after_its_last_day_needs_a_decision(story: Story) -> None:
    story.start()
    story.days((date(2027, 3, 1) - story.clock().date()).days)
    assert review(story).lines == ()
    story.log()
    assert "end-passed" not in signs(story)  # its last day is not over
    story.days(1)
    assert signs(story)[0] == "end-passed"


def test_a_gate_is_shut_before_the_start_of_a_proposed_pilot(story: Story) -> None:
    story.propose(accomplishment="")
    found = line(story).needs
    assert [need.sign for need in found if need.sign == "gate-shut"]


def test_who_came_just_before_and_not_of_late_leaves_a_pilot_quiet(story: Story) -> None:
    story.start()
    story.days(1)
    story.log("Mere", "Ana")
    story.days(13)
    assert "went-quiet" not in [n.sign for each in review(story, 10).lines for n in each.needs]
    story.days(2)
    assert "went-quiet" in signs(story, days=10)
    story.days(16)
    assert review(story, days=10).lines == ()  # quiet for long
    assert [each.pilot for each in review(story, days=10).quiet] == [story.pilot]


def test_needs_add_up_and_rank_pilots(story: Story) -> None:
    calm = story.start(title="Calm")
    for _ in range(4):
        story.log()  # much happened there, and little is needed
    urgent = story.start(title="Urgent")
    decide(story, revisit_on=date(2026, 3, 3))
    story.days(2)
    ranked = review(story).lines

    assert [each.pilot for each in ranked] == [urgent, calm]
    for each in ranked:
        weights = [WEIGHTS.get(n.sign) or HEAVY.get(n.sign, WARNING) for n in each.needs]
        assert [n.weight for n in each.needs] == sorted(weights, reverse=True)
        assert each.score == sum(weights)


def test_newcomers_are_told_from_those_who_came_back(story: Story) -> None:
    story.start()
    story.log("Mere", "Ana")
    story.days(40)
    story.log("Ana", "Tom")
    course = line(story).course
    assert (course.newcomers, course.returning) == (1, 1)


def test_nobody_is_told_to_stop_early_nor_to_scale_before_a_shut_gate(story: Story) -> None:
    story.start()
    story.log()
    told = line(story).suggestion
    assert told
    assert told.verdict == "persevere"
    assert "early to stop" in told.reasons[0]
    assert len(told.reasons) <= REASONS


def test_nobody_is_told_to_stop_what_its_owner_never_took_part_in(story: Story) -> None:
    story.start()
    story.days(400)  # past its end, and it taught nothing
    told = line(story).suggestion
    assert told
    assert told.verdict == "persevere"


def test_what_taught_nothing_and_is_past_its_end_is_to_stop(story: Story) -> None:
    story.start()
    for _ in range(3):
        story.log()
        story.days(10)
    story.days(400)
    told = line(story).suggestion
    assert told
    assert told.verdict == "stop"
    assert told.reasons[0] == "Its last day is over and no value was discovered."


def test_a_hamster_wheel_speaks_for_another_course(story: Story) -> None:
    story.start()
    story.do(LearnLesson(pilot=story.pilot, text="Ask first.", loop="tool"))
    for _ in range(4):
        story.days(7)
        for _ in range(5):
            story.log("Mere", "Ana")
    story.days(1)
    found = line(story)
    assert found.has_wheel
    assert found.suggestion
    assert found.suggestion.verdict == "pivot"


def test_a_pilot_that_went_quiet_is_to_pause(story: Story) -> None:
    story.start()
    story.do(LearnLesson(pilot=story.pilot, text="Ask first."))
    for _ in range(3):
        story.log("Mere", "Ana")
        story.days(8)
    story.days(20)
    told = line(story, days=20).suggestion
    assert told
    assert told.verdict == "pause"


def test_scaling_is_suggested_once_no_gate_before_it_is_shut(story: Story) -> None:
    pilot = story.start()
    for area in AREAS:
        story.do(AssessReadiness(pilot=pilot, area=area, level=1, gap="Nobody decides."))
        story.do(WaiveReadiness(pilot=pilot, area=area, reason="Small enough."))
    for _ in range(3):
        story.log()
        story.days(8)
    assert line(story).suggestion
    assert line(story).suggestion.verdict != "scale"  # type: ignore[union-attr]  # there is one
    pool = story.new(PoolThought(pilot=pilot, text="We go on."))
    story.do(ProposeConclusion(conclusion=pool, text="We go on."))
    for name in ("Mere", "Ana", "Tom"):
        story.do(SupportConclusion(conclusion=pool), name)
    story.do(ReachConclusion(conclusion=pool))
    told = line(story).suggestion
    assert told
    assert told.verdict == "scale"
    assert told.reasons[0] == "No gate before scaling is shut."


@pytest.mark.parametrize("stage", ["proposed", "closed"])
def test_no_verdict_is_suggested_before_the_start_or_after_the_end(
    story: Story, stage: str
) -> None:
    if stage == "proposed":
        story.propose()
    else:
        story.start()
        decide(story, verdict="stop", override="It is a test.")
    assert line(story).stage == stage
    assert line(story).suggestion is None


class Turned(Standing):
    """A pilot with two closed turns and a value, before whose scaling a gate is shut."""

    @property
    def turns(self) -> list[Turn]:
        """Return two turns that are closed."""
        return [Turn(f"experiment-{n}", "Ask first", (), MONDAY) for n in (1, 2)]

    def shut_before(self, verdict: str) -> list[Notice]:
        """Return the one gate that is shut."""
        shut = Notice("S004-readiness", "Not ready.", Next("assess-readiness", "Say how"))
        return [shut] if verdict == "scale" else []


def test_a_shut_gate_keeps_scaling_from_being_suggested_whatever_speaks_for_it(
    story: Story,
) -> None:
    story.start()
    story.do(LearnLesson(pilot=story.pilot, text="Ask first."))
    story.days(60)
    with story.known() as known:
        told = suggestion_for(Turned(known, story.clock(), {}, Course(discovered=1)))
    assert told
    assert told.verdict == "persevere"
