"""What a pilot works with: media by capability, and what came of swapping one for another."""

from domain.kernel.messages import say
from projections.media.swaps import Swap, swaps_in
from projections.media.usage import Working, working_with
from web.aspects.view import Aspect, Looking, View


def _working(looking: Looking) -> Working:
    return working_with(looking.db, looking.cut, looking.pilot)


def _swaps(looking: Looking) -> tuple[Swap, ...]:
    until = min(looking.moment, looking.known.charter.closed_at or looking.moment)
    return swaps_in(looking.db, looking.cut, looking.known.charter, until)


MEDIA = Aspect(
    slug="media",
    title=say("Media"),
    says=say("What people are to become able to do, and the media that are to help them do it."),
    views=(
        View(
            slug="media",
            title=say("Channels"),
            says=say(
                "By capability, each with its media. Entries are all entries of this pilot on a "
                "medium; hours are the median from what was said on it (contributions and "
                "questions) to the first entry somebody else answered it with."
            ),
            rows=(
                "S003-capabilities-not-tools",
                "S003-fragmentation",
                "S003-audience-fit",
                "S002-problem-before-tool",
                "S001-tool-purpose-sentence",
            ),
            answer=_working,
            template="media/_media.html",
        ),
        View(
            slug="swaps",
            title=say("Channel changed"),
            says=say(
                "What changed and what came of it, at the same capability. Entries a week are "
                "those on the old medium from its adoption to the swap, and those on the new one "
                "since; hours are the median to the first response to what was said on each."
            ),
            rows=("S000-media-interchangeable", "S003-fragmentation"),
            answer=_swaps,
            template="media/_swaps.html",
        ),
    ),
)
