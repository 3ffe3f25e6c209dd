"""The rows of S003 on taking part and what it grows into."""

from pilots.exchange.polis_import import PolisImport
from projections.portfolio.goal_tree import goal_tree
from web.composer.composer import composer_for
from web.method.row import Row, row

ROWS: tuple[Row, ...] = (
    row(
        "S003-business-planning",
        "Missions, goals, objectives and strategies can stand above pilots, and need not.",
        goal_tree,
        claim="Tactics hang from goals where there are goals.",
    ),
    row(
        "S003-fragmentation",
        "Media differ in speed, formality, time and place, and are compared by them.",
        claim="One chooses a medium by how fast, how formal, when and where it works.",
    ),
    row(
        "S003-broadcast-vs-collab",
        "Peer share is shown as a gauge and a trend; three falls in a row are pointed out.",
    ),
    row(
        "S003-consumer-to-creator",
        "A ladder from observing to leading, with the day each rung was first reached.",
        claim="Who only consumed begins to take part, and then to create.",
    ),
    row(
        "S003-outcome-chain",
        "Measures and values are placed by stakeholder and outcome; empty squares show.",
        claim="Satisfaction and retention of people lead to cost and sales.",
    ),
    row(
        "S003-cultural-shift",
        "Three fixed questions, shown from five answers on, over time.",
        claim="How people work together changes slowly, and can be seen.",
    ),
    row("S003-systemic-practice", "A practice is adopted from lessons that held in two pilots."),
    row(
        "S003-give-and-take",
        "How many ties go both ways, and how much is given for what is asked; of all together.",
        claim="It is give and take.",
    ),
    row(
        "S003-instruct-delight",
        "Two taps on each lesson; a pilot whose lessons lack one is pointed out.",
    ),
    row(
        "S003-craft",
        "A curve for each capability: attempts against usefulness and time to the first answer.",
        claim="The more one does it, the better one gets.",
    ),
    row(
        "S003-meta-ratio",
        "Two weeks with more talk about the tool than about work are pointed out.",
    ),
    row(
        "S003-jump-in",
        "An entry needs one field; how long newcomers take to their first is shown as a median.",
        composer_for,
        claim="One jumps in, and notices.",
    ),
    row("S003-audience-fit", "A medium nobody was found on is pointed out."),
    row(
        "S003-inert-import",
        "What is imported is text: escaped, never run, and it can be taken back with a trace.",
        PolisImport,
        claim="What others wrote does nothing by itself.",
    ),
)
