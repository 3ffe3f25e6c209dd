"""What can be asked of a decision: two blind verdicts, the decision, a look back at it."""

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta

from domain.decision import Decision
from domain.facts.decision import DecisionRevisited, DecisionTaken, DecisionVerdictsGiven
from domain.facts.pilot import PilotClosed, PilotPaused
from domain.kernel.aggregate import Fact
from domain.kernel.errors import NotAllowed
from domain.kernel.fields import (
    ConclusionId,
    DecisionId,
    EvidenceId,
    LessonId,
    PilotId,
    Text,
    Verdict,
)
from domain.kernel.messages import say
from domain.pilot import Pilot
from pilots.commands.base import Command, Override, RequiredText
from pilots.store.verdicts import DropVerdict, Held, HoldVerdict, waiting_verdicts
from pilots.unit_of_work import UnitOfWork

Side = Literal["sponsor", "team"]


class GiveVerdict(
    Command,
    name="give-verdict",
    button="Give the verdict",
    of=Decision,
    records=DecisionVerdictsGiven,
):
    """Say what should become of a pilot; nobody sees it before the other side has spoken too."""

    pilot: PilotId
    side: Annotated[Side, Meta(title="For which side do you speak?")]
    verdict: Annotated[Verdict, Meta(title="Your verdict")]

    def carry_out(self, work: UnitOfWork) -> None:
        """Hold it back, or put both into the history where it is the second."""
        pilot = work.find(Pilot, self.pilot)
        self._must_speak_for(pilot, work)
        other = "team" if self.side == "sponsor" else "sponsor"
        held = waiting_verdicts(work.past.engine, self.pilot)
        if other not in held:
            ours = Held(self.side, self.verdict, work.asker.person)
            work.aside(HoldVerdict(self.pilot, ours))
            return
        if held[other].by == work.asker.person:
            message = say("You spoke for the other side. Let somebody else speak for this one.")
            raise NotAllowed(message)
        both = {self.side: self.verdict, other: held[other].verdict}
        decision = work.begin(Decision)
        decision.about(self.pilot)
        decision.record(DecisionVerdictsGiven(sponsor=both["sponsor"], team=both["team"]))
        work.aside(DropVerdict(self.pilot, held[other]))

    def _must_speak_for(self, pilot: Pilot, work: UnitOfWork) -> None:
        person = work.asker.person
        stands_behind = person == pilot.sponsor or pilot.members.get(person) == "sponsor"
        belongs = person == pilot.owner or person in pilot.members
        speaks = stands_behind if self.side == "sponsor" else belongs and not stands_behind
        if not speaks and work.asker.standing != "manager":
            message = say(
                "Only the {side} of “{title}”, or a manager, speaks for it.",
                side=say(self.side),
                title=pilot.title,
            )
            raise NotAllowed(message)


class TakeDecision(
    Command, name="take-decision", button="Decide", of=Decision, records=DecisionTaken
):
    """Decide how a pilot goes on, on the basis of what you have seen."""

    pilot: PilotId
    decision: Annotated[
        DecisionId | None,
        Meta(title="Verdicts", description="The two that were given, if they were."),
    ] = None
    verdict: Annotated[Verdict, Meta(title="How does it go on?")]
    lessons: Annotated[
        tuple[LessonId, ...], Meta(title="Because of these lessons", max_length=50)
    ] = ()
    evidence: Annotated[
        tuple[EvidenceId, ...], Meta(title="Because of these findings", max_length=50)
    ] = ()
    conclusion: Annotated[ConclusionId | None, Meta(title="Conclusion")] = None
    expected_effect: Annotated[
        RequiredText,
        Meta(
            title="What do you expect to come of it?",
            description=(
                "To stop, name conditions, not people: "
                "which conditions led here, and which would have to change?"
            ),
        ),
    ]
    revisit_on: Annotated[
        date | None, Meta(title="Look at it again on", description="Did it hold by then?")
    ] = None
    override: Override = ""

    def carry_out(self, work: UnitOfWork) -> None:
        """Take it, and let the pilot stop or pause where that is what was decided."""
        decision = work.find_or_begin(Decision, self.subject)
        work.must_be_about(decision, self.pilot)
        decision.record(self.as_fact(DecisionTaken, seen=work.seen()))
        follows: dict[str, Fact] = {
            "stop": PilotClosed(reason=self.expected_effect),
            "pause": PilotPaused(reason=self.expected_effect),
        }
        if self.verdict in follows:
            taken = work.stamp()[-1]
            work.find(Pilot, self.pilot).record(follows[self.verdict])
            work.stamp(because_of=taken.id)


class RevisitDecision(
    Command,
    name="revisit-decision",
    button="Save the look back",
    of=Decision,
    records=DecisionRevisited,
):
    """Look at a decision again, to see whether what was expected came about."""

    decision: DecisionId
    held: Annotated[bool, Meta(title="Did it hold?")]
    note: Annotated[Text, Meta(title="What came of it?")] = ""
