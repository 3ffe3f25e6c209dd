"""A review ranks pilots by declared signs: what needs somebody, and how much that weighs."""

from datetime import date

from domain.review.attention_signals import HEAVY, OVERDUE, SIGNS, WARNING
from pilots.commands.decision import GiveVerdict, RevisitDecision
from pilots.commands.pilot_people import NameSponsor
from tests.support.stories.reviewed_story import decide, line, review, signs
from tests.support.stories.story import Story

WEIGHTS = {sign.name: sign.weight for sign in SIGNS}


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
    assert "(grow and go on)" in str(found.needs[0].says)
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
    assert (course.newcomers.count, course.returning.count) == (1, 1)
