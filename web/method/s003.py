"""The rows of S003 on the Confluence Process itself."""

from domain.kernel.messages import say
from domain.rules.learning_loops import learning_loops
from pilots.commands.decision import TakeDecision
from pilots.commands.pilot import StartPilot
from pilots.exchange.polis_import import PolisImport
from projections.media.tool_lessons import lessons_about
from projections.portfolio.goal_tree import goal_tree
from web.composer.composer import composer_for
from web.method.row import MethodRow, row
from web.pages.pilot.loops import loops_of

ROWS: tuple[MethodRow, ...] = (
    row(
        "S003-catch22-collab",
        say("A pilot starts on a guess; no step asks for proof of value."),
        StartPilot,
        claim=say("What collaboration is worth shows only once one collaborates."),
    ),
    row(
        "S003-catch22-tools",
        say("The page of a medium says “not yet known” until somebody used it."),
        lessons_about,
        claim=say("What a tool is worth shows only once one uses it."),
    ),
    row(
        "S003-catch22-of-catch22s",
        say("An experiment without capability or medium is half a loop."),
    ),
    row(
        "S003-confluence-loop",
        say("A turn is counted when its last ingredient comes, whatever their order."),
        learning_loops,
        loops_of,
        claim=say("Where the two loops meet, both can be solved."),
    ),
    row(
        "S003-simultaneous", say("Three lessons of one loop and none of the other are pointed out.")
    ),
    row("S003-iterative", say("An experiment that builds on no lesson is pointed out.")),
    row(
        "S003-participation-first",
        say("Values wait for five people, ten entries, two days; until then the guess is folded."),
    ),
    row(
        "S003-expected-vs-discovered",
        say("What was expected stands beside what came, with how far it got and how it moved."),
        claim=say("The expected value and the true one differ."),
    ),
    row(
        "S003-in-it-to-win-it",
        say("An owner who is silent for 14 days while others go on is pointed out."),
    ),
    row("S003-vp-bait", say("An owner who stopped and asks for reach is pointed out.")),
    row(
        "S003-persist-before-verdict",
        say("Stopping asks for a reason before three entries over 14 days."),
        TakeDecision,
    ),
    row("S003-wrong-questions", say("Tool-first requests are kept word for word, and said again.")),
    row("S003-selfish", say("A measure that takes from people is paired with what they get.")),
    row(
        "S003-capabilities-not-tools",
        say("A medium is adopted for a capability; reports go by capability."),
    ),
    row(
        "S003-business-planning",
        say("Missions, goals, objectives and strategies can stand above pilots, and need not."),
        goal_tree,
        claim=say("Tactics hang from goals where there are goals."),
    ),
    row(
        "S003-fragmentation",
        say("Media differ in speed, formality, time and place, and are compared by them."),
        claim=say("One chooses a medium by how fast, how formal, when and where it works."),
    ),
    row(
        "S003-broadcast-vs-collab",
        say("Peer share is shown as a gauge and a trend; three falls in a row are pointed out."),
    ),
    row(
        "S003-consumer-to-creator",
        say("A ladder from observing to leading, with the day each rung was first reached."),
        claim=say("Who only consumed begins to take part, and then to create."),
    ),
    row(
        "S003-outcome-chain",
        say("Measures and values are placed by stakeholder and outcome; empty squares show."),
        claim=say("Satisfaction and retention of people lead to cost and sales."),
    ),
    row(
        "S003-cultural-shift",
        say("Three fixed questions, shown from five answers on, over time."),
        claim=say("How people work together changes slowly, and can be seen."),
    ),
    row(
        "S003-systemic-practice", say("A practice is adopted from lessons that held in two pilots.")
    ),
    row(
        "S003-give-and-take",
        say(
            "How many ties go both ways, and how much is given for what is asked; of all together."
        ),
        claim=say("It is give and take."),
    ),
    row(
        "S003-instruct-delight",
        say("Two taps on each lesson; a pilot whose lessons lack one is pointed out."),
    ),
    row(
        "S003-craft",
        say(
            "A curve for each capability: attempts against usefulness and time to the first answer."
        ),
        claim=say("The more one does it, the better one gets."),
    ),
    row(
        "S003-meta-ratio",
        say("Two weeks with more talk about the tool than about work are pointed out."),
    ),
    row(
        "S003-jump-in",
        say(
            "An entry needs one field; how long newcomers take to their first is shown as a median."
        ),
        composer_for,
        claim=say("One jumps in, and notices."),
    ),
    row("S003-audience-fit", say("A medium nobody was found on is pointed out.")),
    row(
        "S003-inert-import",
        say("What is imported is text: escaped, never run, and it can be taken back with a trace."),
        PolisImport,
        claim=say("What others wrote does nothing by itself."),
    ),
)
