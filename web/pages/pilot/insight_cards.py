"""Four questions about a pilot, and which view answers which, once it has something to say."""

from collections.abc import Callable, Mapping
from typing import Any

from msgspec import Struct

from domain.kernel.messages import Message, say, say_many
from domain.metrics.metric import FEWEST_OF_A_SHARE
from web.aspects import ASPECTS
from web.aspects.view import Looking, View

NOTHING = Message("")  # is not shown, and nothing is said of it
SHOWN = None
FEWEST_LESSONS, FEWEST_TAPPED, FEWEST_LOOPS, FEWEST_EVIDENCE = 3, 5, 2, 3
FEWEST_PEOPLE, FEWEST_TIED, FEWEST_TIES, FEWEST_USEFUL = 3, 4, 3, 3
FEWEST_SQUARES, FEWEST_CHANNELS, FEWEST_NEWCOMERS, FEWEST_INVITATIONS = 2, 2, 5, 3
FEWEST_HELD = 1

Lacks = Callable[[Any], Message | None]
"""What is missing before a view has something to say; None where nothing is."""


class Card(Struct, frozen=True, kw_only=True):
    """A view as it stands on the page of insights: its sentence, and a picture where one helps."""

    slug: str
    lacks: Lacks
    says: Callable[[Any], Message]
    """What it comes to, in a sentence."""
    picture: str = ""
    """A template in insights/; without one the card is a line."""
    wide: int = 6
    """Of twelve columns."""


class InsightQuestion(Struct, frozen=True):
    """One of the four questions, with the cards that answer it."""

    slug: str
    title: Message
    cards: tuple[Card, ...]


class Answered(Struct, frozen=True):
    """A card that has something to say."""

    card: Card
    view: View
    answer: Any
    says: Message


class AnsweredQuestion(Struct, frozen=True):
    """A question with the cards that have something to say, and what the others still need."""

    question: InsightQuestion
    pictures: tuple[Answered, ...]
    lines: tuple[Answered, ...]
    not_yet: tuple[Message, ...]


VIEWS: Mapping[str, View] = {view.slug: view for aspect in ASPECTS for view in aspect.views}


def answered(question: InsightQuestion, looking: Looking) -> AnsweredQuestion:
    """Return what is known on a question, as far as somebody looks."""
    found, not_yet = [], []
    for card in question.cards:
        view = VIEWS[card.slug]
        answer = view.answer(looking)
        lacking = card.lacks(answer)
        if lacking is None:
            found.append(Answered(card, view, answer, card.says(answer)))
        elif lacking:
            not_yet.append(lacking)
    return AnsweredQuestion(
        question,
        tuple(each for each in found if each.card.picture),
        tuple(each for each in found if not each.card.picture),
        tuple(not_yet),
    )


def _unless(is_enough: bool, lacking: Message) -> Message | None:  # noqa: FBT001  # told by position
    return SHOWN if is_enough else lacking


def _measures(v: Any) -> Message:
    return say_many(len(v.states.aims), "{n} measure.", "{n} measures.")


def _value(v: Any) -> Message:
    expected, found = v.ledger.expected.count, v.ledger.discovered.count
    return say(
        "Expected: {expected}. Found: {found}. Nobody had expected {surprises} of them.",
        expected=expected,
        found=found,
        surprises=sum(len(group.lines) for group in v.surprises),
    )


def _filled(v: Any) -> int:
    return sum(bool(square.pieces) for side in v.sides for square in side.squares)


def _grid(v: Any) -> Message:
    return say_many(
        _filled(v),
        "{n} of the ways in which people can benefit has a measure or a value.",
        "{n} of the ways in which people can benefit have a measure or a value.",
    )


def _costs(v: Any) -> Message:
    return say_many(v.total.hours, "{n} hour was logged.", "{n} hours were logged.")


def _changed(v: Any) -> Message:
    return say_many(
        v.total.count,
        "{n} thing was said anew, {late} of them after the start.",
        "{n} things were said anew, {late} of them after the start.",
        late=v.late.count,
    )


def _closed(v: Any) -> int:
    return sum(not each.missing for each in v)


