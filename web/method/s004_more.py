"""The rows of S004 on deciding together, and answering for it."""

from pilots.commands.decision import GiveVerdict, TakeDecision
from projections.timeline.feed import latest
from web.method.row import Row, row
from web.pages.review.digest import digest_of

ROWS: tuple[Row, ...] = (
    row(
        "S004-two-way-capacity",
        "Questions that wait are listed, and three that wait long are pointed out.",
    ),
    row("S004-campaign", "A badge for a fixed end and one experiment with no next."),
    row(
        "S004-blame",
        "A decision keeps the position it was taken at; its page leads to what was known then.",
        TakeDecision,
        claim="Nobody is blamed for what they could not know.",
    ),
    row(
        "S004-honesty-both-sides",
        "Sponsor and team each give a verdict before they see the other’s; the gap is shown.",
        GiveVerdict,
        claim="Both sides say honestly what they think.",
    ),
    row("S004-pool-thoughts", "Scaling and stopping need a conclusion that three people support."),
    row(
        "S004-too-fast-for-one",
        "One person writing over 70 percent of the lessons is pointed out; feed and digest tell.",
        latest,
        digest_of,
    ),
    row(
        "S004-sell-channel",
        "An entry that sells counts as broadcast.",
        claim="It is no other channel to sell by.",
    ),
)
