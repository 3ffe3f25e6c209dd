"""The rows of S003 on the Confluence Process itself."""

from domain.rules.loops import turns
from pilots.commands.decision import TakeDecision
from pilots.commands.pilot import StartPilot
from projections.media.tool_lessons import lessons_about
from web.method.row import Row, row
from web.pages.pilot.overview import loops_of

ROWS: tuple[Row, ...] = (
    row(
        "S003-catch22-collab",
        "A pilot starts on a guess; no step asks for proof of value.",
        StartPilot,
        claim="What collaboration is worth shows only once one collaborates.",
    ),
    row(
        "S003-catch22-tools",
        "The page of a medium says “not yet known” until somebody used it.",
        lessons_about,
        claim="What a tool is worth shows only once one uses it.",
    ),
    row("S003-catch22-of-catch22s", "An experiment without capability or medium is half a loop."),
    row(
        "S003-confluence-loop",
        "A turn is counted when its last ingredient comes, whatever their order.",
        turns,
        loops_of,
        claim="Where the two loops meet, both can be solved.",
    ),
    row("S003-simultaneous", "Three lessons of one loop and none of the other are pointed out."),
    row("S003-iterative", "An experiment that builds on no lesson is pointed out."),
    row(
        "S003-participation-first",
        "Values wait for five people, ten entries, two days; until then the guess is folded.",
    ),
    row(
        "S003-expected-vs-discovered",
        "What was expected stands beside what came, with how far it got and how it moved.",
        claim="The expected value and the true one differ.",
    ),
    row(
        "S003-in-it-to-win-it",
        "An owner who is silent for 14 days while others go on is pointed out.",
    ),
    row("S003-vp-bait", "An owner who stopped and asks for reach is pointed out."),
    row(
        "S003-persist-before-verdict",
        "Stopping asks for a reason before three entries over 14 days.",
        TakeDecision,
    ),
    row("S003-wrong-questions", "Tool-first requests are kept word for word, and said again."),
    row("S003-selfish", "A measure that takes from people is paired with what they get."),
    row(
        "S003-capabilities-not-tools",
        "A medium is adopted for a capability; reports go by capability.",
    ),
)
