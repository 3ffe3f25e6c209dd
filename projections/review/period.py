"""Reviews that were opened and closed, and how far a stretch of the history reaches."""

from sqlalchemy import Connection, RowMapping, func, literal, select

from projections.engine.as_of import Cut, seen
from projections.engine.schema import BLOCK, PLACE
from projections.models.decisions import REVIEWS
from projections.models.pilots import PILOTS
from projections.models.timeline_facts import BLOCK_OF, TIMELINE
from projections.timeline.period import Period, within


def moved_in(db: Connection, stretch: Period) -> dict[str, int]:
    """Return how many facts each pilot has in a stretch, where it has any."""
    amount = select(func.count()).where(TIMELINE.c.pilot == PILOTS.c.pilot, *within(stretch))
    query = select(PILOTS.c.pilot, amount.scalar_subquery()).where(*seen(PILOTS, stretch.cut))
    return {pilot: many for pilot, many in db.execute(query) if many}


def closed_reviews(db: Connection, cut: Cut, limit: int) -> list[RowMapping]:
    """Return the reviews that were closed, the one closed last first."""
    query = select(REVIEWS).where(REVIEWS.c.status == "closed", *seen(REVIEWS, cut))
    return list(db.execute(query.order_by(REVIEWS.c.position.desc()).limit(limit)).mappings())


def open_reviews(db: Connection, cut: Cut, limit: int = 5) -> list[RowMapping]:
    """Return the reviews that were opened and not closed, the newest first."""
    query = select(REVIEWS).where(REVIEWS.c.status == "open", *seen(REVIEWS, cut))
    return list(db.execute(query.order_by(REVIEWS.c.position.desc()).limit(limit)).mappings())


def place_shown(db: Connection, cut: Cut) -> int:
    """Return the position up to which everything is shown; nothing after it is skipped later."""
    place = db.scalar(select(PLACE.c.position)) or 0
    if cut.moment is not None and (first := _first_after(db, cut.moment, place)):
        place = min(place, first - 1)
    return place if cut.position is None else min(place, cut.position)


def _first_after(db: Connection, moment: str, head: int) -> int | None:
    """Return the first position known after a moment, by the first block that has any.

    What is imported may be known from before its neighbours, so neither order finds it alone.
    """
    columns = TIMELINE.c
    blocks = select(literal(0).label("block")).cte("blocks", recursive=True)
    onward = select(blocks.c.block + 1).where(blocks.c.block < head // BLOCK)
    blocks = blocks.union_all(onward)
    latest = (
        select(func.max(columns.known_from)).where(blocks.c.block == BLOCK_OF).scalar_subquery()
    )
    block = db.scalar(select(func.min(blocks.c.block)).where(latest > moment))
    if block is None:
        return None
    within = (columns.position >= block * BLOCK, columns.position < (block + 1) * BLOCK)
    first: int = db.scalar(
        select(func.min(columns.position)).where(*within, columns.known_from > moment)
    )
    return first


def simplest(db: Connection, cut: Cut) -> Cut:
    """Return a cut that sees the same facts about pilots, by one bound where one will do."""
    if cut.moment is None or cut.position is None:
        return cut
    columns = TIMELINE.c
    for inside, bound in (
        (
            [columns.known_from > cut.moment, columns.position <= cut.position],
            Cut(position=cut.position),
        ),
        (
            [columns.known_from <= cut.moment, columns.position > cut.position],
            Cut(moment=cut.moment),
        ),
    ):
        if db.scalar(select(columns.position).where(*inside).limit(1)) is None:
            return bound
    return cut
