"""What can be done next with a thing, by how it stands: the commands its page offers."""

from collections.abc import Mapping
from dataclasses import dataclass

from msgspec import Struct

from domain.kernel.access import Asker, may
from domain.kernel.messages import say, to_say
from domain.pilot import OVER
from pilots.commands import COMMANDS, FAMILIES, Command
from web.http.urls import form_of

PLANNED, RUNNING, PROPOSED, PAUSED, CLOSED = ("planned", "running", "proposed", "paused", "closed")
EXPERIMENT_OPEN = (PLANNED, RUNNING)
DECIDED = ("taken", "held", "did not hold")
ONLY_WHILE: Mapping[str, tuple[str, ...]] = {  # what the domain would refuse is not offered
    "start-pilot": (PROPOSED,),
    "pause-pilot": (RUNNING,),
    "resume-pilot": (PAUSED,),
    "extend-pilot": (RUNNING, PAUSED),
    "close-pilot": (PROPOSED, RUNNING, PAUSED),
    "archive-pilot": (CLOSED,),
    "start-experiment": (PLANNED,),
    "end-experiment": (RUNNING,),
    "abandon-experiment": EXPERIMENT_OPEN,
    "amend-hypothesis": EXPERIMENT_OPEN,
    "share-reaction": ("pooling", PROPOSED),
    "propose-conclusion": ("pooling", PROPOSED),
    "support-conclusion": (PROPOSED,),
    "object-to-conclusion": (PROPOSED,),
    "reach-conclusion": (PROPOSED,),
    "revisit-decision": DECIDED,
    "take-up-invitation": ("open",),
    "close-invitation": ("open",),
    "close-review": ("open",),
}
OFFERED = {  # what leads to a form, where the button below it speaks of saving
    "assess-medium-fit": to_say("Say who is there"),
    "assess-readiness": to_say("Say how ready it is"),
    "change-profile": to_say("Change the profile"),
    "correct-lesson": to_say("Correct it"),
    "correct-participation": to_say("Correct it"),
    "name-problem": to_say("Name the problem"),
    "reframe-request": to_say("Say the request again"),
    "revisit-decision": to_say("Look back at it"),
    "set-participant-ask": to_say("Say what is asked"),
    "state-accomplishment": to_say("Say what to accomplish"),
    "state-purpose": to_say("Say what for"),
    "state-why-care": to_say("Say why you care"),
    "test-assumption": to_say("Test it"),
}
GONE = ("voided", "superseded", "withdrawn", "retired", "merged", "erased")
AFTER_THE_END = (  # of a pilot that is over
    "rename-pilot",
    "archive-pilot",
    "take-measurement",
    "plan-experiment",
    "gather-evidence",
    "derive-insight",
    "test-assumption",
    "discover-value",
    "leave-pilot",
    "pool-thought",
    "assess-readiness",
)
GROUPS = {
    "pilot": "The pilot",
    "pilot_course": "The pilot",
    "pilot_people": "People",
    "pilot_purpose": "What it is for",
    "pilot_media": "What it works with",
    "pilot_measures": "How it is measured",
    "experiment": "Experiments",
    "invitation": "People",
    "evidence": "Findings",
    "insight": "Findings",
    "value": "Value",
    "conclusion": "Deciding",
    "readiness": "Readiness",
    "decision": "Deciding",
}


class Action(Struct, frozen=True):
    """One thing that can be done: what its button says, and where its form is."""

    command: str
    label: str
    href: str


@dataclass(frozen=True)
class Begun:
    """A thing as far as rights go: its id, and who began it."""

    id: str
    by: str


def actions_on(kind: str, begun: Begun, status: str, asker: Asker) -> list[Action]:
    """Return what somebody can do with a thing that stands so, in the order it is declared."""
    return [
        action
        for command, action in _offered(kind, begun.id, status)
        if may(asker, command.needs, begun)
    ]


def groups_on(pilot: str, stage: str) -> dict[str, list[Action]]:
    """Return what can be done in a pilot at a stage, by what it is about."""
    groups: dict[str, list[Action]] = {}
    for command, action in _offered("pilot", pilot, stage):
        groups.setdefault(say(GROUPS[command.__module__.rpartition(".")[2]]), []).append(action)
    return groups


def _offered(kind: str, stream: str, status: str) -> list[tuple[type[Command], Action]]:
    return [
        (
            command,
            Action(
                name,
                say(OFFERED.get(name, command.button)),
                form_of(command).format(**{kind: stream}),
            ),
        )
        for family in FAMILIES
        for name, command in COMMANDS.items()
        if command.__module__ == family.__name__
        and f"{{{kind}}}" in form_of(command)
        and (status not in GONE or name == "erase-person")
        and status in ONLY_WHILE.get(name, (status,))
        and (status not in OVER or kind != "pilot" or name in AFTER_THE_END)
    ]
