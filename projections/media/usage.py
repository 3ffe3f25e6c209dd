"""What a pilot works with, by capability, and how much each medium is used."""

from collections.abc import Mapping
from datetime import datetime

from msgspec import Struct
from sqlalchemy import Connection, func, select

from domain.kernel.moments import moment_of
from domain.media import ATTRIBUTES
from domain.metrics.metric import Figure
from domain.metrics.participation import ENTRIES_ON_MEDIUM
from projections.engine.as_of import Cut
from projections.engine.begun import begun
from projections.models.charters import CAPABILITIES, MEDIA
from projections.models.entries import ENTRIES
from projections.participation.activity import counting
from projections.participation.response_times import hours_to_first_response
from projections.records.lookups import all_of


class Adopted(Struct, frozen=True):
    """A medium that was adopted to help a capability, and how it is used in the pilot."""

    medium: str
    helps_because: str
    adopted_at: datetime
    speed: str | None
    formality: str | None
    time: str | None
    place: str | None
    entries: Figure
    """Entries on the medium, for whatever capability."""
    responses: Figure
    """To what was said on it."""
    median_hours: Figure


class Capability(Struct, frozen=True):
    """What people are to become able to do, and the media that are to help it."""

    capability: str
    why: str
    media: tuple[Adopted, ...]


class Beside(Struct, frozen=True):
    """A medium with entries on it that is not adopted now."""

    medium: str
    entries: Figure
    was_adopted: bool
    """Whether it was, until another one took its place."""


class Working(Struct, frozen=True):
    """All that a pilot works with: media by capability, and those not adopted now."""

    capabilities: tuple[Capability, ...]
    beside: tuple[Beside, ...]

    def fitting(self, asked: Mapping[str, str]) -> "Working":
        """Return what has the attributes that are asked for, such as speed=fast."""
        wanted = {name: asked[name] for name in ATTRIBUTES if asked.get(name)}
        if not wanted:
            return self
        return Working(
            tuple(
                Capability(each.capability, each.why, tuple(_having(each.media, wanted)))
                for each in self.capabilities
            ),
            (),
        )

    def offers(self, name: str) -> list[str]:
        """Return the values an attribute takes among the adopted media, each once, by name."""
        media = (medium for each in self.capabilities for medium in each.media)
        return sorted({value for medium in media if (value := getattr(medium, name))})


def working_with(db: Connection, cut: Cut, pilot: str) -> Working:
    """Return the media of a pilot by the capability each is to help, as far as a cut sees."""
    amounts = entries_by_medium(db, cut, pilot)
    adopted: dict[str, list[Adopted]] = {}
    for row in all_of(db, MEDIA, cut, pilot):
        response = hours_to_first_response(db, cut, pilot, row["medium"])
        used = Adopted(
            medium=row["medium"],
            helps_because=row["helps_because"],
            adopted_at=moment_of(row["adopted_at"]),
            **{name: row[name] for name in ATTRIBUTES},
            entries=ENTRIES_ON_MEDIUM.counts(amounts.get(row["medium"], 0)),
            responses=response.count,
            median_hours=response.median_hours,
        )
        adopted.setdefault(row["capability"], []).append(used)
    whys = {row["capability"]: row["why"] for row in all_of(db, CAPABILITIES, cut, pilot)}
    names = dict.fromkeys((*whys, *adopted))
    return Working(
        tuple(Capability(name, whys.get(name, ""), tuple(adopted.get(name, ()))) for name in names),
        _beside(
            db, cut, pilot, amounts, {row.medium for media in adopted.values() for row in media}
        ),
    )


def entries_by_medium(db: Connection, cut: Cut, pilot: str) -> dict[str, int]:
    """Return how many entries of a pilot are on each medium, those that name one."""
    query = select(ENTRIES.c.medium, func.count()).where(
        ENTRIES.c.pilot == pilot, ENTRIES.c.medium.is_not(None), *counting(cut)
    )
    return dict(db.execute(query.group_by(ENTRIES.c.medium)).all())


def _beside(
    db: Connection, cut: Cut, pilot: str, amounts: Mapping[str, int], adopted: set[str]
) -> tuple[Beside, ...]:
    ever = select(MEDIA.c.medium).where(MEDIA.c.pilot == pilot, *begun(MEDIA, cut))
    known = set(db.scalars(ever.distinct()))
    names = sorted(set(amounts) - adopted)
    return tuple(
        Beside(name, ENTRIES_ON_MEDIUM.counts(amounts[name]), name in known) for name in names
    )


def _having(media: tuple[Adopted, ...], wanted: Mapping[str, str]) -> list[Adopted]:
    return [each for each in media if all(getattr(each, name) == wanted[name] for name in wanted)]
