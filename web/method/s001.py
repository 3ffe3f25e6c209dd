"""The rows of S001: one question, six goals."""

from domain.kernel.messages import say
from domain.rules.playbooks import playbook_for
from pilots.commands.pilot import ProposePilot
from pilots.commands.pilot_media import AdoptMedium
from projections.learning.success_rate import success_of
from projections.portfolio.comparison import compare
from web.method.row import MethodRow, row
from web.pages.pilot.regions import hero

ROWS: tuple[MethodRow, ...] = (
    row(
        "S001-one-question",
        say("No start without an answer; it is the only question on the form."),
        ProposePilot,
    ),
    row(
        "S001-stumps-people",
        say("The page shows for how many days the question waits."),
        hero,
    ),
    row("S001-vague-goal", say("A vague answer is pointed out, with a prompt to say it again.")),
    row(
        "S001-six-goals",
        say(
            "Each kind of goal opens a playbook: how to take part, what to measure, what to "
            "beware of."
        ),
        playbook_for,
        claim=say("Six kinds of goal ask for six different ways."),
    ),
    row(
        "S001-different-approaches",
        say(
            "Pilots are compared with those of the same kind of goal; mixing them shows a caution."
        ),
        compare,
        claim=say("Different goals cannot be measured by one yardstick."),
    ),
    row("S001-where-before-route", say("Each step is refused before the one it follows from.")),
    row(
        "S001-road-trip",
        say("It wears a badge, needs a last day, and is in no success rate."),
        success_of,
    ),
    row(
        "S001-business-card",
        say("More than 30 percent of the owner’s entries promoting is pointed out."),
    ),
    row(
        "S001-messages-unwelcome",
        say("What is broadcast without asking or inviting anybody counts as broadcast."),
        claim=say("People do not like messages; they like to be asked."),
    ),
    row(
        "S001-measure-or-inconclusive",
        say("Without a measure from before its start it ends inconclusive."),
    ),
    row(
        "S001-tool-purpose-sentence",
        say("A medium is adopted with one sentence on how it helps."),
        AdoptMedium,
        claim=say("Who adopts a tool says how it helps."),
    ),
    row(
        "S001-very-little-expense",
        say("Hours and money are added up, and divided by lessons and by values."),
        claim=say("What a pilot costs is known, and can be little."),
    ),
)
