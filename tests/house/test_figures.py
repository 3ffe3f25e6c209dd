"""What is counted of a pilot, a group or a period is a figure; a bare number says why not."""

from collections.abc import Iterator
from importlib import import_module
from inspect import isclass
from pkgutil import walk_packages
from typing import get_args, get_type_hints

from msgspec import Struct

import domain
import projections

BARE = {  # numbers with a fraction that are no figures, and why
    "Authorship.limit": "a threshold of the programme",
    "CycleStep.longest": "of one experiment",
    "CycleStep.share": "how long its bar is",
    "Figure.value": "what a figure came to",
    "FrameworkInsight.strength": "of one insight",
    "Gain.share": "of one value",
    "LedgerLine.share": "of one value",
    "LessonConfidence.now": "of one lesson",
    "Quarter.share": "how long its bar is",
    "RatingCell.share": "how dark its square is",
    "Waiting.hours": "of one question",
}

ONE, POINT, ASKED = "of one thing", "a point of a chart, or a square of a table", "what a rule asks"
CASES, PLACE = "the cases a figure beside it rests on", "how much more there is than is shown"
WHOLE = {  # structs with whole numbers that are no figures, and why
    "AttemptBlock": POINT,
    "CellTally": POINT,
    "Count": POINT,
    "CycleStep": CASES,
    "Differing": PLACE,
    "FrameworkInsight": ONE,
    "GateBefore": "what is left to do before a decision",
    "Goal": "how deep it lies in the tree",
    "HamsterWheel": "thresholds of the rule",
    "Hits": CASES,
    "Interval": "how certain one measurement is",
    "Invited": ONE,
    "KnownConclusion": ONE,
    "KnownEvidence": ONE,
    "KnownInvitation": ONE,
    "KnownLesson": ONE,
    "LessonConfidence": ONE,
    "Latest": CASES,
    "MarkCount": POINT,
    "MeasureResult": ONE,
    "MeasureState": ONE,
    "Measurement": ONE,
    "MediumWeek": POINT,
    "Need": ASKED,
    "Needed": "thresholds of the rule",
    "Network": PLACE,
    "NetworkTie": ONE,
    "OnTarget": CASES,
    "OutcomeCell": POINT,
    "PilotActivity": POINT,
    "PilotWeek": POINT,
    "PilotResult": "its budget, and how often its end moved",
    "Pulse": CASES,
    "Quarter": POINT,
    "Rate": "money, in its unit",
    "RatingCell": POINT,
    "ReadinessArea": ONE,
    "Reason": ONE,
    "ReviewFindings": "what figures are counted from",
    "ReviewLine": "what it is ranked by",
    "ReviewReport": PLACE,
    "Setting": "a threshold of the programme",
    "SharedConclusion": ONE,
    "Sign": ASKED,
    "Speaks": ASKED,
    "Spent": "hours, beside money",
    "StakeholderCoverage": POINT,
    "Stances": POINT,
    "Stride": ASKED,
    "Sums": "what figures are counted from",
    "Swap": ONE,
    "Tally": "what figures are counted from",
    "TimeToFirstLesson": "a threshold of the programme",
    "Turnout": ASKED,
    "ValueTotal": CASES,
    "Verdict": ONE,
    "Verdicts": "a threshold of the programme",
}
OF_NOTHING_COUNTED = (
    "domain.catalogue",
    "domain.facts.",
    "domain.kernel.",
    "domain.metrics.metric",
)


def structs() -> Iterator[type[Struct]]:
    for room in (domain, projections):
        for module in walk_packages(room.__path__, f"{room.__name__}."):
            for each in vars(import_module(module.name)).values():
                if isclass(each) and issubclass(each, Struct) and each.__module__ == module.name:
                    yield each


def numbers(of: type) -> Iterator[tuple[type[Struct], str]]:
    for each in structs():
        for name, kind in get_type_hints(each).items():
            if name in each.__struct_fields__ and (kind is of or of in get_args(kind)):
                yield each, name


def test_what_is_counted_is_a_figure() -> None:
    assert {f"{each.__name__}.{name}" for each, name in numbers(float)} == BARE.keys()


def test_what_is_counted_whole_is_a_figure() -> None:
    counted = {
        each.__name__
        for each, name in numbers(int)
        if name != "position" and not each.__module__.startswith(OF_NOTHING_COUNTED)
    }
    assert counted == WHOLE.keys()