def _loops(v: Any) -> Message:
    return say_many(
        _closed(v),
        "{n} loop completed: tried, talked, learned about both, and built on it.",
        "{n} loops completed: tried, talked, learned about both, and built on it.",
    )


def _pace(v: Any) -> Message:
    if not v.slowest:
        return say("No step took any time so far.")
    longest = max(v.legs, key=lambda leg: leg.days.value or 0.0)
    return say(
        "The longest step: {step}, {days} days in the middle.",
        step=v.slowest,
        days=round(longest.days.value or 0.0, 1),
    )


def _loops_measured(v: Any) -> int:
    return sum(each.loops for each in v.quarters)


def _sure(v: Any) -> Message:
    return say(
        "What was said, halved every {n} days unless somebody checks it again.", n=v.half_life
    )


def _transfer(v: Any) -> Message:
    return say(
        "Held {held} times elsewhere, did not hold {failed} times.",
        held=v.held.count,
        failed=v.failed.count,
    )


def _taps(v: Any) -> Message:
    return say_many(v.tapped.count, "{n} lesson was voted on.", "{n} lessons were voted on.")


def _weeks(v: Any) -> Message:
    busy = v.wheel.turning.count
    if busy:
        return say_many(
            busy,
            "{n} week was busy, and nothing was learned.",
            "{n} weeks were busy, and nothing was learned.",
        )
    return say_many(sum(week.entries for week in v.wheel.weeks), "{n} entry.", "{n} entries.")


def _practice(v: Any) -> Message:
    craft = v.crafts[0]
    return say("{n} attempts at “{skill}”.", n=craft.attempts.count, skill=craft.capability)


def _missing_attempts(v: Any) -> Message:
    most = max((each.attempts.count for each in v.crafts), default=0)
    if not most:
        return NOTHING
    return say_many(
        3 * v.enough - most,
        "practice curve: {n} more attempt",
        "practice curve: {n} more attempts",
    )


def _rungs(v: Any) -> Message:
    people = max(rung.people.count for rung in v)
    return say_many(
        people,
        "How many people did each at least once, {n} at most.",
        "How many people did each at least once, {n} at most.",
    )


def _peers(v: Any) -> Message:
    whole = v.over_time.whole
    return say(
        "{part} of {whole} replies went to another participant.",
        part=whole.replies_to_peers.count,
        whole=whole.replies.count,
    )


def _waiting(v: Any) -> Message:
    return say_many(v.answers.waiting.count, "{n} question waits.", "{n} questions wait.")


def _ties(v: Any) -> Message:
    return say_many(
        v.people.count, "{n} person reached somebody.", "{n} people reached each other."
    )


def _useful(v: Any) -> Message:
    return say_many(
        v.useful.count,
        "{n} entry was found useful, by {people}.",
        "{n} entries were found useful, by {people}.",
        people=say_many(v.people.count, "{n} person", "{n} people"),
    )


def _intents(v: Any) -> Message:
    return say("Most often: {intent}.", intent=v[0].intent)


def _owners(v: Any) -> Message:
    return say_many(
        sum(each.entries.count for each in v),
        "{n} entry by owner and sponsor.",
        "{n} entries by owner and sponsor.",
    )


def _audience(v: Any) -> Message:
    return say(
        "{part} of {whole} people are from your audience.",
        part=v.on_target.count,
        whole=v.people.count,
    )


def _first_entry(v: Any) -> Message:
    return say(
        "The first entry comes after {hours} hours, median of {n}.",
        hours=round(v.median_hours.value or 0.0, 1),
        n=v.logged.count,
    )


def _invitations(v: Any) -> Message:
    return say(
        "{part} of {whole} taken up; {people} came.",
        part=v.taken_up.count,
        whole=v.opened.count,
        people=say_many(v.people.count, "{n} person", "{n} people"),
    )


def _mood(v: Any) -> Message:
    return say("The newest month: {n} answers, without names.", n=v.months[-1].answered)


def _has_mood(v: Any) -> bool:
    return any(each.medians for each in v.months)


def _channels(v: Any) -> int:
    adopted = {
        each.medium for skill in v.capabilities for each in skill.media if each.entries.count
    }
    return len(adopted | {each.medium for each in v.beside})


