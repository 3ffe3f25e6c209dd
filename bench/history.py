"""A history of real size: real pilots where they lie beside the project, else invented ones."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from domain.kernel.messages import say
from pilots.exchange.polis import import_polis
from pilots.exchange.polis_export import PolisExport, Statement, Vote
from pilots.exchange.polis_files import read_polis
from web.bootstrap import Platform

HIVEMIND = Path(__file__).parents[2] / "shared" / "data" / "hivemind"
SHAPES = ((381, 15_076, 165), (117, 3_979, 80), (234, 7_174, 71), (334, 17_379, 148))
BEGINS = datetime(2017, 6, 14, tzinfo=UTC)
WORDS = (
    "we",
    "should",
    "ask",
    "each",
    "other",
    "before",
    "our",
    "water",
    "and",
    "homes",
    "are",
    "sold",
)


def bring_history(platform: Platform) -> str:
    """Bring about 44,000 events in and say where they came from."""
    if HIVEMIND.is_dir():
        exports, taken = (
            [read_polis(each) for each in sorted(HIVEMIND.iterdir())],
            "four real pilots",
        )
    else:
        exports, taken = list(invented()), "four invented pilots of the real ones' size"
    for each in exports:
        import_polis(platform.pilots, each)
    return taken


def invented() -> Iterator[PolisExport]:
    """Yield conversations of the size and shape of the real ones, always the same."""
    dice = Random(2017)  # noqa: S311  # nothing secret is drawn
    for number, (people, votes, statements) in enumerate(SHAPES, 1):
        begins = BEGINS + timedelta(days=60 * number)
        yield PolisExport(
            key=f"invented-{number}",
            title=f"Invented pilot {number}",
            label=f"invented-{number}",
            description="An invented conversation.",
            digest=f"{number:064x}",
            statements=tuple(
                Statement(
                    say("-"), begins + timedelta(minutes=n), n, _author(dice, people), _text(dice)
                )
                for n in range(statements)
            ),
            votes=tuple(
                Vote(
                    say("-"),
                    begins + timedelta(days=1, seconds=n * 90),
                    pair % statements,
                    1 + pair // statements,
                    dice.choice((1, 1, 1, -1, 0)),
                )
                for n, pair in enumerate(_pairs(dice, people * statements, votes))
            ),
        )


def _pairs(dice: Random, pairs: int, votes: int) -> list[int]:
    """Draw who votes on what; one vote in 250 is given again."""
    again = votes // 250
    once = dice.sample(range(pairs), votes - again)
    return [*once, *dice.sample(once, again)]


def _author(dice: Random, people: int) -> int:
    return 0 if dice.random() < 1 / 2 else dice.randint(1, people)


def _text(dice: Random) -> str:
    return " ".join(dice.choices(WORDS, k=dice.randint(8, 30))).capitalize() + "."
