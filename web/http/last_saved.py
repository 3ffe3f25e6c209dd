"""What the one who asks did a moment ago, by the position an address carries after a save."""

from collections.abc import Sequence
from datetime import timedelta

from domain.kernel.aggregate import Event
from web.http.reading import Reading

UNDO_WITHIN = timedelta(minutes=10)
FACTS_PER_COMMAND = 20  # facts of one wish


def just_done(reading: Reading) -> Sequence[Event]:
    """Return the facts of the wish that ended at a position, where the asker made it just now."""
    position = reading.whole("did")
    if not position:
        return ()
    stored = reading.platform.pilots.facts_after(
        max(0, position - FACTS_PER_COMMAND), FACTS_PER_COMMAND
    )
    facts = [each for each in stored if each.position <= position]
    last = facts[-1] if facts else None
    if last is None or last.position != position or last.recorded_at is None:
        return ()
    if last.by != reading.asker.person or reading.now - last.recorded_at > UNDO_WITHIN:
        return ()
    return [each for each in facts if each.command_id == last.command_id]
