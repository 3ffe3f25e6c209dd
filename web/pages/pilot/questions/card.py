"""What a view says on the page of insights, and how a question is answered by its cards."""

from collections.abc import Callable, Mapping
from typing import Any

from msgspec import Struct

from domain.kernel.messages import Message
from web.aspects import ASPECTS
from web.aspects.view import Looking, View

NOTHING = Message("")  # is not shown, and nothing is said of it
SHOWN = None

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


def unless(is_enough: bool, lacking: Message) -> Message | None:  # noqa: FBT001  # told by position
    """Return what is lacking, unless there is enough."""
    return SHOWN if is_enough else lacking
