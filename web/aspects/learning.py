"""What a pilot learns: turns of the two loops, how fast they go, and what comes of lessons."""

from web.aspects.learning_answers import (
    curves_of,
    hands_of,
    looks_of,
    moves_of,
    squares_of,
    transfer_of,
    turns_of,
    velocity_of,
    weeks_of,
)
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
            told=turns_of,
            template="turns.html",
        ),
        View(
            slug="velocity",
            title="Loop velocity",
            says=(
                "Median days from one step of an experiment to its next, over all that were not "
                "given up; a step that was taken early counts as no days."
            ),
            rows=("S003-iterative",),
            told=velocity_of,
            template="velocity.html",
        ),
        View(
            slug="wheel",
            title="Hamster wheel",
            says=(
                "Entries of each week of the pilot, against the lessons, insights and decisions of "
                "that week; a wheel turns where busy weeks in a row bring none of them."
            ),
            rows=("S002-hamster-wheel",),
            told=weeks_of,
            template="wheel.html",
        ),
        View(
            slug="craft",
            title="Practice curve",
            says=(
                "An attempt is an entry that practises a capability, its own or that of its "
                "experiment; the newest 1,000 are put in equal blocks in the order they happened."
            ),
            rows=("S003-craft",),
            told=curves_of,
            template="craft.html",
        ),
        View(
            slug="taps",
            title="Instructs and delights",
            says=(
                "Lessons that stand, by the two taps they got when they were kept: 0 to 3 for how "
                "much one learns, and 0 to 3 for how glad people were."
            ),
            rows=("S003-instruct-delight",),
            told=squares_of,
            template="taps.html",
        ),
        View(
            slug="transfer",
            title="Reuse: held, or did not",
            says=(
                "Each lesson of this pilot that was used again anywhere, and each of another pilot "
                "that was used here, with what was said of it there."
            ),
            rows=("S004-one-size",),
            told=transfer_of,
            template="transfer.html",
        ),
        View(
            slug="confidence",
            title="Which lessons to look at again",
            says=(
                "How sure a lesson is now: what was said, halved for every half-life that passed "
                "since it was last learned, confirmed or looked at; first what lost most."
            ),
            rows=("S004-past-performance",),
            told=looks_of,
            template="confidence.html",
        ),
        View(
            slug="spread",
            title="Who writes the lessons",
            says=(
                "Different people who wrote the lessons that stand, and the largest share that "
                "one of them wrote; nobody is named."
            ),
            rows=("S004-too-fast-for-one",),
            told=hands_of,
            template="spread.html",
        ),
        View(
            slug="goalposts",
            title="Moved goalposts",
            says=(
                "Each time an end, a target, a hypothesis or a value was said anew, with what it "
                "said before struck through, and why; late means after the begin."
            ),
            rows=("S003-expected-vs-discovered",),
            told=moves_of,
            template="goalposts.html",
        ),
    ),
)
