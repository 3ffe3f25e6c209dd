"""What a pilot learns: turns of the two loops, how fast they go, and what comes of lessons."""

from msgspec import Struct

from domain.kernel.messages import say
from domain.metrics.learning import LEARNING_LOOPS
from domain.rules.confidence import LessonConfidence, lesson_confidences
from domain.rules.cycle_time import CycleTime, cycle_time
from domain.rules.learning_loops import LearningLoop, learning_loops
from projections.learning.authorship import Authorship, authorship_of
from projections.learning.hamster_wheel import HamsterWheel, hamster_wheel_of
from projections.learning.lesson_ratings import LessonRatings, lesson_ratings_of
from projections.learning.practice_curve import PracticeCurve, practice_curves_of
from projections.learning.transfer import Transfers, transfers_of
from projections.pilot.target_changes import TargetChanges, target_changes_of
from web.aspects.view import Aspect, Looking, View
from web.charts.columns import Column, columns

TALL, LOW = 96.0, 64.0  # pixels of a chart
LESSONS_SHOWN = 30  # lessons that most need a second look


class Curves(Struct, frozen=True):
    """The practice curve of each capability, and how many attempts one takes at least."""

    crafts: tuple[PracticeCurve, ...]
    drawn: tuple[tuple[Column, ...], ...]
    enough: int


class Looks(Struct, frozen=True):
    """The lessons that most need a second look, of all that stand, and their half-life in days."""

    lessons: tuple[LessonConfidence, ...]
    total: int
    half_life: int


class Weeks(Struct, frozen=True):
    """The weeks of a pilot, with a column for the entries of each."""

    wheel: HamsterWheel
    drawn: tuple[Column, ...]


def turns_of(looking: Looking) -> list[LearningLoop]:
    """Return each experiment that was started, and what it lacks to be a turn."""
    return learning_loops(looking.known)


def velocity_of(looking: Looking) -> CycleTime:
    """Return how long the legs of the loop take."""
    return cycle_time(looking.known, looking.moment)


def curves_of(looking: Looking) -> Curves:
    """Return how practice pays, capability by capability."""
    enough = looking.threshold("S003-craft")
    crafts = tuple(practice_curves_of(looking.db, looking.cut, looking.pilot, enough))
    drawn = (
        columns([each.useful.value or 0.0 for each in craft.blocks], LOW, 1.0) for craft in crafts
    )
    return Curves(crafts, tuple(drawn), enough)


def squares_of(looking: Looking) -> LessonRatings:
    """Return how much lessons instruct and delight."""
    return lesson_ratings_of(looking.db, looking.cut, looking.pilot)


def transfer_of(looking: Looking) -> Transfers:
    """Return where lessons were used again, and whether they held there."""
    return transfers_of(looking.db, looking.cut, looking.pilot)


def looks_of(looking: Looking) -> Looks:
    """Return which lessons most need a second look."""
    half_life = max(1, looking.threshold("S004-past-performance"))
    lessons = lesson_confidences(looking.known.lessons, looking.moment, half_life)
    return Looks(tuple(lessons[:LESSONS_SHOWN]), len(lessons), half_life)


def hands_of(looking: Looking) -> Authorship:
    """Return over how many people the lessons are spread."""
    percent = looking.threshold("S004-too-fast-for-one")
    return authorship_of(looking.db, looking.cut, looking.pilot, percent)


def moves_of(looking: Looking) -> TargetChanges:
    """Return what was said anew after it had been said before."""
    return target_changes_of(looking.db, looking.cut, looking.known)


def weeks_of(looking: Looking) -> Weeks:
    """Return the weeks of the pilot, and those in which a wheel turned."""
    in_a_row, charter = looking.threshold("S002-hamster-wheel"), looking.known.charter
    wheel = hamster_wheel_of(looking.db, looking.cut, charter, looking.moment, in_a_row)
    return Weeks(wheel, columns([week.entries for week in wheel.weeks], TALL))


LEARNING = Aspect(
    slug="learning",
    title=say("Learning"),
    says=say(
        "How the two loops turn: using tools to learn collaboration, and the other way round."
    ),
    views=(
        View(
            slug="turns",
            title=say("Learning loop"),
            says=LEARNING_LOOPS.definition,
            rows=("S003-confluence-loop", "S003-catch22-collab"),
            answer=turns_of,
            template="learning/_turns.html",
        ),
        View(
            slug="velocity",
            title=say("Days per loop"),
            says=say(
                "Median days from one step of an experiment to its next, over all that were not "
                "given up; a step that was taken early counts as no days."
            ),
            rows=("S003-iterative",),
            answer=velocity_of,
            template="learning/_velocity.html",
        ),
        View(
            slug="wheel",
            title=say("Entries a week, and what was learned"),
            says=say(
                "Entries of each week of the pilot, against the lessons, insights and decisions of "
                "that week; a wheel turns where busy weeks in a row bring none of them."
            ),
            rows=("S002-hamster-wheel",),
            answer=weeks_of,
            template="learning/_wheel.html",
        ),
        View(
            slug="craft",
            title=say("Practice curve"),
            says=say(
                "An attempt is an entry that practises a capability, its own or that of its "
                "experiment; the newest 1,000 are put in equal blocks in the order they happened."
            ),
            rows=("S003-craft",),
            answer=curves_of,
            template="learning/_craft.html",
        ),
        View(
            slug="taps",
            title=say("Worth telling, felt good"),
            says=say(
                "Lessons that stand, by the two taps they got when they were kept: 0 to 3 for how "
                "much one learns, and 0 to 3 for how glad people were."
            ),
            rows=("S003-instruct-delight",),
            answer=squares_of,
            template="learning/_taps.html",
        ),
        View(
            slug="transfer",
            title=say("Held, or did not hold"),
            says=say(
                "Each lesson of this pilot that was used again anywhere, and each of another pilot "
                "that was used here, with what was said of it there."
            ),
            rows=("S004-one-size",),
            answer=transfer_of,
            template="learning/_transfer.html",
        ),
        View(
            slug="confidence",
            title=say("How sure we are today"),
            says=say(
                "How sure a lesson is now: what was said, halved for every half-life that passed "
                "since it was last learned, confirmed or looked at; first what lost most."
            ),
            rows=("S004-past-performance",),
            answer=looks_of,
            template="learning/_confidence.html",
        ),
        View(
            slug="spread",
            title=say("Who writes the lessons"),
            says=say(
                "Different people who wrote the lessons that stand, and the largest share that "
                "one of them wrote; nobody is named."
            ),
            rows=("S004-too-fast-for-one",),
            answer=hands_of,
            template="learning/_spread.html",
        ),
        View(
            slug="goalposts",
            title=say("Changed on the way"),
            says=say(
                "Each time an end, a target, a hypothesis or a value was said anew, with what it "
                "said before struck through, and why; late means after the begin."
            ),
            rows=("S003-expected-vs-discovered",),
            answer=moves_of,
            template="learning/_goalposts.html",
        ),
    ),
)
