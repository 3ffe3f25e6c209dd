"""The views of how people of a pilot talk: to peers, both ways, in answers, and to what end."""

from typing import Any

from msgspec import Struct

from projections.participation.intents import intents
from projections.participation.peer_share import Peers, peers
from projections.participation.reciprocity import give_and_take
from projections.participation.response_times import Answers, answers
from projections.participation.usefulness import credit
from web.aspects.view import Looking, View
from web.charts.trend import Trend, trend
from web.ui.notices import filled_form

TALL = 132.0  # pixels


class PeerShare(Struct, frozen=True):
    """The shares of each week, and the line of those that went to a peer."""

    told: Peers
    drawn: Trend


class Queue(Struct, frozen=True):
    """What waits for an answer, with the form to give one, in the same order."""

    told: Answers
    forms: tuple[str, ...]


def _peer_share(looking: Looking) -> PeerShare:
    told = peers(looking.db, looking.cut, looking.pilot)
    return PeerShare(told, trend([week.shares.peer_share for week in told.weeks], TALL))


def _queue(looking: Looking) -> Queue:
    told = answers(looking.db, looking.cut, looking.pilot, looking.moment)
    given = {"pilot": looking.pilot, "mode": "answer"}
    forms = (filled_form("log-participation", given | {"to": each.entry}) for each in told.queue)
    return Queue(told, tuple(forms))


def _give_and_take(looking: Looking) -> Any:
    return give_and_take(looking.db, looking.cut, looking.pilot)


def _credit(looking: Looking) -> Any:
    return credit(looking.db, looking.cut, looking.pilot)


def _intents(looking: Looking) -> Any:
    return intents(looking.db, looking.cut, looking.pilot)


TALKING = (
    View(
        slug="peer-share",
        title="Peer share",
        says=(
            "Peer share is the reactions and answers to somebody else that went to someone other "
            "than the host, divided by all of them; an entry is broadcast if it is told to all and "
            "neither asks nor invites, or if it sells."
        ),
        rows=("S003-broadcast-vs-collab", "S001-messages-unwelcome", "S004-sell-channel"),
        told=_peer_share,
        template="peer-share.html",
    ),
    View(
        slug="answers",
        title="Questions and answers",
        says=(
            "A question waits until somebody else has responded to it; hours to the first response "
            "are the median over the newest 2,000 contributions and questions that got one."
        ),
        rows=("S004-two-way-capacity", "S000-usefulness"),
        told=_queue,
        template="answers.html",
    ),
    View(
        slug="give-and-take",
        title="Give and take",
        says=(
            "A tie goes from one person to another they reached by taking part; reciprocity is the "
            "share of ties that are answered by one the other way, over the whole network."
        ),
        rows=("S003-give-and-take", "S000-communities-create-networks"),
        told=_give_and_take,
        template="give-and-take.html",
    ),
    View(
        slug="credibility",
        title="Found useful",
        says=(
            "Entries that somebody other than those who took part in them found useful, and how "
            "many different people said so."
        ),
        rows=("S002-useful-participation",),
        told=_credit,
        template="credibility.html",
    ),
    View(
        slug="intents",
        title="What people come for",
        says="Entries by the intent they were tagged with when they were logged.",
        rows=("S002-peer-purposes",),
        told=_intents,
        template="intents.html",
    ),
)
