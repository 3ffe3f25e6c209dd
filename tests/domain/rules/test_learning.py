"""What is learned: rules of experiments, lessons, insights and practices."""

import pytest

from domain.kernel.errors import GateClosed
from pilots.commands.evidence import GatherEvidence
from pilots.commands.experiment import EndExperiment, PlanExperiment, StartExperiment
from pilots.commands.insight import DeriveInsight, ReviseInsight
from pilots.commands.lesson import ConfirmLesson, ContradictLesson, LearnLesson
from pilots.commands.pilot import StartPilot
from pilots.commands.pilot_measures import DefineMeasure
from pilots.commands.pilot_purpose import NameProblem
from pilots.commands.practice import AdoptPractice
from tests.support.stories.story import Story


def unmeasured(story: Story) -> str:
    """Start an experiment in a pilot that has no measure, and return its id."""
    pilot = story.propose()
    story.do(NameProblem(pilot=pilot, problem="Nobody reads minutes.", who_has_it="All"))
    story.do(StartPilot(pilot=pilot))
    plan = PlanExperiment(pilot=pilot, title="Two writers", override="We only look around.")
    trial = story.new(plan)
    story.do(StartExperiment(experiment=trial))
    story.days(1)
    return trial


def end(trial: str, result: str, **more: str) -> EndExperiment:
    """Return the wish to end an experiment with a result."""
    return EndExperiment(experiment=trial, result=result, summary="It did not work.", **more)  # type: ignore[arg-type]  # words of a test


@pytest.mark.row("S001-measure-or-inconclusive")
def test_s001_measure_or_inconclusive(story: Story) -> None:
    trial = unmeasured(story)
    measure = DefineMeasure(pilot=story.pilot, measure="read", name="Read", unit="minutes")
    story.do(measure)  # too late: it has begun
    with pytest.raises(GateClosed, match="it can only end inconclusive"):
        story.do(end(trial, "refuted"))
    facts = story.do(end(trial, "inconclusive")).facts
    assert [fact.name for fact in facts] == ["experiment.ended.v1"]


@pytest.mark.row("S001-measure-or-inconclusive")
def test_s001_measure_or_inconclusive__a_reason_is_kept(story: Story) -> None:
    trial = unmeasured(story)
    facts = story.do(end(trial, "refuted", override="We all saw it fail.")).facts
    assert [fact.name for fact in facts] == ["pilot.gate-overridden.v1", "experiment.ended.v1"]


@pytest.mark.row("S001-measure-or-inconclusive")
def test_s001_measure_or_inconclusive__a_measure_before_opens_it(story: Story) -> None:
    story.start()
    story.days(1)
    trial = story.new(PlanExperiment(pilot=story.pilot, title="Two writers"))
    story.do(StartExperiment(experiment=trial))
    assert story.do(end(trial, "refuted")).facts


def found(story: Story, whose: str) -> str:
    """Gather a finding of one's own or of others."""
    told = GatherEvidence(pilot=story.pilot, text="Two of ten read them.", whose=whose)  # type: ignore[arg-type]  # words of a test
    return story.new(told)


@pytest.mark.row("S004-generic")
def test_s004_generic(story: Story) -> None:
    story.start()
    elsewhere = found(story, "outside")
    text = "Minutes are read when two wrote them."
    insight = story.new(DeriveInsight(pilot=story.pilot, text=text, evidence=(elsewhere,)))
    (hint,) = story.hints("S004-generic")
    assert (hint.next.command, hint.next.fields) == ("gather-evidence", {"whose": "own"})
    own = found(story, "own")
    (hint,) = story.hints("S004-generic")
    assert hint.next.command == "revise-insight"
    story.do(ReviseInsight(insight=insight, text=text, evidence=(own,)))
    assert story.hints("S004-generic") == []


@pytest.mark.row("S004-generic")
def test_s004_generic__a_template_left_as_it_was(story: Story) -> None:
    story.start()
    own = found(story, "own")
    text = "a large number of the  wrong people is a small result"
    insight = story.new(DeriveInsight(pilot=story.pilot, text=text, evidence=(own,)))
    (hint,) = story.hints("S004-generic")
    assert "word for word" in str(hint.says)
    assert hint.next.fields == {"insight": insight}
    assert str(hint.says).replace("“", "").split("”")[0] in story.page()
    told = "Of 40 people who came, 36 were not on shift: a small result."
    story.do(ReviseInsight(insight=insight, text=told, evidence=(own,)))
    assert story.hints("S004-generic") == []


@pytest.mark.row("S003-systemic-practice")
def test_s003_systemic_practice(story: Story) -> None:
    here = story.start()
    lessons = [story.new(LearnLesson(pilot=here, text=text)) for text in ("One.", "Two.")]
    other = story.start()
    story.pilot = here
    rest = {"text": "Two people write.", "owner": story.mere.person}
    adopt = AdoptPractice(lessons=tuple(lessons), **rest)  # type: ignore[arg-type]  # words of a test
    with pytest.raises(GateClosed, match="confirm elsewhere first"):
        story.do(adopt)
    story.do(ConfirmLesson(lesson=lessons[0], pilot=other))
    with pytest.raises(GateClosed) as shut:
        story.do(adopt)
    assert shut.value.given["lesson"] == lessons[1]
    story.do(ConfirmLesson(lesson=lessons[1], pilot=other))
    facts = story.do(adopt).facts
    assert [fact.name for fact in facts] == ["practice.adopted.v1"]


@pytest.mark.row("S003-systemic-practice")
def test_s003_systemic_practice__one_lesson_named_twice_is_one(story: Story) -> None:
    here = story.start()
    lesson = story.new(LearnLesson(pilot=here, text="One."))
    story.do(ConfirmLesson(lesson=lesson, pilot=story.start()))
    story.pilot = here
    with pytest.raises(GateClosed):
        story.do(AdoptPractice(lessons=(lesson, lesson), text="So.", owner=story.mere.person))


@pytest.mark.row("S003-systemic-practice")
def test_s003_systemic_practice__what_did_not_hold_does_not_count(story: Story) -> None:
    here = story.start()
    lessons = tuple(story.new(LearnLesson(pilot=here, text=text)) for text in ("One.", "Two."))
    other = story.start()
    for lesson in lessons:
        story.do(ConfirmLesson(lesson=lesson, pilot=other))
    story.do(ContradictLesson(lesson=lessons[0], pilot=other))
    with pytest.raises(GateClosed):
        story.do(AdoptPractice(lessons=lessons, text="So.", owner=story.mere.person))


@pytest.mark.parametrize(("tool", "work", "warned"), [(6, 4, 1), (5, 5, 0), (5, 3, 0)])
@pytest.mark.row("S003-meta-ratio")
def test_s003_meta_ratio(story: Story, tool: int, work: int, warned: int) -> None:
    story.start()
    for about in ("tool",) * tool + ("work",) * work:
        story.log(about=about)
    hints = story.hints("S003-meta-ratio")
    assert len(hints) == warned
    for hint in hints:
        assert "6 of 10 entries were about the tool" in str(hint.says)
        assert hint.next.command == "plan-experiment"
    story.days(16)
    assert story.hints("S003-meta-ratio") == []
