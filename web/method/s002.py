"""The rows of S002: the problem before the tool, five steps, and no hamster wheels."""

from domain.kernel.messages import say
from pilots.commands.participation import AcknowledgeParticipation
from projections.participation.entry_filter import matching
from web.bootstrap import build
from web.method.row import MethodRow, row

ROWS: tuple[MethodRow, ...] = (
    row("S002-problem-before-tool", say("No medium is adopted before a problem is named.")),
    row(
        "S002-five-step-path",
        say("A strip shows how far each step is walked; a skipped one is named."),
    ),
    row(
        "S002-interest-level", say("An audience that is only an age or an address is pointed out.")
    ),
    row(
        "S002-useful-participation",
        say("Those on the receiving side say whether it was useful; nobody thanks themselves."),
        AcknowledgeParticipation,
        claim=say("Being useful makes credible."),
    ),
    row(
        "S002-lead-by-inviting",
        say("Invitations are counted by whether anybody came."),
        claim=say("One leads by opening ways to take part."),
    ),
    row(
        "S002-focus-measure",
        say("Measures that point at no audience and no outcome are listed."),
        claim=say("Without focus one does not know what to measure."),
    ),
    row(
        "S002-wrong-followers",
        say("Beside every count of people stands how many are of a listed audience."),
        claim=say("Many people may be the wrong people."),
    ),
    row(
        "S002-three-wastes",
        say("A stopped pilot shows what was spent before and after the evidence turned."),
        claim=say("Time, resources and money are what one can waste."),
    ),
    row(
        "S002-hamster-wheel",
        say(
            "Three busy weeks without learning are pointed out, and a rerun that builds on nothing."
        ),
    ),
    row(
        "S002-agenda-not-stress",
        say("One tap says how much energy there is; it shows for five people or more."),
        claim=say("It should move what one wants, and not only cost strength."),
    ),
    row(
        "S002-peer-purposes",
        say("Entries carry an intent, and can be read by it."),
        matching,
        claim=say("People take part for purposes of their own."),
    ),
    row(
        "S002-small-org",
        say("One process and one SQLite file are enough; nothing outside is needed."),
        build,
        claim=say("It has to work for three people with no budget."),
    ),
)
