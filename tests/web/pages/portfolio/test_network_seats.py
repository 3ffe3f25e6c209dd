"""Seats: the same in every process, close for those who are tied, and steady."""

import subprocess
import sys
from itertools import combinations
from math import hypot
from statistics import mean

from web.pages.portfolio.network_seats import Seat, seats

PAIRS = (("a", "b"), ("b", "c"), ("c", "d"), ("e", "f"))


def test_everybody_sits_in_the_picture_and_in_the_same_place_in_every_process() -> None:
    bring = "from web.pages.portfolio.network_seats import seats"
    code = f"{bring}; print(sorted(seats({PAIRS!r}).items()))"
    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            check=True,
            capture_output=True,
            text=True,
            env={"PYTHONHASHSEED": seed},
        ).stdout.strip()
        for seed in ("1", "2")
    }
    assert said == {str(sorted(seats(PAIRS).items()))}
    assert all(0 <= seat.x <= 1 and 0 <= seat.y <= 1 for seat in seats(PAIRS).values())


def test_a_new_pair_moves_people_little_and_those_who_are_tied_sit_close() -> None:
    people = [f"person-{number:02}" for number in range(24)]
    ties = {(people[end], one) for n, one in enumerate(people) for end in (n // 2, n // 3)}
    pairs = tuple(sorted((one, other) for one, other in ties if one != other))
    before, after = seats(pairs), seats((*pairs, (people[7], "person-new")))
    assert mean(_apart(before[person], after[person]) for person in people) < 0.15
    tied = mean(_apart(before[one], before[other]) for one, other in pairs)
    all_pairs = mean(_apart(one, other) for one, other in combinations(before.values(), 2))
    assert tied < all_pairs * 0.7


def test_those_who_are_tied_to_none_of_the_others_sit_on_a_plot_of_their_own() -> None:
    chain, pair = ([seats(PAIRS)[name] for name in names] for names in ("abcd", "ef"))
    assert max(seat.x for seat in chain) < min(seat.x for seat in pair)


def _apart(one: Seat, other: Seat) -> float:
    return hypot(one.x - other.x, one.y - other.y)
