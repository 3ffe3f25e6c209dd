"""Good values for the forms of the main loop: propose, start, try, log, learn."""

from tests.support.good_values.good import Good

FIRST = {
    "log-participation": Good(
        "/log",
        "participation.logged.v1",
        {
            "pilot": "{pilot}",
            "text": "Wrote minutes together",
            "mode": "co-create",
            "with": "Rua, Newcomer",
            "medium": "wiki",
            "minutes": "30",
            "learned": "Minutes want two people.",
            "loop": "tool",
        },
    ),
    "open-programme": Good(
        "/programmes/open", "programme.opened.v1", {"name": "Quiet work", "what_for": "Less noise."}
    ),
    "register-person": Good(
        "/people/register", "person.registered.v1", {"name": "Wiremu", "profile": "Knows the port."}
    ),
    "propose-pilot": Good(
        "/pilots/propose",
        "pilot.proposed.v1",
        {
            "title": "Night desk",
            "accomplishment": "One call for a fault.",
            "goal_type": "service",
            "raw_request": "A chat, please.",
            "kind": "exploration",
        },
    ),
    "start-pilot": Good(
        "/pilots/{pilot}/start",
        "pilot.started.v1",
        {
            "stake_hours": "40",
            "stake_money.amount": "1200.50",
            "stake_money.currency": "NZD",
            "ends_on": "2026-06-30",
        },
    ),
    "close-pilot": Good("/pilots/{pilot}/close", "pilot.closed.v1", {"reason": "It is done."}),
    "join-pilot": Good(
        "/pilots/{pilot}/join",
        "pilot.member-joined.v1",
        {"person": "Rua", "role": "team", "organisation": "Harbour"},
    ),
    "leave-pilot": Good("/pilots/{pilot}/leave", "pilot.member-left.v1", {"person": "{member}"}),
    "state-accomplishment": Good(
        "/pilots/{pilot}/state-accomplishment",
        "pilot.accomplishment-stated.v1",
        {"answer": "Everybody finds the minutes.", "goal_type": "insight"},
    ),
    "name-problem": Good(
        "/pilots/{pilot}/name-problem",
        "pilot.problem-named.v1",
        {"problem": "Nobody knows what was said.", "who_has_it": "Those who were not there"},
    ),
    "choose-capability": Good(
        "/pilots/{pilot}/choose-capability",
        "pilot.capability-chosen.v1",
        {"capability": "co-write", "why": "Two see more."},
    ),
    "adopt-medium": Good(
        "/pilots/{pilot}/adopt-medium",
        "pilot.medium-adopted.v1",
        {
            "medium": "paper",
            "capability": "listen",
            "helps_because": "It lies on the table.",
            "speed": "slow",
        },
    ),
    "define-measure": Good(
        "/pilots/{pilot}/define-measure",
        "pilot.measure-defined.v1",
        {
            "measure": "absent",
            "name": "People who missed it",
            "unit": "people",
            "cell": "employees/cost",
            "benefits": "They are not left out.",
            "target": "3",
            "due": "2026-09-30",
        },
    ),
    "plan-experiment": Good(
        "/pilots/{pilot}/plan-experiment",
        "experiment.planned.v1",
        {
            "title": "Two writers",
            "because": "one forgets",
            "measures": ["minutes"],
            "informed_by": ["{lesson}"],
        },
    ),
    "start-experiment": Good("/experiments/{experiment}/start", "experiment.started.v1", {}),
    "end-experiment": Good(
        "/experiments/{running}/end",
        "experiment.ended.v1",
        {"result": "refuted", "summary": "Nobody read them."},
    ),
    "correct-participation": Good(
        "/entries/{entry}/correct",
        "participation.corrected.v1",
        {"changes.text": "Wrote half a page.", "changes.minutes": "20", "reason": "I looked."},
    ),
    "void-participation": Good(
        "/entries/{entry}/void", "participation.voided.v1", {"reason": "That was elsewhere."}
    ),
    "learn-lesson": Good(
        "/lessons/learn",
        "lesson.learned.v1",
        {
            "pilot": "{pilot}",
            "experiment": "{running}",
            "loop": "tool",
            "text": "Ask who reads it.",
            "context": "With more than ten people",
            "confidence": "80",
            "instruct": "3",
            "delight": "1",
        },
    ),
    "confirm-lesson": Good(
        "/lessons/{lesson}/confirm", "lesson.confirmed.v1", {"pilot": "{pilot}"}
    ),
    "contradict-lesson": Good(
        "/lessons/{lesson}/contradict", "lesson.contradicted.v1", {"pilot": "{pilot}"}
    ),
    "void-lesson": Good(
        "/lessons/{lesson}/void", "lesson.voided.v1", {"reason": "We mixed it up."}
    ),
}
