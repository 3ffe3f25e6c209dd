"""Facts about programmes and pilots, for tests to tell of a garden project from its charter on."""

from datetime import date

from domain.facts.pilot import PilotArchived, PilotExtended, PilotPaused, PilotRenamed, PilotResumed
from domain.facts.pilot_measures import PilotMeasurementTaken, PilotMeasureRetargeted
from domain.facts.pilot_media import PilotMediumFitAssessed, PilotMediumSwapped
from domain.facts.pilot_people import PilotOwnerChanged, PilotPulseNoted, PilotSponsorNamed
from domain.facts.pilot_purpose import (
    PilotAudienceListed,
    PilotParticipantAskSet,
    PilotPurposeStated,
    PilotRequestReframed,
    PilotStakeholderAdded,
    PilotWhyCareStated,
)
from domain.facts.programme import (
    ProgrammeGoalAdded,
    ProgrammeRenamed,
    ProgrammeRuleSet,
    ProgrammeZoneSet,
)
from tests.support.examples import RUI, TUI

CHARTER_STAYS = "is closed: you can still log, measure and learn"

ZONE_SET = ProgrammeZoneSet(time_zone="Europe/Berlin")
PROGRAMME_RENAMED = ProgrammeRenamed(name="Good neighbours")
GOAL = ProgrammeGoalAdded(goal="less-stuff", kind="mission", text="Half the tools, all the work.")
SUBGOAL = ProgrammeGoalAdded(
    goal="lend-first", parent="less-stuff", kind="objective", text="Ask before you buy."
)
RULE_SET = ProgrammeRuleSet(
    rule="S002-hamster-wheel", threshold=5, severity="off", reason="We begin too much."
)

RENAMED = PilotRenamed(title="Garden for all")
PAUSED = PilotPaused(reason="Frost.")
RESUMED = PilotResumed()
EXTENDED = PilotExtended(new_end=date(2026, 10, 31), reason="Apples are late.")
ARCHIVED = PilotArchived()
OWNER = PilotOwnerChanged(owner=RUI)
SPONSOR = PilotSponsorNamed(person=TUI)
PULSE = PilotPulseNoted(day=date(2026, 3, 2), answers=(4, 5, 3), energy=1)

REFRAMED = PilotRequestReframed(
    original="Can we have a chat group?",
    capability="People see who owns what.",
    problem="Everybody buys a ladder.",
)
PURPOSE = PilotPurposeStated(
    change_or_protect="Sheds get emptier.", for_whom="The street", whose_belief="All who lend"
)
WHY_CARE = PilotWhyCareStated(text="We like to see each other.")
AUDIENCE = PilotAudienceListed(
    audience="people who grow beans",
    interest="Beans without sticks.",
    why_they_care="Sticks break each year.",
)
STAKEHOLDER = PilotStakeholderAdded(kind="partners", area="delivery")
ASKED_OF_THEM = PilotParticipantAskSet(text="An hour a month, and one tool.")

FIT = PilotMediumFitAssessed(
    medium="notice board",
    audience="people who grow beans",
    share_present=90,
    source="We stood there for a day.",
)
SWAPPED = PilotMediumSwapped(from_="notice board", to="phone list", reason="Rain got in.")
RETARGETED = PilotMeasureRetargeted(
    measure="tools-lent", old="20", new="35", reason="It went faster."
)
TAKEN = PilotMeasurementTaken(measure="tools-lent", value="14", n=6, note="Ladders mostly.")
