"""Metrics of taking part: how many people, in how many entries, and whom they answer."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct, field

from domain.facts.participation import ParticipationLogged
from domain.kernel.messages import say
from domain.metrics.metric import FEWEST_OF_A_SHARE, Figure, Metric
from domain.metrics.weeks import week_of

LOGGED = (ParticipationLogged,)
ANSWERING = ("react", "answer")
TO_SOMEBODY = ("to-host", "to-peer")
BEGGING = ("ask", "invite")

PEOPLE = Metric(
    slug="people",
    title=say("People"),
    definition=say(
        "Different people who took part in any way, alone or along with others; who is known twice "
        "counts once."
    ),
    unit="people",
    population="whoever led an entry or was along in one",
    facts=LOGGED,
    events="entries=all",
)
PEOPLE_REACTING = Metric(
    slug="people-reacting",
    title=say("People who reacted"),
    definition=say("Different people who reacted; who is known twice counts once."),
    unit="people",
    population="whoever led a reaction",
    facts=LOGGED,
    events="mode=react",
)
ENTRIES = Metric(
    slug="entries",
    title=say("Entries"),
    definition=say(
        "Everything logged about taking part that was not taken back, also what a later entry took "
        "the place of."
    ),
    unit="entries",
    population="entries that were not taken back",
    facts=LOGGED,
    events="entries=all",
)
CONTRIBUTIONS = Metric(
    slug="contributions",
    title=say("Contributions"),
    definition=say("Entries by which somebody contributed something."),
    unit="entries",
    population="entries that were not taken back",
    facts=LOGGED,
    events="mode=contribute",
)
CONTRIBUTIONS_BY_TEAM = Metric(
    slug="contributions-by-team",
    title=say("Contributions by the team"),
    definition=say("Contributions of the owner, the sponsor or a member of the team."),
    unit="entries",
    population="contributions",
    facts=LOGGED,
)
REACTIONS = Metric(
    slug="reactions",
    title=say("Reactions"),
    definition=say("Entries by which somebody reacted, every one ever given."),
    unit="entries",
    population="entries that were not taken back",
    facts=LOGGED,
    events="mode=react",
)
CURRENT_REACTIONS = Metric(
    slug="current-reactions",
    title=say("Current reactions"),
    definition=say("Reactions that no later one took the place of."),
    unit="entries",
    population="reactions",
    facts=LOGGED,
)
REPLIES = Metric(
    slug="replies",
    title=say("Reactions and answers to somebody else"),
    definition=say("Reactions and answers to the host or to a peer."),
    unit="entries",
    population="reactions and answers",
    facts=LOGGED,
    events="direction=to-peer&direction=to-host&mode=react&mode=answer",
)
REPLIES_TO_PEERS = Metric(
    slug="replies-to-peers",
    title=say("Reactions and answers to a peer"),
    definition=say("Reactions and answers to somebody other than the host."),
    unit="entries",
    population="reactions and answers to somebody else",
    facts=LOGGED,
    events="direction=to-peer&mode=react&mode=answer",
)
PEER_SHARE = Metric(
    slug="peer-share",
    title=say("Peer share"),
    definition=say(
        "The share of reactions and answers to somebody else that went to a peer and not to the "
        "host."
    ),
    unit="share",
    population="reactions and answers to somebody else",
    enough=FEWEST_OF_A_SHARE,
    facts=LOGGED,
    events=REPLIES_TO_PEERS.events,
)
BROADCAST = Metric(
    slug="broadcast",
    title=say("Broadcast entries"),
    definition=say("Entries told to all that neither ask nor invite, and all that sell."),
    unit="entries",
    population="entries that were not taken back",
    facts=LOGGED,
)
BROADCAST_SHARE = Metric(
    slug="broadcast-share",
    title=say("Broadcast share"),
    definition=say(
        "The share of entries that are told to all and neither ask nor invite, or that sell."
    ),
    unit="share",
    population="entries that were not taken back",
    enough=FEWEST_OF_A_SHARE,
    facts=LOGGED,
)

ENTRIES_ON_MEDIUM = Metric(
    slug="entries-on-medium",
    title=say("Entries on a medium"),
    definition=say("Entries that name the medium and were not taken back."),
    unit="entries",
    population="entries",
    facts=(ParticipationLogged,),
)
ENTRIES_OF_INTENT = Metric(
    slug="entries-of-intent",
    title=say("Entries with an intent"),
    definition=say("Entries that are tagged with the intent and were not taken back."),
    unit="entries",
    population="entries",
    facts=(ParticipationLogged,),
)
ENTRIES_OF_PERSON = Metric(
    slug="entries-of-person",
    title=say("Entries of one person"),
    definition=say("Entries the person led or was along in and that were not taken back."),
    unit="entries",
    population="entries",
    facts=(ParticipationLogged,),
)


class Tally(Struct, frozen=True):
    """How many entries of one kind happened on a day (UTC)."""

    occurred_on: date
    mode: str
    direction: str
    about: str
    amount: int


class EntryShares(Struct, frozen=True, kw_only=True):
    """How many entries there were, and which share of them went where."""

    entries: Figure
    broadcast: Figure
    broadcast_share: Figure
    replies: Figure = field(name="answers")
    replies_to_peers: Figure = field(name="to_peers")
    peer_share: Figure


def is_broadcast(mode: str, direction: str) -> bool:
    """Tell whether an entry is said at people and not with them.

    People do not like messages (S001): what is broadcast counts as such unless it asks or invites.
    Selling always does, whoever it is told to (S004).
    """
    return mode == "sell" or (direction == "broadcast" and mode not in BEGGING)


def shares_of(ways: Iterable[tuple[str, str, int]], since: date | None = None) -> EntryShares:
    """Return the shares of entries, given as mode, direction and how many of these."""
    entries = broadcast = replies = to_peers = 0
    for mode, direction, amount in ways:
        entries += amount
        broadcast += amount * is_broadcast(mode, direction)
        if mode in ANSWERING and direction in TO_SOMEBODY:
            replies += amount
            to_peers += amount * (direction == "to-peer")
    return EntryShares(
        entries=ENTRIES.counts(entries, since),
        broadcast=BROADCAST.counts(broadcast, since),
        broadcast_share=BROADCAST_SHARE.share(broadcast, entries, since),
        replies=REPLIES.counts(replies, since),
        replies_to_peers=REPLIES_TO_PEERS.counts(to_peers, since),
        peer_share=PEER_SHARE.share(to_peers, replies, since),
    )


def shares_by_week(tallies: Iterable[Tally], mondays: Sequence[date]) -> tuple[EntryShares, ...]:
    """Return the shares of each of some weeks, given by their Mondays; quiet weeks among them."""
    ways: dict[date, Counter[tuple[str, str]]] = {monday: Counter() for monday in mondays}
    for each in tallies:
        if (monday := week_of(each.occurred_on)) in ways:
            ways[monday][each.mode, each.direction] += each.amount
    return tuple(
        shares_of(((*way, amount) for way, amount in found.items()), monday)
        for monday, found in ways.items()
    )
