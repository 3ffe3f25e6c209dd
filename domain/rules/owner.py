"""How the owner of a pilot takes part in it: who leads goes on, asks, and promotes little."""

from datetime import datetime

from domain.kernel.messages import say
from domain.metrics.metric import FEWEST_OF_A_SHARE
from domain.rules.known import Doing, Known
from domain.rules.rule import Next, Sentences, Warn
from domain.rules.thresholds import DAY, MONTH


def _owner_silent(known: Known, moment: datetime, threshold: int) -> Sentences:
    charter = known.charter
    if charter.stage != "running" or not known.turnout.entries:
        return
    since = moment - threshold * DAY
    whole_days = known.tallies(charter.day_of(since + DAY))
    others = sum(each.amount for each in whole_days)
    began = charter.started_at or charter.proposed_at
    if others and began <= since and not _between(known.doings(charter.owner), since, moment):
        owner = charter.owner
        name = known.name_of(owner)
        yield (
            say(
                "{name} has not taken part for {threshold} days, while others have.",
                name=name,
                threshold=threshold,
            ),
            Next("log-participation", say("Log what {name} did", name=name), {"with": owner}),
        )


def _bait(known: Known, moment: datetime, threshold: int) -> Sentences:
    owner = known.charter.owner
    doings = [each for each in known.doings(owner) if each.occurred_at <= moment]
    reach = [each.touched_at for each in known.measures if each.kind == "reach"]
    if known.charter.stage != "running" or not doings or not reach:
        return
    stopped = doings[-1].occurred_at
    if max(reach) > stopped and moment - stopped >= threshold * DAY:
        name = known.name_of(owner)
        yield (
            say(
                "{name} stopped taking part and asks for reach: people come once somebody goes on.",
                name=name,
            ),
            Next("log-participation", say("Log what {name} does next", name=name), {"with": owner}),
        )


def _business_card(known: Known, moment: datetime, threshold: int) -> Sentences:
    invited = [each.opened_at for each in known.invitations]
    since = max([moment - MONTH, *invited])
    doings = [each for each in known.doings(known.charter.owner) if each.occurred_at > since]
    promoting = sum(each.mode == "promote" for each in doings)
    if len(doings) >= FEWEST_OF_A_SHARE and promoting * 100 > threshold * len(doings):
        yield (
            say(
                "{promoting} of the last {n} entries of {name} promote something.",
                promoting=promoting,
                n=len(doings),
                name=known.name_of(known.charter.owner),
            ),
            Next("open-invitation", say("Invite instead")),
        )


def _between(doings: tuple[Doing, ...], since: datetime, until: datetime) -> bool:
    return any(since < each.occurred_at <= until for each in doings)


RULES = (
    Warn(
        id="S003-in-it-to-win-it",
        claim=say("Who owns a pilot takes part in it."),
        check=_owner_silent,
    ),
    Warn(
        id="S003-vp-bait",
        claim=say("Who waits for reach before going on will wait: people come to those who go on."),
        check=_bait,
    ),
    Warn(
        id="S001-business-card",
        claim=say("Nobody likes a host who only promotes."),
        check=_business_card,
    ),
)
