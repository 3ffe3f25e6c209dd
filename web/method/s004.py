"""The rows of S004 on evidence and on being ready."""

from domain.kernel.messages import say
from pilots.commands.decision import GiveVerdict, TakeDecision
from pilots.commands.insight import DeriveInsight
from pilots.commands.pilot_purpose import SetParticipantAsk
from pilots.commands.readiness import AssessReadiness
from projections.timeline.feed import latest
from web.method.row import MethodRow, row
from web.pages.review.digest import digest_of

ROWS: tuple[MethodRow, ...] = (
    row("S004-two-kinds", say("A badge says which of the two it is, and why.")),
    row(
        "S004-evidence-to-insight",
        say("An insight names at least one finding."),
        DeriveInsight,
        claim=say("Insights are derived from evidence."),
    ),
    row(
        "S004-all-stakeholders",
        say("A grid of findings by stakeholder and area, with its gaps."),
        claim=say("Evidence comes from all who are concerned, in all areas of work."),
    ),
    row(
        "S004-living-framework",
        say("Insights with their strength and age; without a finding for 90 days they grey."),
        claim=say("What one knows is alive, and goes stale."),
    ),
    row(
        "S004-gut",
        say(
            "The share of cited claims with evidence; how often such decisions held, from eight on."
        ),
        claim=say("A decision from the gut is allowed, and is called so."),
    ),
    row(
        "S004-generic",
        say(
            "An insight with no finding of one’s own, or a template left as it was, is pointed out."
        ),
    ),
    row(
        "S004-one-size",
        say("Lessons say where they hold; reuse shows whether they held there too."),
        claim=say("One size does not fit all."),
    ),
    row(
        "S004-past-performance",
        say("How sure a lesson is halves every 180 days, unless somebody confirms it."),
        claim=say("What held in the past need not hold again."),
    ),
    row(
        "S004-reduce-risk",
        say("Open assumptions by risk, over time."),
        claim=say("Knowing more takes risk away."),
    ),
    row(
        "S004-prepared-to-change",
        say("Asked with each area, and shown where it is decided to scale."),
        AssessReadiness,
        claim=say("Some are prepared to change, and some are not."),
    ),
    row(
        "S004-readiness", say("Scaling is refused, naming each area, until all are made or waived.")
    ),
    row(
        "S004-ask-of-customers",
        say("What the pilot asks of those who take part stands on its page and on the sheet."),
        SetParticipantAsk,
        claim=say("It is said what is asked of people."),
    ),
    row(
        "S004-two-way-capacity",
        say("Questions that wait are listed, and three that wait long are pointed out."),
    ),
    row("S004-campaign", say("A badge for a fixed end and one experiment with no next.")),
    row(
        "S004-blame",
        say(
            "A decision keeps the position it was taken at; its page leads to what was known then."
        ),
        TakeDecision,
        claim=say("Nobody is blamed for what they could not know."),
    ),
    row(
        "S004-honesty-both-sides",
        say("Sponsor and team each give a verdict before they see the other’s; the gap is shown."),
        GiveVerdict,
        claim=say("Both sides say honestly what they think."),
    ),
    row(
        "S004-pool-thoughts",
        say("Scaling and stopping need a conclusion that three people support."),
    ),
    row(
        "S004-too-fast-for-one",
        say(
            "One person writing over 70 percent of the lessons is pointed out; feed and digest "
            "tell."
        ),
        latest,
        digest_of,
    ),
    row(
        "S004-sell-channel",
        say("An entry that sells counts as broadcast."),
        claim=say("It is no other channel to sell by."),
    ),
)
