"""The timeline of a crowded pilot and of one a tenth its size: the same cost, counted or drawn."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from sqlalchemy import event

from bench.crowded import Crowd
from bench.sides import in_turns
from projections.engine.as_of import NOW, Cut
from web.bootstrap import Platform, build
from web.timeline.picture import timeline_of
from web.timeline.query import TimelineQuery

SIZES = (5_000, 50_000)
ROUNDS = 20
PAST = Cut(moment="2024-01-01T00:00:00.000000Z")


def measure(_: Platform, folder: Path) -> None:
    """Ask for the picture of pilots of two sizes, now and as known halfway through."""
    sides: dict[str, Callable[[], int]] = {}
    with (
        closing(build(folder / "few", local=True)) as few,
        closing(build(folder / "many", local=True)) as many,
    ):
        for size, platform in zip(SIZES, (few, many), strict=True):
            pilot = Crowd(platform).tell(size)
            platform.views.keep_up()
            for name, cut in (("now", NOW), ("as of 2024", PAST)):
                sides[f"{platform.pilots.head():,} events, {name}"] = _asking(platform, pilot, cut)
            _tell_plans(platform, pilot)
        in_turns(sides, ROUNDS, "ms", 2)


def _asking(platform: Platform, pilot: str, cut: Cut) -> Callable[[], int]:
    def ask() -> int:
        with platform.views.reading() as db:
            until = platform.pilots.clock()
            timeline_of(db, cut, pilot, view=TimelineQuery(), traced=None, until=until)
        return 1

    return ask


def _tell_plans(platform: Platform, pilot: str) -> None:
    steps: list[str] = []

    def note(_: object, __: object, statement: str, values: object, *___: object) -> None:
        if statement.startswith("SELECT"):
            asked.append((statement, values))

    asked: list[tuple[str, object]] = []
    event.listen(platform.views.engine, "before_cursor_execute", note)
    _asking(platform, pilot, NOW)()
    event.remove(platform.views.engine, "before_cursor_execute", note)
    with platform.views.reading() as db:
        for statement, values in asked:
            plan = db.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)  # type: ignore[arg-type]  # as the driver had them
            steps += [row[-1] for row in plan]
    print("\n".join(f"    {step}" for step in dict.fromkeys(steps)))
