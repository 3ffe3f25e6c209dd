"""Who takes part in a pilot and how far they come, and how they talk; nobody is ranked."""

from typing import Any

from msgspec import Struct, field

from domain.kernel.messages import say
from domain.metrics.participation import PEER_SHARE
from projections.participation.intents import intents
from projections.participation.invitations import uptake
from projections.participation.ladder import ladder
from projections.participation.owner_activity import owner_activity
from projections.participation.participants import on_target
from projections.participation.peer_share import PeerShareOverTime, peer_share_over_time
from projections.participation.pulses import pulses
from projections.participation.reciprocity import give_and_take
from projections.participation.response_times import Answers, answers
from projections.participation.time_to_first_entry import first_log
from projections.participation.usefulness import usefulness_of
from web.aspects.view import Aspect, Looking, View
from web.charts.trend import Trend, trend
from web.ui.hints import filled_form


def _ladder(looking: Looking) -> Any:
    return ladder(looking.db, looking.cut, looking.pilot)


def _uptake(looking: Looking) -> Any:
    return uptake(looking.db, looking.cut, looking.pilot)


def _on_target(looking: Looking) -> Any:
    return on_target(looking.db, looking.cut, looking.pilot)


def _pulses(looking: Looking) -> Any:
    return pulses(looking.db, looking.cut, looking.known.charter, looking.settings)


def _first_log(looking: Looking) -> Any:
    return first_log(looking.db, looking.cut, looking.pilot)


def _hosts(looking: Looking) -> Any:
    return owner_activity(looking.db, looking.cut, looking.known.charter)


PEOPLE = (
    View(
        slug="ladder",
        title=say("From listening to leading"),
        says=say(
            "How many different people have done what a rung stands for at least once, and when "
            "the first of them did; one person may stand on several rungs."
        ),
        rows=("S003-consumer-to-creator",),
        answer=_ladder,
        template="participation/_ladder.html",
    ),
    View(
        slug="owners",
        title=say("Owner and sponsor"),
        says=say(
            "Entries the owner and the sponsor led or were along in, and the day of the last one."
        ),
        rows=("S003-in-it-to-win-it", "S003-vp-bait", "S001-business-card"),
        answer=_hosts,
        template="participation/_owners.html",
    ),
    View(
        slug="on-target",
        title=say("From your audience"),
        says=say("Of those who took part, how many joined as part of an audience the pilot lists."),
        rows=("S002-wrong-followers",),
        answer=_on_target,
        template="participation/_on-target.html",
    ),
    View(
        slug="first-log",
        title=say("First entry"),
        says=say(
            "Median of the hours from joining to the first entry of one's own, over newcomers: "
            "people other than the owner who had logged nothing here before they joined."
        ),
        rows=("S003-jump-in",),
        answer=_first_log,
        template="participation/_first-log.html",
    ),
    View(
        slug="invitations",
        title=say("Invitations"),
        says=say(
            "Invitations that were opened, the share taken up by at least one person, and how many "
            "different people came by one."
        ),
        rows=("S002-lead-by-inviting",),
        answer=_uptake,
        template="participation/_invitations.html",
    ),
    View(
        slug="pulse",
        title=say("Mood"),
        says=say(
            "Median of each of the three answers (1 to 5) and mean of the energy (-1 to 1) by "
            "month, where at least five answered; nobody's name is kept."
        ),
        rows=("S003-cultural-shift", "S002-agenda-not-stress"),
        answer=_pulses,
        template="participation/_pulse.html",
    ),
)

TALL = 132.0  # pixels


class PeerShare(Struct, frozen=True):
    """The shares of each week, and the line of those that went to a peer."""

    over_time: PeerShareOverTime = field(name="told")
    drawn: Trend


class Queue(Struct, frozen=True):
    """What waits for an answer, with the form to give one, in the same order."""

    answers: Answers = field(name="told")
    forms: tuple[str, ...]


def _peer_share(looking: Looking) -> PeerShare:
    shares = peer_share_over_time(looking.db, looking.cut, looking.pilot)
    return PeerShare(shares, trend([week.shares.peer_share.value for week in shares.weeks], TALL))


def _queue(looking: Looking) -> Queue:
    waiting = answers(looking.db, looking.cut, looking.pilot, looking.moment)
    given = {"pilot": looking.pilot, "mode": "answer"}
    forms = (filled_form("log-participation", given | {"to": each.entry}) for each in waiting.queue)
    return Queue(waiting, tuple(forms))


def _give_and_take(looking: Looking) -> Any:
    return give_and_take(looking.db, looking.cut, looking.pilot)


def _credit(looking: Looking) -> Any:
    return usefulness_of(looking.db, looking.cut, looking.pilot)


def _intents(looking: Looking) -> Any:
    return intents(looking.db, looking.cut, looking.pilot)


TALKING = (
    View(
        slug="peer-share",
        title=say("Replies to each other"),
        says=PEER_SHARE.definition,
        rows=("S003-broadcast-vs-collab", "S001-messages-unwelcome", "S004-sell-channel"),
        answer=_peer_share,
        template="participation/_peer-share.html",
    ),
    View(
        slug="answers",
        title=say("Questions waiting"),
        says=say(
            "A question waits until somebody else has responded to it; hours to the first response "
            "are the median over the newest 2,000 contributions and questions that got one."
        ),
        rows=("S004-two-way-capacity", "S000-usefulness"),
        answer=_queue,
        template="participation/_answers.html",
    ),
    View(
        slug="give-and-take",
        title=say("Who works with whom"),
        says=say(
            "A tie goes from one person to another they reached by taking part; reciprocity is the "
            "share of ties that are answered by one the other way, over the whole network."
        ),
        rows=("S003-give-and-take", "S000-communities-create-networks"),
        answer=_give_and_take,
        template="participation/_give-and-take.html",
    ),
    View(
        slug="credibility",
        title=say("Useful"),
        says=say(
            "Entries that somebody other than those who took part in them found useful, and how "
            "many different people said so."
        ),
        rows=("S002-useful-participation",),
        answer=_credit,
        template="participation/_credibility.html",
    ),
    View(
        slug="intents",
        title=say("What people come for"),
        says=say("Entries by the intent they were tagged with when they were logged."),
        rows=("S002-peer-purposes",),
        answer=_intents,
        template="participation/_intents.html",
    ),
)


PARTICIPATION = Aspect(
    slug="taking-part",
    title=say("Taking part"),
    says=say("Who takes part and how far they come, whom they talk to, and who answers them."),
    views=(*TALKING, *PEOPLE),
)
