"""What stands before a decision: persistence, a conclusion of several people, readiness."""

from datetime import datetime

from domain.decision import way
from domain.kernel.messages import say, say_list
from domain.pilot import UNDER_WAY
from domain.readiness import AREAS, area_in_words
from domain.rules.known import Known
from domain.rules.rule import Gate, Next, Sentences, Wish
from domain.rules.thresholds import PERSISTED

SETTLED = ("made", "waived")


def verdict_of(known: Known, moment: datetime, wish: Wish) -> str:
    """Return what a decision says; to close a pilot before its last day is to stop it."""
    charter = known.charter
    if "verdict" in wish or charter.stage not in UNDER_WAY:
        return str(wish.get("verdict", ""))
    is_early = charter.ends_on is None or charter.day_of(moment) < charter.ends_on
    return "stop" if is_early else ""


def _persisted(known: Known, moment: datetime, threshold: int, wish: Wish) -> Sentences:
    if verdict_of(known, moment, wish) != "stop":
        return
    charter = known.charter
    began = charter.started_at or charter.proposed_at
    entries = sum(each.occurred_at <= moment for each in known.doings(charter.owner))
    days = (moment - began).days
    if entries < threshold or days < PERSISTED.days:
        yield (
            say(
                "It is early to stop: {name} took part {entries} times in {days} days; "
                "{threshold} times over {enough} days is little enough. "
                "Go on, or give a reason.",
                name=known.name_of(charter.owner),
                entries=entries,
                days=days,
                threshold=threshold,
                enough=PERSISTED.days,
            ),
            Next("log-participation", say("Go on and log it")),
        )


def _pooled(known: Known, moment: datetime, threshold: int, wish: Wish) -> Sentences:
    verdict = verdict_of(known, moment, wish)
    if verdict not in ("scale", "stop"):
        return
    reached = [
        each
        for each in known.conclusions
        if each.status == "reached" and each.conclusion == wish.get("conclusion", each.conclusion)
    ]
    most = max((each.supporters for each in reached), default=0)
    if most < threshold:
        sentence = (
            say("the one reached has {most} of {threshold}", most=most, threshold=threshold)
            if reached
            else say("none is reached yet")
        )
        yield (
            say(
                "To {verdict} takes a conclusion that {threshold} people support: {said}.",
                verdict=way(str(verdict)),
                threshold=threshold,
                said=sentence,
            ),
            Next("pool-thought", say("Pool a thought")),
        )


def _concluded(known: Known, _: datetime, threshold: int, wish: Wish) -> Sentences:
    found = [each for each in known.conclusions if each.conclusion == wish.get("conclusion")]
    supporters = found[0].supporters if found else 0
    if supporters < threshold:
        yield (
            say(
                "A conclusion takes {threshold} people; {supporters} support this one.",
                threshold=threshold,
                supporters=supporters,
            ),
            Next(
                "support-conclusion",
                say("Support it"),
                {"conclusion": str(wish.get("conclusion", ""))},
            ),
        )


def unready(known: Known) -> list[str]:
    """Return the areas that are neither made nor waived; those nobody looked at are among them."""
    stands = {each.area: each.status for each in known.readiness}
    return [area for area in dict.fromkeys((*AREAS, *stands)) if stands.get(area) not in SETTLED]


def _ready(known: Known, _: datetime, __: int, wish: Wish) -> Sentences:
    if wish.get("verdict") == "scale" and (areas := unready(known)):
        yield (
            say(
                "Not ready to scale: {names}. Make the change or waive it, area by area.",
                names=say_list([area_in_words(area) for area in areas]),
            ),
            Next("assess-readiness", say("Say how ready it is"), {"area": areas[0]}),
        )


RULES = (
    Gate(
        id="S003-persist-before-verdict",
        claim=say("Nothing is stopped before its owner went on for a while."),
        on=("take-decision", "close-pilot"),
        check=_persisted,
    ),
    Gate(
        id="S004-pool-thoughts",
        claim=say("Scaling and stopping rest on a conclusion that several people reached."),
        on=("take-decision", "close-pilot"),
        check=_pooled,
    ),
    Gate(
        id="S004-pool-thoughts",
        claim=say("Scaling and stopping rest on a conclusion that several people reached."),
        on=("reach-conclusion",),
        check=_concluded,
    ),
    Gate(
        id="S004-readiness",
        claim=say("A pilot grows once each area is ready, or waived."),
        on=("take-decision",),
        check=_ready,
    ),
)
