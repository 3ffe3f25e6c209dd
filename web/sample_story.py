"""What happens in the sample programme, step by step; everybody and everything is invented."""

from typing import Any

from msgspec import Struct, field

PEOPLE = ("Ines Kato", "Tomas Berg", "Priya Rao", "Olu Adeyemi", "Mara Voss")
INES, TOMAS, PRIYA, OLU, MARA = PEOPLE
SHIFT, TENDER = "pilot:shift", "pilot:tender"


class Step(Struct, frozen=True):
    """One command: when, by whom, and what the thing it makes is called from there on."""

    days_ago: float
    who: str
    command: str
    fields: dict[str, Any] = field(default_factory=dict)
    makes: str = ""


def _log(days_ago: float, who: str, text: str, *along: str, **more: Any) -> Step:
    told = {"pilot": SHIFT, "text": text, "mode": "co-create", "with": list(along)} | more
    return Step(days_ago, who, "log-participation", told)


STORY = (
    Step(
        124,
        INES,
        "open-programme",
        {"name": "Tidewater (sample)", "what_for": "Sites that solve things once, together."},
        "programme:sample",
    ),
    Step(
        123,
        INES,
        "propose-pilot",
        {
            "programme": "programme:sample",
            "title": "One night desk (sample)",
            "accomplishment": "Crews of both sites settle a night fault in one call.",
            "goal_type": "service",
            "raw_request": "Can we get everybody onto the new chat tool?",
        },
        SHIFT,
    ),
    Step(
        122,
        INES,
        "name-problem",
        {
            "pilot": SHIFT,
            "problem": "Every third fault is sent out twice, because nobody sees the other log.",
            "who_has_it": "Night crews of both sites, and whoever waits for them",
        },
    ),
    Step(
        121,
        TOMAS,
        "choose-capability",
        {"pilot": SHIFT, "capability": "hand over", "why": "Faults get lost between two shifts."},
    ),
    Step(
        121,
        TOMAS,
        "adopt-medium",
        {
            "pilot": SHIFT,
            "medium": "shared board",
            "capability": "hand over",
            "helps_because": "Both sites see a fault the moment it is taken.",
        },
    ),
    Step(
        120,
        INES,
        "define-measure",
        {
            "pilot": SHIFT,
            "measure": "sent-twice",
            "name": "Faults sent out twice",
            "unit": "percent",
            "baseline": "31",
            "target": "12",
        },
    ),
    Step(120, INES, "join-pilot", {"pilot": SHIFT, "person": TOMAS, "role": "team"}),
    Step(120, INES, "join-pilot", {"pilot": SHIFT, "person": PRIYA, "role": "team"}),
    Step(119, INES, "join-pilot", {"pilot": SHIFT, "person": OLU}),
    Step(119, INES, "join-pilot", {"pilot": SHIFT, "person": MARA, "role": "sponsor"}),
    Step(118, INES, "start-pilot", {"pilot": SHIFT, "stake_hours": 120}),
    Step(
        117,
        PRIYA,
        "plan-experiment",
        {
            "pilot": SHIFT,
            "title": "Joint board, two nights",
            "change": "Both crews write on one board",
            "outcome": "half as many faults sent twice",
            "because": "they fix each other's faults without knowing",
            "capability": "hand over",
            "medium": "shared board",
        },
        "experiment:board",
    ),
    Step(116, PRIYA, "start-experiment", {"experiment": "experiment:board"}),
    _log(115, PRIYA, "First night on one board", TOMAS, OLU, medium="shared board", minutes=480),
    _log(108, OLU, "Asked the other site how they close a fault", mode="ask", direction="to-host"),
    _log(107, TOMAS, "Showed the closing steps on a call", OLU, mode="answer", medium="phone"),
    _log(101, PRIYA, "Second night on one board", TOMAS, medium="shared board", minutes=460),
    _log(
        100,
        OLU,
        "Wrote down the words both sites use",
        PRIYA,
        learned="We had five words for the same fault. Agree on words before you agree on tools.",
    ),
    Step(
        96,
        PRIYA,
        "end-experiment",
        {
            "experiment": "experiment:board",
            "result": "supported",
            "summary": "Nine of sixty faults were sent twice, against nineteen before.",
        },
    ),
    Step(
        95,
        TOMAS,
        "learn-lesson",
        {
            "pilot": SHIFT,
            "experiment": "experiment:board",
            "loop": "tool",
            "text": "A board nobody has to refresh is read; a chat is scrolled past.",
            "confidence": 70,
            "instruct": 2,
            "delight": 2,
        },
        "lesson:board",
    ),
    Step(
        80,
        OLU,
        "plan-experiment",
        {
            "pilot": SHIFT,
            "title": "Rotating night lead",
            "change": "Another crew leads each week",
            "outcome": "questions go to peers instead of the office",
            "because": "who has led once knows whom to ask",
            "informed_by": ["lesson:board"],
        },
        "experiment:lead",
    ),
    Step(78, OLU, "start-experiment", {"experiment": "experiment:lead"}),
    _log(75, OLU, "Led the first week", PRIYA, TOMAS, mode="lead", minutes=300),
    _log(61, TOMAS, "Led the second week, from the other site", OLU, mode="lead", minutes=280),
    _log(
        47,
        PRIYA,
        "Crews called each other before they called the office",
        OLU,
        mode="coordinate",
        learned="Rotate the lead, keep the log: the log carries what the lead forgets.",
    ),
    Step(
        60,
        MARA,
        "propose-pilot",
        {
            "programme": "programme:sample",
            "title": "Tender library (sample)",
            "accomplishment": "Two sites answer the same question once.",
            "kind": "exploration",
        },
        TENDER,
    ),
    Step(58, MARA, "start-pilot", {"pilot": TENDER}),
    _log(40, MARA, "Collected forty old answers", pilot=TENDER, mode="contribute", medium="wiki"),
    Step(33, MARA, "confirm-lesson", {"lesson": "lesson:board", "pilot": TENDER}),
    _log(21, MARA, "Rewrote ten answers together", PRIYA, pilot=TENDER, medium="wiki", minutes=90),
    _log(9, TOMAS, "Third lead, a newcomer this time", OLU, mode="lead", minutes=240),
    _log(2, OLU, "Walked the newcomer through the board", TOMAS, mode="give", minutes=30),
)
