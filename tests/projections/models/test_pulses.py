"""The pulse of a pilot: shown by month where five or more answered, and never by name."""

from typing import Any

import pytest

from domain.rules.rule import Setting
from pilots.commands.pilot_people import NotePulse
from pilots.commands.programme import OpenProgramme
from projections.engine.as_of import NOW
from projections.participation.pulses import pulses
from tests.projections.participation.test_ladder import told
from tests.support.figures import values
from tests.support.stories.story import Story


def pulse(story: Story, times: int, **said: Any) -> None:
    """Let some people say how it goes."""
    answers = {"knew_whom": 4, "was_heard": 3, "was_useful": 5, "energy": 1} | said
    for _ in range(times):
        story.do(NotePulse(pilot=story.pilot, **answers), "Rua")


@pytest.mark.row("S003-cultural-shift")
def test_s003_cultural_shift(story: Story) -> None:
    story.start()
    pulse(story, 4)
    (march,) = told(story, "pulse").months
    assert (march.answered, march.medians, march.energy) == (4, None, None)
    assert "hidden until 5 answer" in story.views("taking-part")
    before = story.now()
    pulse(story, 1, was_heard=1)
    story.days(31)
    pulse(story, 5, was_heard=5)
    march, april = told(story, "pulse").months
    assert (march.month, values(*march.medians)) == ("2026-03", (4, 3, 5))
    assert (april.month, values(*april.medians)) == ("2026-04", (4, 5, 5))
    assert told(story, "pulse", before).months[0].medians is None
    page = story.views("taking-part")
    assert "Pulse" in page
    assert "2026-04" in page
    assert "Rua" not in page


@pytest.mark.row("S003-cultural-shift")
def test_s003_cultural_shift__across_pilots(story: Story) -> None:
    programme = story.new(OpenProgramme(name="Depots"))
    for times in (5, 4, 6):
        story.start(programme=programme)
        pulse(story, times)
    beside = told(story, "pulse").pilots
    assert sorted(each.answered for each in beside) == [5, 6]  # who has four shows nothing
    assert {each.title for each in beside} == {"Shared minutes"}


@pytest.mark.row("S002-agenda-not-stress")
def test_s002_agenda_not_stress(story: Story) -> None:
    story.start()
    for energy in (1, 1, 0, -1):
        pulse(story, 1, energy=energy)
    pulse(story, 1, energy=None)
    (march,) = told(story, "pulse").months
    assert (march.answered, march.tapped, march.energy) == (5, 4, None)
    pulse(story, 1, energy=1)
    (march,) = told(story, "pulse").months
    assert march.energy.value == pytest.approx(0.4)
    assert "0.4" in story.views("taking-part")


@pytest.mark.parametrize(("threshold", "needed"), [(2, 5), (7, 7)])
@pytest.mark.row("S002-agenda-not-stress")
def test_s002_agenda_not_stress__no_setting_goes_below_five(
    story: Story, threshold: int, needed: int
) -> None:
    story.start()
    settings = {"S002-agenda-not-stress": Setting("warn", threshold)}
    with story.platform.views.reading() as db, story.known() as known:
        said = pulses(db, NOW, known.charter, settings)
    assert (said.needed.energy, said.needed.answers) == (needed, 5)


def test_energy_and_answers_are_hidden_each_by_its_own_threshold(story: Story) -> None:
    story.start()
    said = {"knew_whom": 4, "was_heard": 4, "was_useful": 4, "energy": 1}
    for _ in range(6):
        story.do(NotePulse(pilot=story.pilot, **said))  # type: ignore[arg-type]  # words of a test

    seven = Setting("warn", 7)
    with story.platform.views.reading() as db, story.known() as known:
        (month,) = pulses(db, NOW, known.charter, {"S002-agenda-not-stress": seven}).months
        assert month.medians
        assert (values(*month.medians), month.energy) == ((4, 4, 4), None)
        (month,) = pulses(db, NOW, known.charter, {"S003-cultural-shift": seven}).months
        assert month.medians is None
        assert month.energy
        assert month.energy.value == 1
