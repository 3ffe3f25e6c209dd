"""The rules, words and time zone in force in a programme, as far as a cut sees."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, RowMapping

from domain.rules.rule import Setting, Settings
from domain.wording import LISTS, Lists
from projections.engine.as_of import Cut, as_known
from projections.models.programmes import PROGRAMMES, RULES, WORDING


def zones_of(db: Connection, cut: Cut, pilots: Sequence[RowMapping]) -> Mapping[str, str]:
    """Return by the clocks of which time zone the days of each pilot are counted, by pilot.

    It is that of its programme as far as the cut sees; UTC where none was set.
    """
    programmes = {row["programme"] for row in pilots}
    known = as_known(PROGRAMMES, cut).where(PROGRAMMES.c.programme.in_(programmes))
    zones = {row["programme"]: row["time_zone"] for row in db.execute(known).mappings()}
    return {row["pilot"]: zones.get(row["programme"]) or "UTC" for row in pilots}


def settings_of(db: Connection, cut: Cut, programme: str) -> Settings:
    """Return the rules a programme set, as far as the cut sees."""
    rows = db.execute(as_known(RULES, cut).where(RULES.c.programme == programme)).mappings()
    return {row["rule"]: Setting(row["severity"], row["threshold"]) for row in rows}


def lists_of(db: Connection, cut: Cut, programme: str) -> Lists:
    """Return the words that rules look for: ours, with what the programme added and took away."""
    changed = as_known(WORDING, cut).where(WORDING.c.programme == programme)
    rows = db.execute(changed.order_by(WORDING.c.position)).mappings().all()
    if not rows:
        return LISTS
    lists = {name: dict.fromkeys(phrases) for name, phrases in LISTS.items()}
    for row in rows:
        phrases = lists.setdefault(row["list"], {})
        phrases.pop(row["phrase"], None)
        if row["wanted"]:
            phrases[row["phrase"]] = None
    return {name: tuple(phrases) for name, phrases in lists.items()}
