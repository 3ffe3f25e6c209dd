"""The rows of S000: what for comes first, and media can be interchanged."""

from domain.kernel.messages import say
from domain.media import fitting
from pilots.commands.pilot_media import SwapMedium
from projections.participation.activity import reached
from web.method.row import MethodRow, row
from web.ui.hints import shown

ROWS: tuple[MethodRow, ...] = (
    row("S000-tactic-not-strategy", say("The charter keeps purpose, strategy and tactics apart.")),
    row("S000-what-for", say("Scaling is refused without it; before the start it is asked for.")),
    row("S000-not-mission-speak", say("Brochure words in a purpose or an answer are pointed out.")),
    row(
        "S000-media-interchangeable",
        say("A swap keeps the pilot’s history whole, and shows before and after side by side."),
        SwapMedium,
        claim=say("One medium can take the place of another while the capability stays."),
    ),
    row(
        "S000-sneakernet",
        say("Paper, phone and USB are media too; a printed sheet is typed in afterwards."),
        fitting,
        claim=say("The oldest media still work."),
    ),
    row("S000-no-site-list", say("A charter that begins with brands or addresses is pointed out.")),
    row(
        "S000-usefulness",
        say("The page of a medium says whom it reached in a week, and how soon they answered."),
        claim=say("A medium is useful when it reaches people, and soon."),
    ),
    row(
        "S000-communities-create-networks",
        say("Who is tied to whom follows from taking part; no command can add a tie."),
        reached,
        claim=say("Communities make networks, not the other way round."),
    ),
    row(
        "S000-output-not-outcome", say("An answer that only names a thing to make is pointed out.")
    ),
    row(
        "S000-hint-of-solution",
        say("Every warning carries one button that leads to a form filled in as far as possible."),
        shown,
        claim=say("Who points at a problem also hints at what to do."),
    ),
)
