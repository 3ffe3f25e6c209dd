"""How the first pilot of the sample began: what it is for, who is in it."""

from web.sample.step import INES, MARA, OLU, PRIYA, SHIFT, TOMAS, Step

NIGHT_DESK = (
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
)
