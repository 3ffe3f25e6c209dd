"""What a pilot learns: turns of the two loops, how fast they go, and what comes of lessons."""

from domain.rules.loops import turns
from web.aspects.view import Aspect, View

LEARNING = Aspect(
    slug="learning",
    title="Learning",
    says="How the two loops turn: using tools to learn collaboration, and the other way round.",
    views=(
        View(
            slug="turns",
            title="Turns of both loops",
            says=(
                "A turn is an experiment that ended, two people who reached each other under it, "
                "a lesson of each loop from it, and a next experiment that builds on one."
            ),
            rows=("S003-confluence-loop", "S003-catch22-collab"),
            told=lambda looking: turns(looking.known),
            template="turns.html",
        ),
    ),
)
