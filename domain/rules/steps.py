"""The steps that gates stand before: the command that takes each, and the fact it becomes."""

from types import MappingProxyType

STEPS = MappingProxyType(
    {
        "adopt-medium": "pilot.medium-adopted.v1",
        "adopt-practice": "practice.adopted.v1",
        "close-pilot": "pilot.closed.v1",
        "define-measure": "pilot.measure-defined.v1",
        "discover-value": "value.discovered.v1",
        "end-experiment": "experiment.ended.v1",
        "name-problem": "pilot.problem-named.v1",
        "plan-experiment": "experiment.planned.v1",
        "reach-conclusion": "conclusion.reached.v1",
        "start-pilot": "pilot.started.v1",
        "take-decision": "decision.taken.v1",
    }
)
