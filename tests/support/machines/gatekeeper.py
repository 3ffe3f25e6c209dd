"""Says from the stored history alone which gates should be shut: an oracle for the real ones."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from msgspec import Struct, field

from domain.facts.conclusion import ConclusionReached, ConclusionSupported
from domain.facts.participation import ParticipationLogged, ParticipationVoided
from domain.facts.pilot import PilotClosed, PilotGateOverridden, PilotProposed, PilotStarted
from domain.facts.pilot_measures import PilotMeasureDefined
from domain.facts.pilot_media import PilotCapabilityChosen
from domain.facts.pilot_purpose import (
    PilotAccomplishmentStated,
    PilotProblemNamed,
    PilotPurposeStated,
)
from domain.facts.readiness import ReadinessAssessed, ReadinessChangeMade, ReadinessWaived
from domain.kernel.aggregate import Event, Fact

AREAS = {  # said anew, so that a slip in one of the two lists shows
    "governance",
    "guidelines",
    "roles",
    "job-descriptions",
    "participant-ask",
    "two-way-capacity",
}


class Past(Struct):
    """What happened so far to one pilot, as far as gates care."""

    answered: bool = False
    problem: bool = False
    purpose: bool = False
    measured: bool = False
    capabilities: set[str] = field(default_factory=set)
    entries: dict[str, tuple[datetime, tuple[str, ...]]] = field(default_factory=dict)
    supporters: dict[str, set[str]] = field(default_factory=dict)
    most: int = 0
    areas: dict[str, str] = field(default_factory=dict)
    overridden: set[str] = field(default_factory=set)
    open: set[str] = field(default_factory=set)
    began: datetime | None = None
    under_way: bool = False


SAID: dict[type[Fact], str] = {
    PilotAccomplishmentStated: "answered",
    PilotProblemNamed: "problem",
    PilotPurposeStated: "purpose",
    PilotMeasureDefined: "measured",
}


USED_BY = {  # a reason opens a gate for one step
    "pilot.started.v1": {"S001-one-question", "S001-road-trip"},
    "pilot.problem-named.v1": {"S001-where-before-route"},
    "pilot.measure-defined.v1": {"S001-where-before-route"},
    "experiment.planned.v1": {"S001-where-before-route"},
    "pilot.medium-adopted.v1": {"S002-problem-before-tool", "S003-capabilities-not-tools"},
    "value.discovered.v1": {"S003-participation-first"},
    "decision.taken.v1": {
        "S000-what-for",
        "S003-persist-before-verdict",
        "S004-pool-thoughts",
        "S004-readiness",
    },
    "pilot.closed.v1": {"S003-persist-before-verdict", "S004-pool-thoughts"},
    "conclusion.reached.v1": {"S004-pool-thoughts"},
}


def past_of(events: Iterable[Event], pilot: str) -> Past:
    """Fold a history into what gates care about."""
    past = Past()
    for event in events:
        if pilot in event.pilots:
            _remember(past, event)
    return past


def _remember(past: Past, event: Event) -> None:  # noqa: C901  # a case for each kind of fact
    stream = event.originator_id
    if said := SAID.get(type(event.fact)):
        setattr(past, said, True)
    past.open -= USED_BY.get(event.fact.stored_as, set())
    match event.fact:
        case PilotCapabilityChosen(capability=capability):
            past.capabilities.add(capability)
        case PilotGateOverridden(rule=rule):
            past.overridden.add(rule)
            past.open.add(rule)
        case PilotProposed() | PilotStarted():
            past.began = event.occurred_at
            past.under_way = isinstance(event.fact, PilotStarted)
        case PilotClosed():
            past.under_way = False
        case ParticipationLogged(person=person, with_=along):
            past.entries[stream] = (event.occurred_at, (person, *along))
        case ParticipationVoided():
            past.entries.pop(stream, None)
        case ConclusionSupported():
            past.supporters.setdefault(stream, set()).add(event.by)
        case ConclusionReached(supporters=supporters):
            past.most = max(past.most, len(supporters))
        case ReadinessAssessed(area=area):
            past.areas[area] = "open"
        case ReadinessChangeMade(area=area) | ReadinessWaived(area=area):
            past.areas[area] = "settled"
        case _:
            pass


def shut(past: Past, command: str, owner: str, now: datetime, **said: str) -> set[str]:
    """Return the ids of the gates that should hold a command back."""
    people = {person for _, who in past.entries.values() for person in who}
    days = {at.date() for at, _ in past.entries.values()}
    owners = sum(owner in who for _, who in past.entries.values())
    ready = all(past.areas.get(area) == "settled" for area in AREAS | past.areas.keys())
    early = past.began is None or now - past.began < timedelta(days=14) or owners < 3
    verdict = "stop" if command == "close-pilot" and past.under_way else said.get("verdict")
    closed = {
        "S001-one-question": command == "start-pilot" and not past.answered,
        "S001-where-before-route": "S001-one-question" not in past.overridden
        and (
            (command in ("name-problem", "define-measure", "plan-experiment") and not past.answered)
            or (command in ("define-measure", "plan-experiment") and not past.problem)
            or (command == "plan-experiment" and not past.measured)
        ),
        "S002-problem-before-tool": command == "adopt-medium" and not past.problem,
        "S003-capabilities-not-tools": (
            command == "adopt-medium" and said.get("capability") not in past.capabilities
        ),
        "S003-participation-first": command == "discover-value"
        and not (len(people) >= 5 and len(past.entries) >= 10 and len(days) >= 2),
        "S003-persist-before-verdict": verdict == "stop" and early,
        "S004-pool-thoughts": (verdict in ("stop", "scale") and past.most < 3)
        or (
            command == "reach-conclusion"
            and len(past.supporters.get(said.get("conclusion", ""), ())) < 3
        ),
        "S000-what-for": verdict == "scale" and not past.purpose,
        "S004-readiness": verdict == "scale" and not ready,
    }
    return {rule for rule, is_shut in closed.items() if is_shut} - past.open
