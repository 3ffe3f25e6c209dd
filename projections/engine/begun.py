"""What ever stood as far as a cut sees: the states that are over as well as the current ones."""

from sqlalchemy import ColumnElement, Table

from projections.engine.as_of import Cut


def begun(table: Table, cut: Cut) -> list[ColumnElement[bool]]:
    """Return the conditions that a state had begun, whether or not it still stands."""
    conditions = []
    if cut.moment is not None:
        conditions.append(table.c.known_from <= cut.moment)
    if cut.position is not None:
        conditions.append(table.c.position <= cut.position)
    return conditions
