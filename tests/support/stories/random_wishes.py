"""More that random stories ask for: findings, values, talks, decisions, and people who are one."""

from collections.abc import Callable
from datetime import date

from pilots.commands.base import Command
from pilots.commands.conclusion import PoolThought, ProposeConclusion, SupportConclusion
from pilots.commands.decision import RevisitDecision, TakeDecision
from pilots.commands.erasure import EraseProse
from pilots.commands.evidence import ChallengeEvidence, GatherEvidence, LinkEvidence
from pilots.commands.insight import DeriveInsight, RetireInsight, ReviseInsight
from pilots.commands.invitation import OpenInvitation, TakeUpInvitation
from pilots.commands.participation import AcknowledgeParticipation, JoinParticipation
from pilots.commands.people import ChangeProfile, MergePerson
from pilots.commands.pilot_course import ExtendPilot, PausePilot, ResumePilot
from pilots.commands.pilot_measures import RetargetMeasure, TakeMeasurement
from pilots.commands.pilot_media import SwapMedium
from pilots.commands.readiness import AgreeChange, AssessReadiness
from pilots.commands.value import ContestValue, DiscoverValue, ReviseValue

Wish = Callable[[Callable[[str], str]], Command]

MORE_WISHES: tuple[Wish, ...] = (
    lambda a: PausePilot(pilot=a("pilot"), reason="Summer."),
    lambda a: ResumePilot(pilot=a("pilot")),
    lambda a: ExtendPilot(pilot=a("pilot"), new_end=date(2026, 12, 1), reason="Late."),
    lambda a: SwapMedium(pilot=a("pilot"), from_="wiki", to="paper", reason="No power."),
    lambda a: RetargetMeasure(pilot=a("pilot"), measure="people", new="12", reason="So."),
    lambda a: TakeMeasurement(pilot=a("pilot"), measure="people", value="7"),
    lambda a: GatherEvidence(pilot=a("pilot"), text="Four read it.", entries=(a("entry"),)),
    lambda a: ChallengeEvidence(evidence=a("evidence"), reason="Who counted?"),
    lambda a: LinkEvidence(evidence=a("evidence"), target=a("lesson"), stance="opposes"),
    lambda a: DeriveInsight(pilot=a("pilot"), text="Short.", evidence=(a("evidence"),)),
    lambda a: ReviseInsight(insight=a("insight"), text="Shorter.", evidence=(a("evidence"),)),
    lambda a: RetireInsight(insight=a("insight"), reason="No."),
    lambda a: DiscoverValue(pilot=a("pilot"), statement="Time.", evidence=(a("evidence"),)),
    lambda a: ReviseValue(value=a("value"), new="Less time.", reason="Counted."),
    lambda a: ContestValue(value=a("value"), reason="Whose?"),
    lambda a: PoolThought(pilot=a("pilot"), text="Go on."),
    lambda a: ProposeConclusion(conclusion=a("conclusion"), text="We go on."),
    lambda a: SupportConclusion(conclusion=a("conclusion")),
    lambda a: AssessReadiness(pilot=a("pilot"), area="roles", level=1, gap="None."),
    lambda a: AgreeChange(pilot=a("pilot"), area="roles", change="One.", owner=a("person")),
    lambda a: TakeDecision(pilot=a("pilot"), verdict="persevere", expected_effect="More."),
    lambda a: RevisitDecision(decision=a("decision"), held=False),
    lambda a: OpenInvitation(pilot=a("pilot"), text="Come."),
    lambda a: TakeUpInvitation(invitation=a("invitation"), person=a("person")),
    lambda a: JoinParticipation(entry=a("entry"), person=a("person")),
    lambda a: AcknowledgeParticipation(entry=a("entry"), useful=True),
    lambda a: ChangeProfile(person=a("person"), name="Rua Tane"),
    lambda a: MergePerson(person=a("person"), into=a("person")),
    lambda a: EraseProse(stream=a("entry"), version=1, reason="No names."),
)
