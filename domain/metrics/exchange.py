"""Metrics of exchange: who reaches, answers and helps whom."""

from domain.facts.participation import ParticipationAcknowledged, ParticipationLogged
from domain.kernel.messages import say
from domain.metrics.metric import Metric

LOGGED = (ParticipationLogged,)
HEARD = (ParticipationAcknowledged,)
SAID = "contributions and questions, the newest 2,000"

PEOPLE_TIED = Metric(
    slug="people-tied",
    title=say("People with a tie"),
    definition=say("Different people who reached somebody by taking part, or were reached."),
    unit="people",
    population="whoever took part",
    facts=LOGGED,
)
TIES = Metric(
    slug="ties",
    title=say("Ties"),
    definition=say(
        "A tie goes from one person to another they reached by an entry, or did something with."
    ),
    unit="ties",
    population="ordered pairs of people",
    facts=LOGGED,
)
ANSWERED_TIES = Metric(
    slug="answered-ties",
    title=say("Answered ties"),
    definition=say("Ties whose second person reached the first as well."),
    unit="ties",
    population="ties",
    facts=LOGGED,
)
RECIPROCITY = Metric(
    slug="reciprocity",
    title=say("Reciprocity"),
    definition=say("The share of ties that are answered by one the other way."),
    unit="share",
    population="ties",
    enough=1,
    facts=LOGGED,
)
GIVEN = Metric(
    slug="given",
    title=say("Entries that give"),
    definition=say("Entries by which somebody gave something to somebody."),
    unit="entries",
    population="entries that were not taken back",
    facts=LOGGED,
    events="mode=give",
)
QUESTIONS = Metric(
    slug="questions",
    title=say("Questions"),
    definition=say("Entries by which somebody asked something."),
    unit="entries",
    population="entries that were not taken back",
    facts=LOGGED,
    events="mode=ask",
)
GIVEN_PER_ASK = Metric(
    slug="given-per-ask",
    title=say("Given for each ask"),
    definition=say("Entries that give for each entry that asks."),
    unit="ratio",
    population="entries that ask",
    facts=LOGGED,
)
UNANSWERED = Metric(
    slug="unanswered-questions",
    title=say("Waiting for an answer"),
    definition=say("Questions nobody else has responded to."),
    unit="entries",
    population="questions",
    facts=LOGGED,
)
ANSWERED_SHARE = Metric(
    slug="answered-share",
    title=say("Questions answered"),
    definition=say("The share of questions somebody else has responded to."),
    unit="share",
    population="questions",
    enough=1,
    facts=LOGGED,
)
OPEN_ENTRIES = Metric(
    slug="open-entries",
    title=say("Contributions and questions"),
    definition=say("What somebody else can respond to: the newest 2,000."),
    unit="entries",
    population=SAID,
    facts=LOGGED,
    events="mode=contribute&mode=ask",
)
RESPONSES = Metric(
    slug="responses",
    title=say("With a response"),
    definition=say("Contributions and questions somebody else responded to."),
    unit="entries",
    population=SAID,
    facts=LOGGED,
)
RESPONSE_SHARE = Metric(
    slug="response-share",
    title=say("Share with a response"),
    definition=say("The share of contributions and questions somebody else responded to."),
    unit="share",
    population=SAID,
    enough=1,
    facts=LOGGED,
)
RESPONSE_HOURS = Metric(
    slug="response-hours",
    title=say("To the first response"),
    definition=say(
        "Median of the hours from a contribution or a question to the first response of somebody "
        "else, over those that got one."
    ),
    unit="hours",
    population="contributions and questions with a response",
    facts=LOGGED,
)
USEFUL = Metric(
    slug="useful-entries",
    title=say("Entries found useful"),
    definition=say("Entries that somebody other than those who took part in them found useful."),
    unit="entries",
    population="entries somebody else spoke about",
    facts=HEARD,
)
NOT_USEFUL = Metric(
    slug="not-useful-entries",
    title=say("Found not useful"),
    definition=say("Entries somebody else did not find useful."),
    unit="entries",
    population="entries somebody else spoke about",
    facts=HEARD,
)
PEOPLE_HELPED = Metric(
    slug="people-helped",
    title=say("Different people who said so"),
    definition=say("Different people who found an entry of somebody else useful."),
    unit="people",
    population="people on the receiving side",
    facts=HEARD,
)

USEFUL_SHARE = Metric(
    slug="useful-share",
    title=say("Share found useful"),
    definition=say("The share of attempts at a capability that somebody else found useful."),
    unit="share",
    population="attempts next to each other in time",
    enough=1,
    facts=(ParticipationLogged, ParticipationAcknowledged),
)
ANSWER_HOURS = Metric(
    slug="answer-hours",
    title=say("Hours to the first answer"),
    definition=say(
        "Median of the hours from an attempt at a capability to the first answer of somebody else, "
        "over those that were answered."
    ),
    unit="hours",
    population="attempts that were answered",
    facts=LOGGED,
)
