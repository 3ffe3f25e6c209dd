"""What can be done next with a thing, by how it stands: the commands its page offers."""

from collections.abc import Mapping
from dataclasses import dataclass

from msgspec import Struct

from domain.kernel.access import Asker, may
from domain.kernel.messages import Message, say
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
    "assess-medium-fit": say("Say who is there"),
    "assess-readiness": say("Say how ready it is"),
    "change-profile": say("Change the profile"),
    "correct-lesson": say("Correct it"),
    "correct-participation": say("Correct it"),
    "name-problem": say("Name the problem"),
    "reframe-request": say("Say the request again"),
    "revisit-decision": say("Look back at it"),
    "set-participant-ask": say("Say what is asked"),
    "state-accomplishment": say("Say what to accomplish"),
    "state-purpose": say("Say what for"),
    "state-why-care": say("Say why you care"),
    "test-assumption": say("Test it"),
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
    "pilot": say("The pilot"),
    "pilot_course": say("The pilot"),
    "pilot_people": say("People"),
    "pilot_purpose": say("What it is for"),
    "pilot_media": say("What it works with"),
    "pilot_measures": say("How it is measured"),
    "experiment": say("Experiments"),
    "invitation": say("People"),
    "evidence": say("Findings"),
    "insight": say("Findings"),
    "value": say("Value"),
    "conclusion": say("Deciding"),
    "readiness": say("Readiness"),
    "decision": say("Deciding"),
}


class Action(Struct, frozen=True):
    """One thing that can be done: what its button says, and where its form is."""

    command: str
    label: Message
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


def groups_on(pilot: str, stage: str) -> dict[Message, list[Action]]:
    """Return what can be done in a pilot at a stage, by what it is about."""
    groups: dict[Message, list[Action]] = {}
    for command, action in _offered("pilot", pilot, stage):
        groups.setdefault(GROUPS[command.__module__.rpartition(".")[2]], []).append(action)
    return groups


def _offered(kind: str, stream: str, status: str) -> list[tuple[type[Command], Action]]:
    return [
        (
            command,
            Action(
                name,
                OFFERED.get(name) or say(command.button),
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
