"""What a pilot is worth: expected, discovered, and where in the outcome grid that stands."""

from decimal import Decimal
from typing import Any

import pytest

from domain.kernel.errors import GateClosed
from domain.kernel.fields import Size
from domain.rules.worthwhile import share_got
from pilots.commands.pilot_measures import DefineMeasure, RetargetMeasure, TakeMeasurement
from pilots.commands.value import ContestValue, DiscoverValue, ExpectValue, ReviseValue
from projections.engine.as_of import Cut
from tests.support.figures import values
from tests.support.stories.story import Story
from web.aspects.value import VALUE

LEDGER, GRID, *_ = VALUE.views
CROWD = ("Mere", "Rua", "Hana", "Tama")
CELL = "employees/cost"


def took_part(story: Story, *people: str) -> None:
    for _ in range(3):
        for name in people:
            story.log(name)
        story.days(1)


def enough(story: Story) -> None:
    story.start()
    took_part(story, *CROWD, "Wen")


def expect(story: Story, amount: str | None = "40", **said: Any) -> str:
    size = Size(amount, "calls") if amount else None
    told: dict[str, Any] = {"statement": "Forty calls less.", "cell": CELL} | said
    return story.new(ExpectValue(pilot=story.pilot, size=size, **told))


def discover(story: Story, amount: str | None = None, **said: Any) -> str:
    size = Size(amount, "calls") if amount else None
    return story.new(DiscoverValue(pilot=story.pilot, statement="Found.", size=size, **said))


def came(story: Story, cut: Cut | None = None) -> dict[str, tuple[str, float | None]]:
    lines = story.told(LEDGER, cut or Cut()).ledger.lines
    return {line.value: (line.came, line.share) for line in lines}


@pytest.mark.row("S003-participation-first")
def test_s003_participation_first(story: Story) -> None:
    story.start()
    expect(story)
    took_part(story, *CROWD)
    before = story.now()
    with pytest.raises(GateClosed, match="1 more person to go") as shut:
        discover(story)
    assert shut.value.command == "log-participation"
    assert '<details class="folded">' in story.views("worth")
    story.days(1)
    story.log("Wen")
    assert discover(story)
    assert '<details class="folded" open>' in story.views("worth")
    then = story.page(f"/insights/ledger?as_of={before.moment}")
    assert '<details class="folded">' in then


@pytest.mark.row("S003-expected-vs-discovered")
def test_s003_expected_vs_discovered(story: Story) -> None:
    enough(story)
    nothing, short, met, unsized = (expect(story) for _ in range(4))
    before = story.now()
    story.days(1)
    discover(story, "16", expected=short)
    discover(story, "40", expected=met)
    discover(story, expected=unsized)
    surprise = discover(story, "3")
    assert came(story) == {
        nothing: ("nothing", None),
        short: ("short", 0.4),
        met: ("met", 1),
        unsized: ("unsized", None),
        surprise: ("surprise", None),
    }
    assert came(story, before) == dict.fromkeys((nothing, short, met, unsized), ("nothing", None))
    page = story.views("worth")
    assert "Expected and discovered" in page
    assert 'aria-label="Got 16 calls of 40 calls: 40.0 percent"' in page


@pytest.mark.row("S003-expected-vs-discovered")
def test_s003_expected_vs_discovered__by_its_measure(story: Story) -> None:
    story.start()
    told: dict[str, Any] = {"name": "Crews who read them", "unit": "crews", "target": "20"}
    story.do(DefineMeasure(pilot=story.pilot, measure="crews", **told))
    value = expect(story, None, measure="crews")  # its target says how much
    for shown in ("5", "15"):
        story.do(TakeMeasurement(pilot=story.pilot, measure="crews", value=shown))
        story.days(1)
    assert came(story) == {value: ("short", 0.75)}
    (line,) = story.told(LEDGER).ledger.lines
    assert [(gain.how, gain.share) for gain in line.drift] == [
        ("measured", 0.25),
        ("measured", 0.75),
    ]
    story.do(RetargetMeasure(pilot=story.pilot, measure="crews", new="15", reason="Fewer crews."))
    assert came(story) == {value: ("met", 1)}


@pytest.mark.row("S003-expected-vs-discovered")
def test_s003_expected_vs_discovered__drift(story: Story) -> None:
    enough(story)
    value = expect(story)
    for amount in ("8", "20"):
        found = discover(story, amount, expected=value)
        story.days(1)
    story.do(ReviseValue(value=found, new="Half of them.", reason="Counted again."))
    story.do(ContestValue(value=found, reason="Who counted?"))
    (line,) = story.told(LEDGER).ledger.lines
    assert [(each.how, each.share) for each in line.drift] == [
        ("discovered", 0.2),
        ("discovered", 0.5),
        ("revised", None),
    ]
    assert line.got == "20 calls"


@pytest.mark.row("S003-expected-vs-discovered")
def test_s003_expected_vs_discovered__what_is_to_fall_is_got_by_falling() -> None:
    assert share_got(Decimal(31), Decimal(12), Decimal(31)) == 0
    assert share_got(Decimal("21.5"), Decimal(12), Decimal(31)) == 0.5
    assert share_got(Decimal(40), Decimal(50), Decimal(20)) == 0.8
    assert share_got(Decimal(1), Decimal(0)) is None


@pytest.mark.row("S003-outcome-chain")
def test_s003_outcome_chain(story: Story) -> None:
    enough(story)
    story.do(DefineMeasure(pilot=story.pilot, measure="m", name="M", unit="u", cell=CELL))
    guess = expect(story)
    discover(story, expected=guess, cell="vendors/retention")
    before = story.now()
    story.days(1)
    homeless = discover(story)
    grid, ledger = story.told(GRID), story.told(LEDGER).ledger
    assert (
        values(grid.expected, grid.discovered)
        == values(ledger.expected, ledger.discovered)
        == (1, 2)
    )
    placed = {s.cell: (s.measures, s.values) for side in grid.sides for s in side.squares}
    assert {cell: n for cell, n in placed.items() if n != (0, 0)} == {
        CELL: (1, 1),
        "vendors/retention": (0, 1),
    }
    assert (len(placed), grid.empty.count) == (16, 14)
    assert [piece.thing for piece in grid.unplaced] == ["read", homeless]
    assert len(story.told(GRID, before).unplaced) == 1
    assert "Empty squares: 14" in story.views("worth")
