"""What kind of pilot it is, told from what happened and in which order."""

from datetime import datetime

from domain.kernel.messages import Message, say
from domain.rules.known import Known
from domain.rules.rule import Badge


def _tactics_only(known: Known, _: datetime, __: int) -> Message | None:
    acts = bool(known.media or known.experiments)
    aims = known.purpose.change_or_protect or known.charter.goal
    return (
        None
        if aims or not acts
        else say("It has media or experiments, but neither purpose nor strategy.")
    )


def _evidence_led(known: Known, _: datetime, __: int) -> Message | None:
    found, acted = _first_found(known), _first_acted(known)
    if found is None or (acted is not None and acted < found):
        return None
    return say("Something was found out before a medium was adopted or an experiment was started.")


def _straight_to_tactics(known: Known, _: datetime, __: int) -> Message | None:
    found, acted = _first_found(known), _first_acted(known)
    if acted is None or (found is not None and found <= acted):
        return None
    return say("A medium was adopted or an experiment started before anything was found out.")


def _exploring(known: Known, _: datetime, __: int) -> Message | None:
    return None if known.insights else say("It gathers evidence; no insight follows from it yet.")


def _road_trip(known: Known, _: datetime, __: int) -> Message | None:
    return say("It explores; success rates leave it out.") if known.charter.is_exploration else None


def _campaign(known: Known, _: datetime, __: int) -> Message | None:
    begun = [each for each in known.experiments if each.started_at]
    single = len(known.experiments) == len(begun) == 1
    if not (single and known.charter.ends_on):
        return None
    return say("It has a fixed end and one experiment, and no next one.")


def _first_found(known: Known) -> datetime | None:
    return min((each.found_at for each in known.evidence), default=None)


def _first_acted(known: Known) -> datetime | None:
    adopted = [each.adopted_at for each in known.media]
    started = [each.started_at for each in known.experiments if each.started_at]
    return min([*adopted, *started], default=None)


RULES = (
    Badge(
        id="S001-road-trip",
        claim=say("An exploration is allowed, has an end, and is left out of success rates."),
        label=say("road trip"),
        check=_road_trip,
    ),
    Badge(
        id="S000-tactic-not-strategy",
        claim=say("A tactic is not a strategy."),
        label=say("no strategy"),
        check=_tactics_only,
    ),
    Badge(
        id="S004-two-kinds",
        claim=say("There are two kinds of pilot: led by evidence, or straight to tactics."),
        label=say("evidence-led"),
        check=_evidence_led,
    ),
    Badge(
        id="S004-two-kinds",
        claim=say("There are two kinds of pilot: led by evidence, or straight to tactics."),
        label=say("straight to tactics"),
        check=_straight_to_tactics,
    ),
    Badge(
        id="S004-two-kinds",
        claim=say("There are two kinds of pilot: led by evidence, or straight to tactics."),
        label=say("exploring"),
        check=_exploring,
    ),
    Badge(
        id="S004-campaign",
        claim=say("A fixed end and a single experiment make a campaign, not a change."),
        label=say("campaign"),
        check=_campaign,
    ),
)
