"""What the one who asks did a moment ago, by the position an address carries after a save."""

from collections.abc import Sequence
from datetime import timedelta

from starlette.requests import Request

from domain.kernel.aggregate import Event
from web.http.context import asker_of, platform_of, whole

UNDO_WITHIN = timedelta(minutes=10)
MOST = 20  # facts of one wish


def just_done(request: Request) -> Sequence[Event]:
    """Return the facts of the wish that ended at a position, where the asker made it just now."""
    position = whole(request, "did")
    if not position:
        return ()
    platform, after = platform_of(request).pilots, max(0, position - MOST)
    facts = [each for each in platform.facts_after(after, MOST) if each.position <= position]
    last = facts[-1] if facts else None
    if last is None or last.position != position or last.recorded_at is None:
        return ()
    if last.by != asker_of(request).person or platform.clock() - last.recorded_at > UNDO_WITHIN:
        return ()
    return [each for each in facts if each.command_id == last.command_id]
