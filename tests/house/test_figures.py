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


def structs() -> Iterator[type[Struct]]:
    for room in (domain, projections):
        for module in walk_packages(room.__path__, f"{room.__name__}."):
            for each in vars(import_module(module.name)).values():
                if isclass(each) and issubclass(each, Struct) and each.__module__ == module.name:
                    yield each


def test_what_is_counted_is_a_figure() -> None:
    bare = {
        f"{each.__name__}.{name}"
        for each in structs()
        for name, kind in get_type_hints(each).items()
        if name in each.__struct_fields__ and (kind is float or float in get_args(kind))
    }
    assert bare == BARE.keys()
