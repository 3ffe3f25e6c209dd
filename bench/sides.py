"""Measures several ways in turns (A B C A B C …), so that a busy machine is unfair to none."""

from collections.abc import Callable, Mapping
from statistics import median
from time import perf_counter

Side = Callable[[], float]


def in_turns(sides: Mapping[str, Side], rounds: int, unit: str, digits: int = 0) -> None:
    """Take each side once a round and print the medians; the first is compared with the others.

    A side does its work and returns how much that was, in the unit; or, for milliseconds, just
    does it and returns 1.
    """
    taken: dict[str, list[float]] = {name: [] for name in sides}
    for _ in range(rounds):
        for name, side in sides.items():
            began = perf_counter()
            amount = side()
            passed = perf_counter() - began
            taken[name].append(passed * 1000 / amount if unit == "ms" else amount / passed)
    middle = {name: median(each) for name, each in taken.items()}
    (ours, our_figure), *others = middle.items()
    print(f"  {ours:<44} {our_figure:>10,.{digits}f} {unit}")
    for name, figure in others:
        ratio = figure / our_figure if unit == "ms" else our_figure / figure
        print(f"  {name:<44} {figure:>10,.{digits}f} {unit}   ratio {ratio:.2f}")
