"""Good values for the forms of programmes, of the course of a pilot, and of its charter."""

from tests.support.good_values.good import Good

REASON = {"reason": "Half of us are away."}

CHARTER = {
    "rename-programme": Good(
        "/programmes/{programme}/rename", "programme.renamed.v1", {"name": "Quieter work"}
    ),
    "set-zone": Good(
        "/programmes/{programme}/set-zone",
        "programme.zone-set.v1",
        {"time_zone": "Europe/Berlin"},
    ),
    "add-goal": Good(
        "/programmes/{programme}/add-goal",
        "programme.goal-added.v1",
        {"goal": "fewer-calls", "kind": "objective", "text": "Half the calls."},
    ),
    "set-rule": Good(
        "/programmes/{programme}/set-rule",
        "programme.rule-set.v1",
        {"rule": "S002-hamster-wheel", "severity": "warn", "threshold": "4"} | REASON,
    ),
    "change-wording": Good(
        "/programmes/{programme}/change-wording",
        "programme.wording-changed.v1",
        {"list": "vague", "phrase": "move the needle", "wanted": "true"} | REASON,
    ),
    "rename-pilot": Good("/pilots/{pilot}/rename", "pilot.renamed.v1", {"title": "All minutes"}),
    "override-gate": Good(
        "/pilots/{pilot}/override-gate",
        "pilot.gate-overridden.v1",
        {"rule": "S001-one-question"} | REASON,
    ),
    "pause-pilot": Good("/pilots/{started}/pause", "pilot.paused.v1", REASON),
    "resume-pilot": Good("/pilots/{paused}/resume", "pilot.resumed.v1", {}),
    "extend-pilot": Good(
        "/pilots/{started}/extend", "pilot.extended.v1", {"new_end": "2026-08-31"} | REASON
    ),
    "archive-pilot": Good("/pilots/{closed}/archive", "pilot.archived.v1", {}),
    "change-owner": Good(
        "/pilots/{pilot}/change-owner", "pilot.owner-changed.v1", {"owner": "{person}"}
    ),
    "name-sponsor": Good(
        "/pilots/{pilot}/name-sponsor", "pilot.sponsor-named.v1", {"person": "Rua"}
    ),
    "note-pulse": Good(
        "/pilots/{pilot}/note-pulse",
        "pilot.pulse-noted.v1",
        {"knew_whom": "4", "was_heard": "5", "was_useful": "3", "energy": "-1"},
    ),
    "reframe-request": Good(
        "/pilots/{pilot}/reframe-request",
        "pilot.request-reframed.v1",
        {
            "original": "We need a wiki.",
            "capability": "Find what was said.",
            "problem": "It is said twice.",
        },
    ),
    "state-purpose": Good(
        "/pilots/{pilot}/state-purpose",
        "pilot.purpose-stated.v1",
        {
            "change_or_protect": "Time to think",
            "for_whom": "Night crews",
            "whose_belief": "The crews",
        },
    ),
    "state-why-care": Good(
        "/pilots/{pilot}/state-why-care", "pilot.why-care-stated.v1", {"text": "We sleep badly."}
    ),
    "list-audience": Good(
        "/pilots/{pilot}/list-audience",
        "pilot.audience-listed.v1",
        {
            "audience": "people who mend",
            "interest": "Spare parts",
            "why_they_care": "They wait for them.",
        },
    ),
    "add-stakeholder": Good(
        "/pilots/{pilot}/add-stakeholder",
        "pilot.stakeholder-added.v1",
        {"kind": "vendors", "area": "delivery"},
    ),
    "set-participant-ask": Good(
        "/pilots/{pilot}/set-participant-ask",
        "pilot.participant-ask-set.v1",
        {"text": "Ten minutes a day."},
    ),
    "assess-medium-fit": Good(
        "/pilots/{pilot}/assess-medium-fit",
        "pilot.medium-fit-assessed.v1",
        {"medium": "radio", "audience": "crews", "share_present": "85", "source": "We asked."},
    ),
    "swap-medium": Good(
        "/pilots/{pilot}/swap-medium",
        "pilot.medium-swapped.v1",
        {"from": "wiki", "to": "paper"} | REASON,
    ),
    "retarget-measure": Good(
        "/pilots/{pilot}/retarget-measure",
        "pilot.measure-retargeted.v1",
        {"measure": "minutes", "new": "25"} | REASON,
    ),
    "take-measurement": Good(
        "/pilots/{pilot}/take-measurement",
        "pilot.measurement-taken.v1",
        {"measure": "minutes", "experiment": "{running}", "value": "17.5", "n": "9", "note": "So."},
    ),
}