def _media(v: Any) -> Message:
    return say_many(_channels(v), "Entries on {n} channel.", "Entries on {n} channels.")


def _swaps(v: Any) -> Message:
    last = v[-1]
    return say("“{new}” took the place of “{old}”.", new=last.after.medium, old=last.before.medium)


def _asked(v: Any) -> Message:
    return say_many(len(v.sides), "{n} group is covered.", "{n} groups are covered.")


def _explained(v: Any) -> Message:
    return say_many(len(v.beams), "{n} explanation.", "{n} explanations.")


def _assumed(v: Any) -> Message:
    return say("{open} open, {tested} tested.", open=len(v.risks.open), tested=len(v.risks.tested))


def _ready(v: Any) -> Message:
    return say(
        "{settled} of {all} areas are made or not needed.",
        settled=v.board.settled.count,
        all=len(v.board.posts),
    )


def _decided(v: Any) -> Message:
    checked = [each for each in v.verdicts if each.held is not None]
    return say(
        "{held} of {n} checked decisions held.",
        held=sum(bool(each.held) for each in checked),
        n=len(checked),
    )


QUESTIONS = (
    InsightQuestion(
        "worked",
        say("Did it work?"),
        (
            Card(
                slug="measures",
                lacks=lambda v: _unless(bool(v.states.aims), say("a measure")),
                says=_measures,
                picture="_measures.html",
                wide=8,
            ),
            Card(
                slug="ledger",
                lacks=lambda v: _unless(bool(v.ledger.lines), say("expected value")),
                says=_value,
                picture="_value.html",
                wide=4,
            ),
            Card(
                slug="costs",
                lacks=lambda v: _unless(bool(v.total.hours or v.total.money), say("what it cost")),
                says=_costs,
            ),
            Card(
                slug="goalposts",
                lacks=lambda v: _unless(v.total.count > 0, NOTHING),
                says=_changed,
            ),
            Card(
                slug="grid",
                lacks=lambda v: _unless(_filled(v) >= FEWEST_SQUARES, NOTHING),
                says=_grid,
            ),
        ),
    ),
    InsightQuestion(
        "learned",
        say("What did we learn?"),
        (
            Card(
                slug="turns",
                lacks=lambda v: _unless(bool(v), say("a first learning loop: an ended experiment")),
                says=_loops,
                picture="_loops.html",
                wide=5,
            ),
            Card(
                slug="confidence",
                lacks=lambda v: _unless(
                    v.total >= FEWEST_LESSONS,
                    say_many(
                        FEWEST_LESSONS - v.total,
                        "how sure we are: {n} more lesson",
                        "how sure we are: {n} more lessons",
                    ),
                ),
                says=_sure,
                picture="_sure.html",
                wide=7,
            ),
            Card(
                slug="velocity",
                lacks=lambda v: _unless(
                    _loops_measured(v) >= FEWEST_LOOPS,
                    say_many(
                        FEWEST_LOOPS - _loops_measured(v),
                        "days per loop: {n} more loop",
                        "days per loop: {n} more loops",
                    ),
                ),
                says=_pace,
            ),
            Card(
                slug="transfer",
                lacks=lambda v: _unless(
                    v.held.count + v.failed.count >= FEWEST_HELD, say("used elsewhere")
                ),
                says=_transfer,
            ),
            Card(
                slug="taps",
                lacks=lambda v: _unless(
                    v.tapped.count >= FEWEST_TAPPED,
                    say_many(
                        FEWEST_TAPPED - v.tapped.count,
                        "votes: {n} more lesson",
                        "votes: {n} more lessons",
                    ),
                ),
                says=_taps,
            ),
            Card(
                slug="craft",
                lacks=lambda v: _unless(
                    any(each.blocks for each in v.crafts), _missing_attempts(v)
                ),
                says=_practice,
            ),
            Card(
                slug="spread",
                lacks=lambda v: _unless(v.lessons.count >= FEWEST_TAPPED, NOTHING),
                says=lambda v: say_many(
                    v.people.count,
                    "{n} person wrote the lessons.",
                    "{n} people wrote the lessons.",
                ),
            ),
        ),
    ),
    InsightQuestion(
        "part",
        say("Who takes part?"),
        (
            Card(
                slug="wheel",
                lacks=lambda v: _unless(
                    any(week.entries for week in v.wheel.weeks), say("entries")
                ),
                says=_weeks,
                picture="_weeks.html",
                wide=12,
            ),
            Card(
                slug="ladder",
                lacks=lambda v: _unless(
                    max((rung.people.count for rung in v), default=0) >= FEWEST_PEOPLE,
                    say("from listening to leading"),
                ),
                says=_rungs,
                picture="_rungs.html",
                wide=6,
            ),
            Card(
                slug="media",
                lacks=lambda v: _unless(_channels(v) >= FEWEST_CHANNELS, say("channels")),
                says=_media,
                picture="_channels.html",
                wide=6,
            ),
            Card(
                slug="peer-share",
                lacks=lambda v: _unless(
                    v.over_time.whole.replies.count >= FEWEST_OF_A_SHARE,
                    say_many(
                        FEWEST_OF_A_SHARE - v.over_time.whole.replies.count,
                        "replies to each other: {n} more reply",
                        "replies to each other: {n} more replies",
                    ),
                ),
                says=_peers,
            ),
            Card(
                slug="answers",
                lacks=lambda v: _unless(v.answers.asked.count > 0, NOTHING),
                says=_waiting,
            ),
            Card(
                slug="give-and-take",
                lacks=lambda v: _unless(
                    v.people.count >= FEWEST_TIED and v.ties.count >= FEWEST_TIES,
                    say("who works with whom"),
                ),
                says=_ties,
            ),
            Card(
                slug="credibility",
                lacks=lambda v: _unless(v.useful.count >= FEWEST_USEFUL, say("useful")),
                says=_useful,
            ),
            Card(
                slug="on-target",
                lacks=lambda v: _unless(v.audiences > 0, say("from your audience: list one")),
                says=_audience,
            ),
            Card(
                slug="first-log",
                lacks=lambda v: _unless(
                    v.logged.count >= FEWEST_NEWCOMERS,
                    say_many(
                        FEWEST_NEWCOMERS - v.logged.count,
                        "newcomers: {n} more",
                        "newcomers: {n} more",
                    ),
                ),
                says=_first_entry,
            ),
            Card(
                slug="invitations",
                lacks=lambda v: _unless(
                    v.opened.count >= FEWEST_INVITATIONS,
                    say_many(
                        v.opened.count, "invitations ({n} opened)", "invitations ({n} opened)"
                    ),
                ),
                says=_invitations,
            ),
            Card(slug="pulse", lacks=lambda v: _unless(_has_mood(v), say("mood")), says=_mood),
            Card(
                slug="intents",
                lacks=lambda v: _unless(bool(v), say("what people come for: not asked")),
                says=_intents,
            ),
            Card(slug="swaps", lacks=lambda v: _unless(bool(v), NOTHING), says=_swaps),
            Card(
                slug="owners",
                lacks=lambda v: _unless(any(each.entries.count for each in v), NOTHING),
                says=_owners,
            ),
        ),
    ),
    InsightQuestion(
        "rests",
        say("What does it rest on?"),
        (
            Card(
                slug="framework",
                lacks=lambda v: _unless(bool(v.beams), say("an explanation")),
                says=_explained,
                picture="_explained.html",
                wide=6,
            ),
            Card(
                slug="risks",
                lacks=lambda v: _unless(
                    bool(v.risks.open or v.risks.tested), say("what we assumed")
                ),
                says=_assumed,
                picture="_assumed.html",
                wide=6,
            ),
            Card(
                slug="decisions",
                lacks=lambda v: _unless(bool(v.verdicts), say("a decision")),
                says=_decided,
                picture="_decided.html",
                wide=6,
            ),
            Card(
                slug="readiness",
                lacks=lambda v: _unless(
                    v.board.assessed.count > 0 or v.board.settled.count > 0,
                    say("ready to grow"),
                ),
                says=_ready,
                picture="_ready.html",
                wide=6,
            ),
            Card(
                slug="coverage",
                lacks=lambda v: _unless(
                    v.placed.count + v.without_area.count >= FEWEST_EVIDENCE,
                    say("who was asked"),
                ),
                says=_asked,
            ),
        ),
    ),
)
