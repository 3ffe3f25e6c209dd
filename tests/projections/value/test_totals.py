"""Values across pilots: one unit is added, what nobody planned stands apart, gaps are named."""

from decimal import Decimal
from typing import Any

from domain.kernel.fields import Size
from pilots.commands.pilot_measures import DefineMeasure, TakeMeasurement
from pilots.commands.value import DiscoverValue, ExpectValue
from projections.engine.as_of import NOW
from projections.value.ledger import ledger_of
from projections.value.outcome_gaps import outcome_gaps
from projections.value.totals import ValueTotal, value_totals
from tests.support.pages.frames import browser_of, page_of
from tests.support.stories.story import Story
from web.charts.value_bars import draw_sums

CELL = "employees/cost"


def expect(story: Story, amount: str | None, unit: str = "hours", **said: Any) -> str:
    size = Size(amount, unit) if amount else None
    return story.new(
        ExpectValue(pilot=story.pilot, statement="Less.", size=size, cell=CELL, **said)
    )


def discover(story: Story, amount: str | None, unit: str = "hours", **said: Any) -> str:
    size = Size(amount, unit) if amount else None
    told: dict[str, Any] = {"cell": CELL} | said
    return story.new(DiscoverValue(pilot=story.pilot, statement="So.", size=size, **told))


def crowd(story: Story) -> None:
    """Let enough people take part for values to be discovered."""
    for _ in range(3):
        for name in ("Mere", "Rua", "Hana", "Tama", "Wen"):
            story.log(name)
        story.days(1)


def test_amounts_of_one_unit_are_added_over_pilots_and_others_are_not(story: Story) -> None:
    one = story.start()
    crowd(story)
    guess = expect(story, "40")
    discover(story, "10", "Hours", expected=guess)
    discover(story, "2.5")
    story.start(title="Another")
    crowd(story)
    expect(story, "5")
    discover(story, "7", "EUR")
    discover(story, None)
    with story.platform.views.reading() as db:
        told, mine = value_totals(db, story.now()), value_totals(db, story.now(), one)
    money, hours = told.rows
    assert (money.unit, str(money.got), str(money.expected)) == ("EUR", "7", "0")
    parts = (hours.expected, hours.planned, hours.unplanned)
    assert [str(part) for part in parts] == ["45", "10", "2.5"]
    assert hours.values == 4
    assert (told.unsized.count, told.left_out) == (1, False)
    assert [(row.unit, str(row.expected)) for row in mine.rows] == [("hours", "40")]


def test_bars_of_a_unit_share_a_scale_and_another_unit_has_its_own() -> None:
    def sums(cell: str, unit: str, *amounts: int) -> ValueTotal:
        expected, planned, unplanned = map(Decimal, amounts)
        return ValueTotal(
            cell=cell, unit=unit, expected=expected, planned=planned, unplanned=unplanned, values=1
        )

    drawn = draw_sums(
        [sums("a", "EUR", 0, 0, 8), sums("a", "h", 40, 10, 10), sums("b", "h", 0, 0, 5)]
    )
    assert [unit.unit for unit in drawn] == ["EUR", "h"]
    told = [(bar.planned, bar.unplanned, bar.tick) for unit in drawn for bar in unit.bars]
    assert told == [(0, 100, None), (25, 25, 100), (0, 12.5, None)]


def test_the_grid_counts_each_square_and_names_its_gaps(story: Story) -> None:
    story.start()
    crowd(story)
    expect(story, None)
    discover(story, "1")
    discover(story, "1", cell="unplaced")
    cost = DefineMeasure(
        pilot=story.pilot, measure="calls", name="Calls", unit="calls", cell="customers/sales"
    )
    story.do(cost)
    with story.platform.views.reading() as db:
        found = outcome_gaps(db, story.now())
    squares = {tally.cell: tally for _, row in found.rows for tally in row}
    assert (squares[CELL].expected, squares[CELL].discovered, squares[CELL].measures) == (1, 1, 0)
    assert squares["customers/sales"].measures == 1
    assert len(found.empty) == 14
    assert CELL not in found.empty
    assert found.unplaced.discovered == 1


def test_a_sum_leads_to_the_values_in_it_and_unplanned_ones_are_named(story: Story) -> None:
    story.start()
    crowd(story)
    expect(story, "9")
    discover(story, "4", cell="customers/sales")
    sums = page_of(story).first("section", id="worth")
    first, second = (row.find("td") + row.find("th") for row in sums.first("tbody").find("tr"))
    assert [cell.text() for cell in first] == ["hours", "0", "4", "4", "1", "Customers · sales"]
    assert [cell.text() for cell in second] == ["hours", "9", "0", "0", "1", "Employees · cost"]
    assert [each.text() for each in sums.find("span", class_="unplanned")] == ["unplanned"]
    href = first[4].first("a").attrs["href"]
    assert [n.text() for n in browser_of(story).page(href).first("main").find("h2")] == ["So."]
    page = story.views("worth")
    assert "customers · sales" in page.lower()


def test_what_was_discovered_weighs_more_than_a_later_measurement(story: Story) -> None:
    story.start()
    crowd(story)
    guess = ExpectValue(
        pilot=story.pilot, statement="Time.", measure="read", size=Size("10", "minutes")
    )
    found = DiscoverValue(
        pilot=story.pilot,
        statement="Some time.",
        expected=story.new(guess),
        size=Size("4", "minutes"),
    )
    story.do(found)
    story.days(1)
    story.do(TakeMeasurement(pilot=story.pilot, measure="read", value="12"))

    with story.platform.views.reading() as db:
        (line,) = ledger_of(db, NOW, story.pilot).lines
    assert (line.got, line.came) == ("4 minutes", "short")
