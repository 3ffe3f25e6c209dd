"""The rows of S000: what for comes first, and media can be interchanged."""

from domain.media import fitting
from pilots.commands.pilot_media import SwapMedium
from projections.participation.activity import reached
from web.method.row import MethodRow, row
from web.ui.hints import shown

ROWS: tuple[MethodRow, ...] = (
    row("S000-tactic-not-strategy", "The charter keeps purpose, strategy and tactics apart."),
    row("S000-what-for", "Scaling is refused without it; before the start it is asked for."),
    row("S000-not-mission-speak", "Brochure words in a purpose or an answer are pointed out."),
    row(
        "S000-media-interchangeable",
        "A swap keeps the pilot’s history whole, and shows before and after side by side.",
        SwapMedium,
        claim="One medium can take the place of another while the capability stays.",
    ),
    row(
        "S000-sneakernet",
        "Paper, phone and USB are media too; a printed sheet is typed in afterwards.",
        fitting,
        claim="The oldest media still work.",
    ),
    row("S000-no-site-list", "A charter that begins with brands or addresses is pointed out."),
    row(
        "S000-usefulness",
        "The page of a medium says whom it reached in a week, and how soon they answered.",
        claim="A medium is useful when it reaches people, and soon.",
    ),
    row(
        "S000-communities-create-networks",
        "Who is tied to whom follows from taking part; no command can add a tie.",
        reached,
        claim="Communities make networks, not the other way round.",
    ),
    row("S000-output-not-outcome", "An answer that only names a thing to make is pointed out."),
    row(
        "S000-hint-of-solution",
        "Every warning carries one button that leads to a form filled in as far as possible.",
        shown,
        claim="Who points at a problem also hints at what to do.",
    ),
)
