"""The rules and words in force in a programme, as far as a cut sees."""

from sqlalchemy import Connection

from domain.rules.rule import Setting, Settings
from domain.wording import LISTS, Lists
from projections.engine.as_of import Cut, as_known
from projections.models.programmes import RULES, WORDING


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
