"""Good values for the forms of value, conclusions, readiness, decisions, people and erasure."""

from tests.support.good_values.good import Good

REASON = {"reason": "We counted again."}
PASSED = {"override": "We are few, and it is early."}
SIZE = {"size.amount": "40", "size.unit": "hours"}

DECIDING = {
    "expect-value": Good(
        "/pilots/{pilot}/expect-value",
        "value.expected.v1",
        {
            "statement": "Less waiting.",
            "cell": "customers/satisfaction",
            "measure": "minutes",
            "confidence": "30",
        }
        | SIZE,
    ),
    "discover-value": Good(
        "/pilots/{pilot}/discover-value",
        "value.discovered.v1",
        {
            "statement": "Crews call each other.",
            "expected": "{value}",
            "cell": "employees/retention",
            "evidence": ["{evidence}"],
        }
        | PASSED
        | SIZE,
    ),
    "contest-value": Good("/values/{value}/contest", "value.contested.v1", REASON),
    "revise-value": Good(
        "/values/{value}/revise", "value.revised.v1", {"new": "Half an hour."} | REASON
    ),
    "pool-thought": Good(
        "/pilots/{pilot}/pool-thought",
        "conclusion.thought-pooled.v1",
        {"conclusion": "{conclusion}", "text": "It costs too much."},
    ),
    "share-reaction": Good(
        "/conclusions/{conclusion}/share-reaction",
        "conclusion.reaction-shared.v1",
        {"to": "{thought}", "stance": "-1", "text": "Not on Mondays."},
    ),
    "propose-conclusion": Good(
        "/conclusions/{conclusion}/propose", "conclusion.proposed.v1", {"text": "We go on."}
    ),
    "support-conclusion": Good("/conclusions/{proposal}/support", "conclusion.supported.v1", {}),
    "object-to-conclusion": Good(
        "/conclusions/{proposal}/object-to",
        "conclusion.objected-to.v1",
        {"reason": "Nobody asked the night crew."},
    ),
    "reach-conclusion": Good("/conclusions/{supported}/reach", "conclusion.reached.v1", PASSED),
    "assess-readiness": Good(
        "/pilots/{pilot}/assess-readiness",
        "readiness.assessed.v1",
        {"area": "guidelines", "level": "2", "gap": "None written.", "prepared_to_change": "true"},
    ),
    "agree-change": Good(
        "/pilots/{pilot}/agree-change",
        "readiness.change-agreed.v1",
        {
            "area": "governance",
            "change": "One person decides.",
            "owner": "{person}",
            "due": "2026-05-31",
        },
    ),
    "make-change": Good(
        "/pilots/{pilot}/make-change",
        "readiness.change-made.v1",
        {"area": "roles", "proof": "It is on the wall."},
    ),
    "waive-readiness": Good(
        "/pilots/{pilot}/waive-readiness",
        "readiness.waived.v1",
        {"area": "job-descriptions"} | REASON,
    ),
    "open-review": Good(
        "/reviews/open",
        "review.opened.v1",
        {"from": "2026-02-01T08:00", "to": "2026-03-01T18:30"},
    ),
    "close-review": Good("/reviews/{review}/close", "review.closed.v1", {}),
    "give-verdict": Good(
        "/pilots/{pilot}/give-verdict",
        "decision.verdicts-given.v1",
        {"side": "team", "verdict": "persevere"},
    ),
    "take-decision": Good(
        "/pilots/{pilot}/take-decision",
        "decision.taken.v1",
        {
            "verdict": "scale",
            "lessons": ["{lesson}"],
            "evidence": ["{evidence}"],
            "conclusion": "{conclusion}",
            "expected_effect": "Twice as many.",
            "revisit_on": "2026-09-01",
        }
        | PASSED,
    ),
    "revisit-decision": Good(
        "/decisions/{decision}/revisit",
        "decision.revisited.v1",
        {"held": "false", "note": "Fewer came."},
    ),
    "change-profile": Good(
        "/people/{person}/change-profile",
        "person.profile-changed.v1",
        {"name": "Rua Tane", "profile": "Knows the tide."},
    ),
    "merge-person": Good("/people/{person}/merge", "person.merged.v1", {"into": "{member}"}),
    "erase-person": Good("/people/{person}/erase", "person.erased.v1", {}),
    "erase-prose": Good(
        "/prose/erase", "prose.erased.v1", {"stream": "{entry}", "version": "1"} | REASON
    ),
}
