"""Metrics of turnout: who is invited, who comes how far, and whether it is those it is for."""

from domain.facts.invitation import InvitationOpened, InvitationTakenUp
from domain.facts.participation import ParticipationLogged
from domain.facts.pilot_people import PilotMemberJoined, PilotPulseNoted
from domain.facts.pilot_purpose import PilotAudienceListed
from domain.kernel.messages import say
from domain.metrics.metric import Metric

LOGGED = (ParticipationLogged,)
FEWEST_OF_A_PULSE = 5  # answers below which one could guess whose they are; no setting goes lower

PEOPLE_ON_RUNG = Metric(
    slug="people-on-rung",
    title=say("People who reached a rung"),
    definition=say(
        "Different people who took part in one of the ways of a rung at least once; a person may "
        "stand on several."
    ),
    unit="people",
    population="whoever led an entry or was along in one",
    facts=LOGGED,
)
PEOPLE_ON_TARGET = Metric(
    slug="people-on-target",
    title=say("People of a listed audience"),
    definition=say(
        "Different people who took part and joined as part of an audience the pilot lists."
    ),
    unit="people",
    population="people who took part",
    facts=(ParticipationLogged, PilotMemberJoined, PilotAudienceListed),
)
ON_TARGET_SHARE = Metric(
    slug="on-target-share",
    title=say("The right people"),
    definition=say("The share of those who took part that belongs to a listed audience."),
    unit="share",
    population="people who took part",
    enough=1,
    facts=PEOPLE_ON_TARGET.facts,
)
INVITATIONS = Metric(
    slug="invitations",
    title=say("Invitations"),
    definition=say("Invitations that were opened, closed ones among them."),
    unit="invitations",
    population="invitations",
    facts=(InvitationOpened,),
)
INVITATIONS_TAKEN_UP = Metric(
    slug="invitations-taken-up",
    title=say("Invitations taken up"),
    definition=say("Invitations at least one person took up."),
    unit="invitations",
    population="invitations",
    facts=(InvitationTakenUp,),
)
UPTAKE = Metric(
    slug="uptake",
    title=say("Taken up at least once"),
    definition=say("The share of invitations at least one person took up."),
    unit="share",
    population="invitations",
    enough=1,
    facts=(InvitationOpened, InvitationTakenUp),
)
PEOPLE_INVITED = Metric(
    slug="people-by-invitation",
    title=say("People who came by one"),
    definition=say("Different people who took an invitation up."),
    unit="people",
    population="whoever took an invitation up",
    facts=(InvitationTakenUp,),
)
NEWCOMERS = Metric(
    slug="newcomers",
    title=say("Newcomers"),
    definition=say(
        "People other than the owner who joined and had logged nothing here before, the newest "
        "2,000."
    ),
    unit="people",
    population="members",
    facts=(PilotMemberJoined,),
)
NEWCOMERS_LOGGING = Metric(
    slug="newcomers-logging",
    title=say("Newcomers who have logged"),
    definition=say("Newcomers with an entry of their own."),
    unit="people",
    population="newcomers",
    facts=(PilotMemberJoined, ParticipationLogged),
)
HOURS_TO_FIRST_ENTRY = Metric(
    slug="hours-to-first-entry",
    title=say("From joining to the first entry"),
    definition=say(
        "Median of the hours from joining to the first entry of one's own, over newcomers with one."
    ),
    unit="hours",
    population="newcomers who have logged",
    facts=(PilotMemberJoined, ParticipationLogged),
)
PEOPLE_A_WEEK = Metric(
    slug="people-a-week",
    title=say("People reached a week"),
    definition=say(
        "Different people who took part on a medium in a week, on average from the week of its "
        "first entry to that of its last, at most the last 26."
    ),
    unit="people a week",
    population="weeks",
    facts=LOGGED,
)
NEW_PEOPLE = Metric(
    slug="new-people",
    title=say("New people"),
    definition=say("Different people who took part in a period and never before it."),
    unit="people",
    population="people who took part in the period",
    period="a review",
    facts=LOGGED,
)
RETURNING_PEOPLE = Metric(
    slug="returning-people",
    title=say("Returning people"),
    definition=say("Different people who took part in a period and before it."),
    unit="people",
    population="people who took part in the period",
    period="a review",
    facts=LOGGED,
)

ENTRIES_A_WEEK = Metric(
    slug="entries-a-week",
    title=say("Entries a week"),
    definition=say(
        "Entries on a medium for each week of its time; what lasted less than a week counts as one."
    ),
    unit="entries a week",
    population="weeks",
    facts=LOGGED,
)
KNEW_WHOM = Metric(
    slug="pulse-knew-whom",
    title=say("Knew whom to ask"),
    definition=say("Median of how well people knew whom to ask, from 1 to 5."),
    unit="points",
    population="answers of a month",
    period="a month",
    enough=FEWEST_OF_A_PULSE,
    facts=(PilotPulseNoted,),
)
WAS_HEARD = Metric(
    slug="pulse-was-heard",
    title=say("Was heard"),
    definition=say("Median of how well people were heard, from 1 to 5."),
    unit="points",
    population=KNEW_WHOM.population,
    period="a month",
    enough=FEWEST_OF_A_PULSE,
    facts=(PilotPulseNoted,),
)
HELPED_WORK = Metric(
    slug="pulse-helped-work",
    title=say("Helped my work"),
    definition=say("Median of how much it helped the work of people, from 1 to 5."),
    unit="points",
    population=KNEW_WHOM.population,
    period="a month",
    enough=FEWEST_OF_A_PULSE,
    facts=(PilotPulseNoted,),
)
ENERGY = Metric(
    slug="pulse-energy",
    title=say("Energy"),
    definition=say("Mean of the energy people said it costs or gives them, from -1 to 1."),
    unit="points",
    population=KNEW_WHOM.population,
    period="a month",
    enough=FEWEST_OF_A_PULSE,
    facts=(PilotPulseNoted,),
)

PEOPLE_GONE_QUIET = Metric(
    slug="people-gone-quiet",
    title=say("People who went quiet"),
    definition=say("People who took part before the first of two moments and not between them."),
    unit="people",
    population="whoever took part before",
    facts=(ParticipationLogged,),
)
