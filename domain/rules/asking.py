"""What is said of the texts a pilot begins with: advice on words, never a gate."""

from datetime import datetime
from functools import lru_cache

from domain.kernel.messages import say, say_many
from domain.rules.known import Known, Purpose
from domain.rules.rule import Next, Sentences, Warn
from domain.wording import LISTS, Flag, first_words_name_a_tool, flags

ANSWER = "state-accomplishment"


def _unanswered(known: Known, moment: datetime, threshold: int) -> Sentences:
    charter = known.charter
    days = (moment - charter.proposed_at).days
    if not charter.accomplishment and days >= threshold:
        yield (
            say_many(
                days,
                "For {n} day nobody has said what this is to accomplish.",
                "For {n} days nobody has said what this is to accomplish.",
            ),
            Next(ANSWER, say("Answer the one question")),
        )


def _wrong_question(known: Known, _: datetime, __: int) -> Sentences:
    charter, reframed = known.charter, known.purpose.problem
    asked = None if reframed else flagged(known, charter.raw_request, "tool-first")
    if asked:
        yield (
            say(
                "The request asks for a tool (“{phrase}”) and leaves out what people cannot do.",
                phrase=asked.phrase,
            ),
            Next("reframe-request", say("Say it again as a problem")),
        )
    answered = flagged(known, charter.accomplishment, "tool-first")
    if answered:
        yield (
            say(
                "The answer names a tool (“{phrase}”), and nobody who does anything with it.",
                phrase=answered.phrase,
            ),
            Next(ANSWER, say("Say what people will do with it")),
        )


def _vague(known: Known, _: datetime, __: int) -> Sentences:
    if found := flagged(known, known.charter.accomplishment, "vague"):
        says = say("“{phrase}” can mean anything. Who would do what differently?")
        to_do = Next(ANSWER, say("Say who would do what differently"))
        yield says.of(phrase=found.phrase), to_do


def _output(known: Known, _: datetime, __: int) -> Sentences:
    if found := flagged(known, known.charter.accomplishment, "outputs"):
        says = say("“{phrase}” is something to make, not something that changes for anybody.")
        yield says.of(phrase=found.phrase), Next(ANSWER, say("Say what changes for whom"))


def _mission_speak(known: Known, _: datetime, __: int) -> Sentences:
    if found := flagged(known, _purpose_in_words(known.purpose), "mission-speak"):
        yield (
            say(
                "“{phrase}” could stand on any wall. What is to change or be protected?",
                phrase=found.phrase,
            ),
            Next("state-purpose", say("Say it plainly")),
        )
    elif found := flagged(known, known.charter.accomplishment, "mission-speak"):
        yield (
            say(
                "“{phrase}” could stand on any wall. Who would do what differently?",
                phrase=found.phrase,
            ),
            Next(ANSWER, say("Say it plainly")),
        )


def _site_list(known: Known, _: datetime, __: int) -> Sentences:
    charter, to_do = known.charter, Next(ANSWER, say("Begin with what for"))
    begins = charter.accomplishment
    if not begins and not known.purpose.problem:
        begins, to_do = charter.raw_request, Next("reframe-request", say("Begin with the problem"))
    if found := first_words_name_a_tool(begins or "", known.lists):
        yield (
            say(
                "It begins with a list of places (“{phrase}”), before anyone says what for.",
                phrase=found.phrase,
            ),
            to_do,
        )


def flagged(known: Known, text: str | None, kind: str) -> Flag | None:
    """Return what a list finds in a text, where it finds anything."""
    ours = known.lists is LISTS
    found = _flagged_by_ours(text or "") if ours else flags(text or "", known.lists)
    return next((flag for flag in found if flag.list == kind), None)


@lru_cache(maxsize=2048)  # several rules on every page weigh the same few texts
def _flagged_by_ours(text: str) -> tuple[Flag, ...]:
    return flags(text)


def _purpose_in_words(purpose: Purpose) -> str:
    texts = (purpose.change_or_protect, purpose.for_whom, purpose.whose_belief)
    return ". ".join(filter(None, texts))


RULES = (
    Warn(
        id="S001-stumps-people",
        claim=say("An unanswered question is a state one can see, and it gets older."),
        check=_unanswered,
    ),
    Warn(
        id="S003-wrong-questions",
        claim=say("A request that begins with a tool is kept word for word and said again."),
        check=_wrong_question,
    ),
    Warn(
        id="S001-vague-goal", claim=say("A goal says who would do what differently."), check=_vague
    ),
    Warn(
        id="S000-output-not-outcome",
        claim=say("Making a thing is not yet a change for anybody."),
        check=_output,
    ),
    Warn(
        id="S000-not-mission-speak",
        claim=say("What for is said in plain words, not in those of a mission statement."),
        check=_mission_speak,
    ),
    Warn(
        id="S000-no-site-list",
        claim=say("A charter does not begin with a list of sites."),
        check=_site_list,
    ),
)
