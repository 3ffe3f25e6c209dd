"""What a rule says for the first time because of what was just done: one line below its row."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection

from domain.kernel.aggregate import Event
from domain.rules import RULES
from domain.rules.rule import Hint
from domain.rules.speaking import hints
from projections.engine.as_of import NOW, Cut
from projections.pilot.known_pilot import known_pilot
from projections.pilot.rules_in_force import settings_of
from web.ui.feed_items import FeedItem
from web.ui.hints import shown


def show_fired(
    db: Connection, items: Sequence[FeedItem], done: Sequence[Event], moment: datetime
) -> None:
    """Let the newest item that tells what was just done also tell what a rule now says of it."""
    positions = {each.position for each in done}
    item = next((each for each in items if each.position in positions), None)
    if item is None:
        return
    before = _hints_at(db, item.pilot, Cut(position=min(positions) - 1), moment)
    known = [(each.rule, each.next) for each in before]
    fired = [n for n in _hints_at(db, item.pilot, NOW, moment) if (n.rule, n.next) not in known]
    item.fired = shown(fired[0], item.pilot) if fired else None


def _hints_at(db: Connection, pilot: str, cut: Cut, moment: datetime) -> list[Hint]:
    known = known_pilot(db, cut, pilot)
    if known is None:
        return []
    return hints(RULES, known, moment, settings_of(db, cut, known.charter.programme))
