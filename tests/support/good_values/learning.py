"""Good values for the forms of experiments, entries, findings, insights, lessons and practices."""

from tests.support.good_values.good import Good

REASON = {"reason": "We looked again."}
ENTRY, LESSON, FINDING = "/entries/{theirs}", "/lessons/{lesson}", "/findings/{evidence}"

LEARNING = {
    "amend-hypothesis": Good(
        "/experiments/{running}/amend-hypothesis",
        "experiment.hypothesis-amended.v1",
        {"field": "outcome", "new": "Half of them."} | REASON,
    ),
    "log-effort": Good(
        "/experiments/{running}/log-effort",
        "experiment.effort-logged.v1",
        {"hours": "12", "money.amount": "80", "money.currency": "EUR"},
    ),
    "abandon-experiment": Good("/experiments/{running}/abandon", "experiment.abandoned.v1", REASON),
    "join-participation": Good(f"{ENTRY}/join", "participation.joined.v1", {"person": "{member}"}),
    "acknowledge-participation": Good(
        f"{ENTRY}/acknowledge", "participation.acknowledged.v1", {"useful": "false"}
    ),
    "supersede-participation": Good(
        f"{ENTRY}/supersede", "participation.superseded.v1", {"by_entry": "{entry}"}
    ),
    "open-invitation": Good(
        "/pilots/{pilot}/open-invitation",
        "invitation.opened.v1",
        {"text": "Come on Monday.", "audience": "crews"},
    ),
    "take-up-invitation": Good(
        "/invitations/{invitation}/take-up", "invitation.taken-up.v1", {"person": "Rua"}
    ),
    "close-invitation": Good("/invitations/{invitation}/close", "invitation.closed.v1", {}),
    "gather-evidence": Good(
        "/pilots/{pilot}/gather-evidence",
        "evidence.gathered.v1",
        {
            "experiment": "{running}",
            "text": "Nobody asked twice.",
            "kind": "interview",
            "strength": "4",
            "whose": "outside",
            "stakeholder": "customers",
            "area": "service",
            "uri": "https://example.org/notes",
            "sha256": "0a" * 32,
            "entries": ["{entry}"],
        },
    ),
    "link-evidence": Good(
        f"{FINDING}/link", "evidence.linked.v1", {"target": "{lesson}", "stance": "opposes"}
    ),
    "challenge-evidence": Good(f"{FINDING}/challenge", "evidence.challenged.v1", REASON),
    "withdraw-evidence": Good(f"{FINDING}/withdraw", "evidence.withdrawn.v1", REASON),
    "derive-insight": Good(
        "/pilots/{pilot}/derive-insight",
        "insight.derived.v1",
        {"text": "People read what is short.", "evidence": ["{evidence}"]},
    ),
    "revise-insight": Good(
        "/insights/{insight}/revise",
        "insight.revised.v1",
        {"text": "People read what is near.", "evidence": ["{evidence}"]},
    ),
    "retire-insight": Good("/insights/{insight}/retire", "insight.retired.v1", REASON),
    "raise-assumption": Good(
        "/pilots/{pilot}/raise-assumption",
        "assumption.raised.v1",
        {"text": "Everybody has a phone.", "risk": "high"},
    ),
    "test-assumption": Good(
        "/assumptions/{assumption}/test",
        "assumption.tested.v1",
        {"result": "failed", "evidence": ["{evidence}"]},
    ),
    "correct-lesson": Good(
        f"{LESSON}/correct",
        "lesson.corrected.v1",
        {"changes.text": "Ask first, then write.", "changes.confidence": "75"} | REASON,
    ),
    "reuse-lesson": Good(f"{LESSON}/reuse", "lesson.reused.v1", {"experiment": "{running}"}),
    "revalidate-lesson": Good(
        f"{LESSON}/revalidate", "lesson.revalidated.v1", {"confidence": "90"}
    ),
    "supersede-lesson": Good(
        f"{LESSON}/supersede", "lesson.superseded.v1", {"by_lesson": "{later}"}
    ),
    "adopt-practice": Good(
        "/practices/adopt",
        "practice.adopted.v1",
        {
            "lessons": ["{lesson}"],
            "text": "We ask before we write.",
            "owner": "{person}",
            "override": "It held here for years.",
        },
    ),
}
