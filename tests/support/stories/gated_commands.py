"""What somebody says for each command that has a gate, and for some that open one."""

from collections.abc import Iterator

GATED: dict[str, dict[str, str]] = {
    "start-pilot": {},
    "name-problem": {"problem": "Noise.", "who_has_it": "All"},
    "define-measure": {"name": "Noise", "unit": "dB"},
    "plan-experiment": {"title": "Quiet hours"},
    "adopt-medium": {"medium": "wiki", "capability": "listen", "helps_because": "So."},
    "discover-value": {"statement": "Sleep."},
    "close-pilot": {"reason": "It is over."},
    "take-decision": {"expected_effect": "More of it."},
    "reach-conclusion": {},
}
FREE: dict[str, dict[str, str]] = {
    "state-accomplishment": {"answer": "Crews settle a fault in one call."},
    "state-purpose": {"change_or_protect": "Sleep", "for_whom": "crews", "whose_belief": "Mere"},
    "choose-capability": {"capability": "listen", "why": "So."},
}


def everything(conclusion: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Return each gated command with the fields its gates look at."""
    for name, said in GATED.items():
        for verdict in ("scale", "stop", "persevere") if name == "take-decision" else ("",):
            more = {"verdict": verdict} if verdict else {}
            more |= {"conclusion": conclusion} if name == "reach-conclusion" else {}
            yield name, said | more
