"""The board of readiness: each area, what is missing there, who changes it, and what was waived."""

from msgspec import Struct
from sqlalchemy import Connection

from domain.kernel.messages import Text
from domain.metrics.evidence import AREAS_ASSESSED, AREAS_PREPARED, AREAS_SETTLED
from domain.metrics.metric import Figure
from domain.readiness import AREAS, area_in_words
from domain.rules.deciding import SETTLED
from projections.engine.as_of import Cut
from projections.models.conclusions import CONCLUSIONS
from projections.models.readiness import READINESS
from projections.records.lookups import all_of, names_of


class ReadinessArea(Struct, frozen=True, kw_only=True):
    """One area: how ready it is (0 to 4), and how far it is on the way to be made or waived."""

    area: str
    status: str = "not assessed"
    level: int | None = None
    gap: str | None = None
    prepared: bool | None = None
    change: str | None = None
    owner: str | None = None
    """The name of who sees to the change."""
    due: str | None = None
    proof: str | None = None
    waived_because: str | None = None
    settled: bool = False
    """Made, or waived."""

    @property
    def title(self) -> Text:
        """Return what the area is called."""
        return area_in_words(self.area)


class SharedConclusion(Struct, frozen=True):
    """One conclusion of several people: how it stands, and how many support and object."""

    conclusion: str
    text: str
    status: str
    supporters: int
    objections: int


class ReadinessBoard(Struct, frozen=True):
    """Every area, how many were assessed, and how many of these are prepared to change."""

    posts: tuple[ReadinessArea, ...]
    assessed: Figure
    prepared: Figure
    settled: Figure
    conclusions: tuple[SharedConclusion, ...]


def readiness_board_of(db: Connection, cut: Cut, pilot: str) -> ReadinessBoard:
    """Return how ready a pilot is to grow, area by area, the six of the method first."""
    rows = {row["area"]: row for row in all_of(db, READINESS, cut, pilot)}
    names = names_of(db, [row["owner"] for row in rows.values()], cut)
    posts = []
    for area in dict.fromkeys((*AREAS, *rows)):
        if row := rows.get(area):
            columns = ("status", "level", "gap", "change", "due", "proof", "waived_because")
            values = {name: row[name] for name in columns} | {"owner": names.get(row["owner"])}
            prepared = None if row["prepared"] is None else bool(row["prepared"])
            settled = row["status"] in SETTLED
            posts.append(ReadinessArea(area=area, **values, prepared=prepared, settled=settled))
        else:
            posts.append(ReadinessArea(area=area))
    asked = [post.prepared for post in posts if post.prepared is not None]
    settled_ones = sum(post.settled for post in posts)
    return ReadinessBoard(
        tuple(posts),
        AREAS_ASSESSED.counts(len(asked)),
        AREAS_PREPARED.counts(sum(asked)),
        AREAS_SETTLED.counts(settled_ones),
        _shared(db, cut, pilot),
    )


def _shared(db: Connection, cut: Cut, pilot: str) -> tuple[SharedConclusion, ...]:
    return tuple(
        SharedConclusion(
            row["conclusion"],
            row["text"],
            row["status"],
            row["supporters"] or 0,
            row["objections"] or 0,
        )
        for row in all_of(db, CONCLUSIONS, cut, pilot)
    )
