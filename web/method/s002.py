"""The rows of S002: the problem before the tool, five steps, and no hamster wheels."""

from pilots.commands.participation import AcknowledgeParticipation
from projections.participation.entry_filter import matching
from web.bootstrap import build
from web.method.row import MethodRow, row

ROWS: tuple[MethodRow, ...] = (
    row("S002-problem-before-tool", "No medium is adopted before a problem is named."),
    row(
        "S002-five-step-path",
        "A strip shows how far each step is walked; a skipped one is named.",
    ),
    row("S002-interest-level", "An audience that is only an age or an address is pointed out."),
    row(
        "S002-useful-participation",
        "Those on the receiving side say whether it was useful; nobody thanks themselves.",
        AcknowledgeParticipation,
        claim="Being useful makes credible.",
    ),
    row(
        "S002-lead-by-inviting",
        "Invitations are counted by whether anybody came.",
        claim="One leads by opening ways to take part.",
    ),
    row(
        "S002-focus-measure",
        "Measures that point at no audience and no outcome are listed.",
        claim="Without focus one does not know what to measure.",
    ),
    row(
        "S002-wrong-followers",
        "Beside every count of people stands how many are of a listed audience.",
        claim="Many people may be the wrong people.",
    ),
    row(
        "S002-three-wastes",
        "A stopped pilot shows what was spent before and after the evidence turned.",
        claim="Time, resources and money are what one can waste.",
    ),
    row(
        "S002-hamster-wheel",
        "Three busy weeks without learning are pointed out, and a rerun that builds on nothing.",
    ),
    row(
        "S002-agenda-not-stress",
        "One tap says how much energy there is; it shows for five people or more.",
        claim="It should move what one wants, and not only cost strength.",
    ),
    row(
        "S002-peer-purposes",
        "Entries carry an intent, and can be read by it.",
        matching,
        claim="People take part for purposes of their own.",
    ),
    row(
        "S002-small-org",
        "One process and one SQLite file are enough; nothing outside is needed.",
        build,
        claim="It has to work for three people with no budget.",
    ),
)
